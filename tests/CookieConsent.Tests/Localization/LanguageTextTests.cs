using System.Text.RegularExpressions;
using CookieConsent.Localization;

namespace CookieConsent.Tests.Localization;

public sealed partial class LanguageTextTests
{
    private static readonly LanguageTexts English = Languages("en").Choose(["en"]);

    [Fact]
    public void Placeholders_are_filled_and_others_are_left() =>
        English.Format("DeclarationThirdParty", ("vendor", "Acme {host}"), ("host", "acme.example")).Should().Contain("acme.example").And.Contain("Acme");

    [Fact]
    public void A_value_that_looks_like_a_placeholder_is_only_a_value()
    {
        string text = English.Format("DeclarationThirdParty", ("vendor", "{host}"), ("host", "acme.example"));

        text.Should().Be("{host} on acme.example (third party)");
    }

    [Fact]
    public void Every_text_survives_being_filled()
    {
        foreach (string key in ShippedTexts.In("en").Keys)
        {
            (string, string)[] values = [.. Placeholder().Matches(English[key]).Select(match => (match.Groups["name"].Value, "\u25A0"))];

            English.Format(key, values).Should().NotContainAny("{", "}").And.HaveLength(English[key].Length - values.Sum(value => value.Item1.Length + 1));
        }
    }

    [Theory]
    [InlineData("Day", 1, "1 day")]
    [InlineData("Day", 0, "0 days")]
    [InlineData("Day", 365, "365 days")]
    [InlineData("Month", 6, "6 months")]
    [InlineData("VendorsLink", 1, "1 vendor")]
    [InlineData("CookieCount", 1234, "1,234 cookies")]
    public void A_number_gets_its_plural_form(string key, long count, string text) => English.Count(key, count).Should().Be(text);

    [Fact]
    public void A_date_is_written_out_in_its_language()
    {
        var date = new DateTimeOffset(2026, 3, 10, 23, 30, 0, TimeSpan.FromHours(-3));

        English.Date(date).Should().Be("Wednesday, March 11, 2026", "dates are those of UTC");
        Languages("de").Choose(["de"]).Date(date).Should().Be("Mittwoch, 11. M\u00e4rz 2026");
    }

    // In the calendar that the language's readers use: Persian in Persian, Buddhist in Thai.
    [Theory]
    [InlineData("fr", "mercredi 11 mars 2026")]
    [InlineData("da", "onsdag den 11. marts 2026")]
    [InlineData("pl", "\u015Broda, 11 marca 2026")]
    [InlineData("ar", "\u0627\u0644\u0623\u0631\u0628\u0639\u0627\u0621\u060C 11 \u0645\u0627\u0631\u0633 2026")]
    [InlineData("fa", "1404 \u0627\u0633\u0641\u0646\u062F 20, \u0686\u0647\u0627\u0631\u0634\u0646\u0628\u0647")]
    [InlineData("th", "\u0E27\u0E31\u0E19\u0E1E\u0E38\u0E18\u0E17\u0E35\u0E48 11 \u0E21\u0E35\u0E19\u0E32\u0E04\u0E21 \u0E1E.\u0E28. 2569")]
    [InlineData("zh-Hant", "2026\u5E743\u670811\u65E5 \u661F\u671F\u4E09")]
    [InlineData("not a culture", "2026-03-11")]
    public void A_date_is_one_of_its_readers_calendar(string language, string date) =>
        Languages(language).Choose([language]).Date(new DateTimeOffset(2026, 3, 11, 12, 0, 0, TimeSpan.Zero)).Should().Be(date);

    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("ar", "rtl")]
    [InlineData("ar-EG", "rtl")]
    [InlineData("he", "rtl")]
    [InlineData("iw-IL", "rtl")]
    [InlineData("fa", "rtl")]
    [InlineData("ur-PK", "rtl")]
    [InlineData("uz", "ltr")]
    [InlineData("uz-Arab-AF", "rtl")]
    [InlineData("ks-Deva", "ltr")]
    [InlineData("zh-Hant", "ltr")]
    public void The_direction_is_the_languages(string language, string direction) =>
        Languages(language).Choose([language]).Direction.Should().Be(direction);

    [Fact]
    public void The_direction_is_what_the_system_says_of_every_language_that_is_shipped()
    {
        foreach (string language in LanguageFiles.Translated)
        {
            LanguageName.IsRightToLeft(language).Should().Be(System.Globalization.CultureInfo.GetCultureInfo(language).TextInfo.IsRightToLeft, language);
        }
    }

    [Fact]
    public void A_text_that_nobody_has_names_itself()
    {
        FluentActions.Invoking(() => English["NoSuchText"]).Should().Throw<KeyNotFoundException>().WithMessage("*'NoSuchText'*");
        English.Find("NoSuchText").Should().BeNull();
    }

    [GeneratedRegex(@"\{(?<name>[A-Za-z]+)\}")]
    private static partial Regex Placeholder();

    private static LanguageSelector Languages(string fallback) => new(new Dictionary<string, IReadOnlyDictionary<string, string>>(), fallback);
}
