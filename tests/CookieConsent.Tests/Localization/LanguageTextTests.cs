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

    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("ar", "rtl")]
    [InlineData("he", "rtl")]
    public void The_direction_is_the_languages(string language, string direction) =>
        Languages(language).Choose([language]).Direction.Should().Be(direction);

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
