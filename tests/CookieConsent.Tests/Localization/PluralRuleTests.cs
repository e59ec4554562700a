using CookieConsent.Localization;

namespace CookieConsent.Tests.Localization;

public sealed class PluralRuleTests
{
    private static readonly long[] Numbers = [0, 1, 2, 3, 5, 6, 7, 10, 11, 12, 19, 21, 22, 25, 100, 101, 102, 103, 111, 112];

    private static readonly Dictionary<char, string> Forms = new()
    {
        ['Z'] = "zero",
        ['1'] = "one",
        ['2'] = "two",
        ['F'] = "few",
        ['M'] = "many",
        ['-'] = "other",
    };

    // What Intl.PluralRules says with CLDR 48, for the numbers above.
    [Theory]
    [InlineData("-1------------------", "en de nl da sv nb nn no bg et fi el hu it pt pt-PT pt-AO es es-419 es-MX tr sq ca eu gl sw")]
    [InlineData("11------------------", "fr fr-CA fr-CH pt-BR fa hi")]
    [InlineData("-1---------1---1----", "is mk")]
    [InlineData("-1FF-------1F--1FF--", "hr sr sr-Latn sr-Cyrl-RS sr-Latn-ME bs")]
    [InlineData("-1FF----------------", "cs sk")]
    [InlineData("-12FFFMM------------", "ga")]
    [InlineData("Z1-----ZZZZ1--Z1--ZZ", "lv")]
    [InlineData("-1FFFFF----1FF-1FF--", "lt")]
    [InlineData("F12FFFFFMMM------FMM", "mt")]
    [InlineData("M1FFMMMMMMMMFMMMFFMM", "pl")]
    [InlineData("F1FFFFFFFFF----FFFFF", "ro mo")]
    [InlineData("-12F-----------12F--", "sl")]
    [InlineData("M1FFMMMMMMM1FMM1FFMM", "uk ru")]
    [InlineData("Z12F-M--------------", "cy")]
    [InlineData("Z12FFFFFMMMMMM---FMM", "ar ar-EG")]
    [InlineData("-12-----------------", "he iw")]
    [InlineData("--------------------", "ja ko zh zh-TW zh-Hans zh-Hant th vi id in")]
    public void A_number_takes_the_form_that_its_language_gives_it(string expected, string languages)
    {
        foreach (string language in languages.Split(' '))
        {
            PluralRule rule = PluralRule.Of(language);

            Numbers.Select(rule.Form).Should().Equal(expected.Select(letter => Forms[letter]), language);
            rule.Forms.Should().BeEquivalentTo(expected.Distinct().Select(letter => Forms[letter]), language);
        }
    }

    [Theory]
    [InlineData("pl", 3, "few", "3 few")]
    [InlineData("sw", 3, "other", "3 other")]
    [InlineData("af", 1, "one", "1 one")]
    public void A_count_takes_the_form_of_its_number(string language, long count, string form, string text) =>
        Texts(language, new() { [$"Day.{form}"] = $"{{count}} {form}" }).Count("Day", count).Should().Be(text);

    [Fact]
    public void A_form_that_is_missing_is_said_with_the_general_one() =>
        new LanguageTexts("ar", [new Dictionary<string, string> { ["Day.other"] = "{count} general" }]).Count("Day", 2).Should().Be("2 general");

    private static LanguageTexts Texts(string language, Dictionary<string, string> texts) =>
        new LanguageSelector(new Dictionary<string, IReadOnlyDictionary<string, string>> { [language] = texts }, "en").Choose([language]);
}
