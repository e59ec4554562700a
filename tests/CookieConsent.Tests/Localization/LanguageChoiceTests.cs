using System.Globalization;
using CookieConsent.Localization;
using CookieConsent.Tests.Configuration;

namespace CookieConsent.Tests.Localization;

public sealed class LanguageChoiceTests
{
    private const string German = """ "de": { "PreferencesTitle": "Kekseinstellungen" } """;
    private const string French = """ "fr": { "PreferencesTitle": "R\u00e9glages" } """;
    private const string Austrian = """ "de-AT": { "PreferencesTitle": "Kekserl" } """;

    [Theory]
    [InlineData(null, "en")]
    [InlineData("de", "de")]
    [InlineData("DE-de", "de")]
    [InlineData("de-AT", "de-AT")]
    [InlineData("de-AT-x-wien", "de-AT")]
    [InlineData("nl, fr;q=0.5, de;q=0.8", "de")]
    [InlineData("de;q=0, fr;q=0.1", "fr")]
    [InlineData("eo, la", "en")]
    [InlineData("*", "en")]
    [InlineData("-, ;;q=x", "en")]
    [InlineData("fr-CA, en", "fr")]
    public async Task Without_a_word_from_app_or_owner_the_browsers_first_known_wish_counts(string? wish, string language) =>
        (await LanguageAsync(Texts(), wish)).Should().Be(language);

    [Theory]
    [InlineData("de", "fr", "de")]
    [InlineData("de-CH", "fr", "de-CH")]
    [InlineData("en", "de", "en")]
    public async Task The_sections_language_goes_before_the_browsers(string owner, string wish, string language) =>
        (await LanguageAsync(Texts($$""", "Language": "{{owner}}" """), wish)).Should().Be(language);

    [Theory]
    [InlineData("fr", "fr")]
    [InlineData("de-AT", "de-AT")]
    [InlineData("de-LU", "de")]
    [InlineData("nl", "de")]
    public async Task The_apps_request_culture_goes_before_both(string culture, string language) =>
        (await LanguageAsync(Texts(""", "Language": "de" """), "en", culture)).Should().Be(language);

    [Fact]
    public async Task Where_the_browser_chooses_caches_are_told()
    {
        await using Site chooses = await SiteAsync(Texts());
        await using Site fixedLanguage = await SiteAsync(Texts(""", "Language": "de" """));

        (await chooses.Visitor().GetAsync("/_cookie-consent/preferences")).Headers.Vary.Should().Contain("Accept-Language");
        (await fixedLanguage.Visitor().GetAsync("/_cookie-consent/preferences")).Headers.Vary.Should().NotContain("Accept-Language");
    }

    [Theory]
    [InlineData("de-AT", "PreferencesTitle", "Kekserl")]
    [InlineData("de-AT", "RejectAll", "Ablehnen")]
    [InlineData("de-AT", "AcceptAll", "Accept all")]
    [InlineData("de-CH", "PreferencesTitle", "Kekse")]
    [InlineData("en-GB", "PreferencesTitle", "Biscuits")]
    public void A_text_comes_from_the_language_else_its_parent_else_the_library(string fallback, string key, string text) =>
        new LanguageSelector(
            new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.OrdinalIgnoreCase)
            {
                ["de"] = new Dictionary<string, string> { ["PreferencesTitle"] = "Kekse", ["RejectAll"] = "Ablehnen" },
                ["de-AT"] = new Dictionary<string, string> { ["PreferencesTitle"] = "Kekserl" },
                ["en"] = new Dictionary<string, string> { ["PreferencesTitle"] = "Biscuits" },
            },
            fallback).Choose([fallback])[key].Should().Be(text);

    [Fact]
    public void With_one_language_there_is_no_choice()
    {
        var none = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        var german = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["de"] = new Dictionary<string, string>() };

        new LanguageSelector(none, "en").HasChoice.Should().Be(ShippedTexts.Languages.Count > 1);
        new LanguageSelector(german, "en").HasChoice.Should().BeTrue();
    }

    [Fact]
    public void A_culture_without_a_name_wishes_for_nothing() =>
        new LanguageSelector(new Dictionary<string, IReadOnlyDictionary<string, string>>(), "en").Choose([CultureInfo.InvariantCulture.Name]).Language.Should().Be("en");

    private static async Task<string> LanguageAsync(string json, string? wish, string? culture = null)
    {
        await using Site site = await SiteAsync(json, culture);
        (string, string)[] headers = wish is null ? [] : [("Accept-Language", wish)];
        HttpResponseMessage response = await site.Visitor().GetAsync("/_cookie-consent/preferences", headers: headers);
        string page = await response.Content.ReadAsStringAsync();
        int start = page.IndexOf(" lang=\"", StringComparison.Ordinal) + 7;
        return page[start..page.IndexOf('"', start)];
    }

    private static Task<Site> SiteAsync(string json, string? culture = null) => Site.StartAsync(
        settings: Section.Settings(json),
        before: app => _ = culture is null ? app : app.UseRequestLocalization(options =>
        {
            options.SetDefaultCulture(culture).AddSupportedCultures(culture).AddSupportedUICultures(culture);
            options.RequestCultureProviders.Clear();
        }));

    private static string Texts(string further = "") => $$"""{ "Vendors": { "stripe": {} }, "Texts": { {{German}}, {{French}}, {{Austrian}} } {{further}} }""";
}
