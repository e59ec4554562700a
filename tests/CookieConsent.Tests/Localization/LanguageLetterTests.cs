using System.Text.RegularExpressions;

namespace CookieConsent.Tests.Localization;

/// <summary>A letter of a neighbouring language or of another script, which looks right and is wrong, is found by machine only.</summary>
public sealed partial class LanguageLetterTests
{
    /// <summary>Every small letter of a language, as the inside of a character class.</summary>
    private static readonly Dictionary<string, string> Letters = new (string Languages, string Letters)[]
    {
        ("de", "a-zäöüß"),
        ("fr fr-CA", "a-zàâæçéèêëîïôœùûüÿ"),
        ("nl", "a-zéèëïóöü"),
        ("da", "a-zæøåé"),
        ("sv", "a-zåäöé"),
        ("nb nn", "a-zæøåéèêóòô"),
        ("is", "a-záðéíóúýþæö"),
        ("hr bs sr-Latn", "a-zčćđšž"),
        ("cs", "a-záčďéěíňóřšťúůýž"),
        ("sk", "a-záäčďéíĺľňóôŕšťúýž"),
        ("pl", "a-ząćęłńóśźż"),
        ("sl", "a-zčšž"),
        ("et", "a-zõäöüšž"),
        ("fi", "a-zåäöšž"),
        ("hu", "a-záéíóöőúüű"),
        ("ga", "a-záéíóú"),
        ("it", "a-zàèéìòù"),
        ("lv", "a-zāčēģīķļņšūž"),
        ("lt", "a-ząčęėįšųūž"),
        ("mt", "a-zċġħżàèìòù"),
        ("pt pt-BR", "a-záàâãçéêíóôõú"),
        ("ro", "a-zăâîșț"),
        ("es es-419 gl", "a-záéíñóúïü"),
        ("ca", "a-zàçèéíïòóúü"),
        ("eu", "a-zñ"),
        ("cy", "a-záâàäéêèëîïôöûŵŷ"),
        ("tr", "a-zçğıİöşüâîû"),
        ("sq", "a-zçë"),
        ("id", "a-z"),
        ("vi", "a-zàáạảãâầấậẩẫăằắặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹđ"),
        ("bg", "а-ъьюяѝ"),
        ("uk", "а-щьюяґєії"),
        ("ru", "а-яё"),
        ("sr", "абвгдђежзијклљмнњопрстћуфхцчџш"),
        ("mk", "абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ"),
        ("el", "α-ωάέήίόύώϊϋΐΰ"),
        ("he", "א-ת"),
        ("ar", "ء-ي\u064B-\u0652"),
        ("fa", "آأؤئاءبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیۀ\u064B-\u0652\u0654"),
        ("ja", "\u3041-\u3096\u30A1-\u30FC々\u4E00-\u9FFF"),
        ("ko", "\uAC00-\uD7A3"),
        ("zh-Hans zh-Hant", "\u4E00-\u9FFF"),
        ("hi", "\u0900-\u097F"),
        ("th", "\u0E01-\u0E4E"),
    }.SelectMany(row => row.Languages.Split(' ').Select(language => (language, row.Letters))).ToDictionary(row => row.language, row => row.Letters);

    public static TheoryData<string> Languages => [.. LanguageFiles.Translated];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_language_is_written_in_its_own_letters(string language)
    {
        var foreign = new Regex($"(?![{Letters[language]}])[\\p{{L}}\\p{{M}}]");

        LanguageFiles.Read(language)
            .Select(text => (text.Key, Foreign: string.Concat(foreign.Matches(Names().Replace(LanguageFiles.Words(text.Value), "").ToLowerInvariant()))))
            .Where(text => text.Foreign.Length > 0)
            .Should().BeEmpty();
    }

    [Theory]
    [InlineData("zh-Hans", "這個們為網選擇設關閉儲資訊時間頁從請")]
    [InlineData("zh-Hant", "这个们为网选择设关闭储资讯时间页从请")]
    public void Simplified_and_traditional_Chinese_are_not_mixed(string language, string ofTheOther) =>
        LanguageFiles.Read(language).Where(text => text.Value.IndexOfAny(ofTheOther.ToCharArray()) >= 0).Should().BeEmpty();

    [Fact]
    public void Japanese_has_kana_and_Chinese_has_none()
    {
        Kana().IsMatch(All("ja")).Should().BeTrue();
        Kana().IsMatch(All("zh-Hans") + All("zh-Hant")).Should().BeFalse();
    }

    private static string All(string language) => string.Concat(LanguageFiles.Read(language).Select(text => text.Value));

    // Names of things, which no language translates into its letters.
    [GeneratedRegex(@"appsettings\.json|Development|Google|Cookies?|(?<![a-z])(IP|ID)(?![a-z])", RegexOptions.IgnoreCase)]
    private static partial Regex Names();

    [GeneratedRegex("[\u3041-\u3096\u30A1-\u30FA]")]
    private static partial Regex Kana();
}
