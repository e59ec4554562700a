using System.Text.RegularExpressions;

namespace CookieConsent.Tests.Localization;

public sealed class LanguageFileTests
{
    public static TheoryData<string> Languages => [.. LanguageFiles.Translated];

    [Fact]
    public void The_languages_are_those_that_the_library_promises()
    {
        LanguageFiles.Shipped.Should().BeEquivalentTo([.. LanguageFiles.Translated, "en"]);
        SameWords.Languages.Should().BeSubsetOf(LanguageFiles.Translated);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_language_has_every_text_in_the_order_of_English(string language) =>
        LanguageFiles.Read(language).Select(text => text.Key).Should().Equal(LanguageFiles.Keys(language));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Only_words_that_are_the_same_in_both_languages_are_left_as_in_English(string language) =>
        LanguageFiles.Read(language)
            .Where(text => LanguageFiles.Words(text.Value).Any(char.IsLetter) && text.Value == LanguageFiles.InEnglish(text.Key))
            .Select(text => text.Value).Distinct()
            .Should().BeEquivalentTo(SameWords.In(language), "SameWords lists the words that are the same, and no others");

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_text_has_the_placeholders_of_English(string language) =>
        LanguageFiles.Read(language)
            .Where(text => !Placeholders(text.Value).SequenceEqual(Placeholders(LanguageFiles.InEnglish(text.Key))))
            .Where(text => !IsNumberInWords(text.Key, text.Value))
            .Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_text_is_empty_or_has_a_space_too_many(string language) =>
        LanguageFiles.Read(language)
            .Where(text => text.Value.Length == 0 || text.Value.Contains("  ") || (!text.Key.EndsWith("Separator", StringComparison.Ordinal) && text.Value != text.Value.Trim()))
            .Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_differs_in_English_differs(string language)
    {
        Dictionary<string, string> texts = new(LanguageFiles.Read(language));

        foreach (string[] family in (string[][])[["RejectAll", "AcceptAll", "Choose"], ["On", "Off"], ["AnswerGranted", "AnswerRefused", "AnswerUndecided"], ["VendorAllow", "VendorRefuse"], [.. texts.Keys.Where(key => key.EndsWith(".Title"))]])
        {
            family.Select(key => texts[key]).Should().OnlyHaveUniqueItems();
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Buttons_are_short(string language)
    {
        Dictionary<string, string> texts = new(LanguageFiles.Read(language));

        texts.Where(text => text.Key is "RejectAll" or "AcceptAll" or "Choose" or "Close" && text.Value.Length > 28).Should().BeEmpty();
        Math.Abs(texts["RejectAll"].Length - texts["AcceptAll"].Length).Should().BeLessThan(12, "neither answer is made to look longer");
    }

    // WCAG 2.5.3: who speaks what is to be seen must reach the link.
    [Theory]
    [MemberData(nameof(Languages))]
    public void A_links_name_has_the_words_that_are_seen(string language)
    {
        Dictionary<string, string> texts = new(LanguageFiles.Read(language));

        texts["VendorPolicy"].Should().ContainEquivalentOf(texts["PolicyLink"]);
        texts["VendorOptOut"].Should().ContainEquivalentOf(texts["OptOut"]);
    }

    [Theory]
    [InlineData("fr", "\u202F", "[^\u202F][:;!?\u00BB]|\u00AB[^\u202F]")]
    [InlineData("fr-CA", "\u00A0", "[^\u00A0][:\u00BB]|\u00AB[^\u00A0]|[ \u00A0\u202F][;!?]")]
    public void French_keeps_its_spaces_where_no_line_may_break(string language, string space, string wrong)
    {
        string[] texts = [.. LanguageFiles.Read(language).Select(text => text.Value)];

        texts.Should().Contain(text => text.Contains(space));
        texts.Where(text => Regex.IsMatch(text, wrong)).Should().BeEmpty();
    }

    private static IEnumerable<string> Placeholders(string text) => LanguageFiles.Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    /// <summary>Arabic, Hebrew and their like say one and two by the noun alone.</summary>
    private static bool IsNumberInWords(string key, string text) =>
        (key.EndsWith(".zero") || key.EndsWith(".one") || key.EndsWith(".two")) && !text.Contains('{');
}
