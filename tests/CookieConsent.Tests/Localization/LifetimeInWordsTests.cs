using CookieConsent.Consent;
using CookieConsent.Localization;
using CookieConsent.Presentation;
using CookieConsent.Tests.Configuration;

namespace CookieConsent.Tests.Localization;

public sealed class LifetimeInWordsTests
{
    [Theory]
    [InlineData("session", "until you close the browser")]
    [InlineData("P1Y", "1 year")]
    [InlineData("P12M", "1 year")]
    [InlineData("P13M", "13 months")]
    [InlineData("P1M", "1 month")]
    [InlineData("400 days", "400 days")]
    [InlineData("PT30M", "30 minutes")]
    [InlineData("PT90M", "1 hour, 30 minutes")]
    [InlineData("P4Y", "4 years")]
    public void A_lifetime_is_told_in_words(string lifetime, string words)
    {
        ConsentPolicy policy = Section.Policy($$"""{ "Cookies": { "basket": { "Category": "session", "Lifetime": "{{lifetime}}" } } }""");

        Page(policy).Lifetime(policy.Cookies.Single(cookie => cookie.Pattern.Text == "basket")).Should().Be(words);
    }

    [Theory]
    [InlineData("de", "P1Y", "1 Jahr")]
    [InlineData("de", "PT90M", "1 Stunde, 30 Minuten")]
    [InlineData("ja", "PT90M", "1時間 30分")]
    [InlineData("fr", "P13M", "13 mois")]
    [InlineData("fr-CA", "P2Y", "2 ans")]
    [InlineData("is", "21 days", "21 dagur")]
    [InlineData("pl", "P1Y", "1 rok")]
    [InlineData("pl", "P2Y", "2 lata")]
    [InlineData("pl", "P5Y", "5 lat")]
    [InlineData("pl", "P13M", "13 miesi\u0119cy")]
    [InlineData("ru", "21 days", "21 \u0434\u0435\u043D\u044C")]
    [InlineData("ru", "P2Y", "2 \u0433\u043E\u0434\u0430")]
    [InlineData("uk", "P5Y", "5 \u0440\u043E\u043A\u0456\u0432")]
    [InlineData("cs", "3 days", "3 dny")]
    [InlineData("sl", "2 days", "2 dneva")]
    [InlineData("ja", "30 days", "30\u65E5")]
    [InlineData("de", "session", "bis Sie den Browser schlie\u00DFen")]
    public void So_it_is_in_other_languages(string language, string lifetime, string words)
    {
        ConsentPolicy policy = Section.Policy($$"""{ "Cookies": { "basket": { "Category": "session", "Lifetime": "{{lifetime}}" } } }""");

        Page(policy, language).Lifetime(policy.Cookies.Single(cookie => cookie.Pattern.Text == "basket")).Should().Be(words);
    }

    [Theory]
    [InlineData(1, "1 month")]
    [InlineData(6, "6 months")]
    [InlineData(12, "365 days")]
    public void So_is_the_length_of_an_answer(int months, string words) =>
        Page(Section.Policy($$"""{ "ValidForMonths": {{months}} }""")).Validity.Should().Be(words);

    private static PageModel Page(ConsentPolicy policy, string language = "en") =>
        new(policy, new LanguageSelector(policy.Settings.Texts, "en").Choose([language]), "");
}
