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
    [InlineData(1, "1 month")]
    [InlineData(6, "6 months")]
    [InlineData(12, "365 days")]
    public void So_is_the_length_of_an_answer(int months, string words) =>
        Page(Section.Policy($$"""{ "ValidForMonths": {{months}} }""")).Validity.Should().Be(words);

    private static PageModel Page(ConsentPolicy policy) =>
        new(policy, new LanguageSelector(policy.Settings.Texts, "en").Choose(["en"]), "");
}
