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
    [InlineData("sw, fr;q=0.5, de;q=0.8", "de")]
    [InlineData("nl, fr;q=0.5, de;q=0.8", "nl")]
    [InlineData("de;q=0, fr;q=0.1", "fr")]
    [InlineData("eo, la", "en")]
    [InlineData("*", "en")]
    [InlineData("-, ;;q=x", "en")]
    [InlineData("fr-CA, en", "fr-CA")]
    [InlineData("fr-CH, en", "fr")]
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
    [InlineData("sw", "de")]
    public async Task The_apps_request_culture_goes_before_both(string culture, string language) =>
        (await LanguageAsync(Texts(""", "Language": "de" """), "en", culture)).Should().Be(language);

    [Fact]
    public async Task A_page_in_another_script_is_in_its_own_letters_and_direction()
    {
        await using Site site = await SiteAsync("{}");

        string page = await (await site.Visitor().GetAsync("/_cookie-consent/preferences", headers: ("Accept-Language", "ar-EG"))).Content.ReadAsStringAsync();

        page.Should().Contain("lang=\"ar\" dir=\"rtl\"").And.Contain(ShippedTexts.In("ar")["PreferencesTitle"]).And.NotContain("&#x6");
    }

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
    [InlineData("de-AT", "AcceptAll", "Alle akzeptieren")]
    [InlineData("af", "RejectAll", "Weier almal")]
    [InlineData("af", "AcceptAll", "Accept all")]
    [InlineData("de-CH", "PreferencesTitle", "Kekse")]
    [InlineData("en-GB", "PreferencesTitle", "Biscuits")]
    public void A_text_comes_from_the_language_else_its_parent_else_the_library(string fallback, string key, string text) =>
        new LanguageSelector(
            new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.OrdinalIgnoreCase)
            {
                ["de"] = new Dictionary<string, string> { ["PreferencesTitle"] = "Kekse", ["RejectAll"] = "Ablehnen" },
                ["de-AT"] = new Dictionary<string, string> { ["PreferencesTitle"] = "Kekserl" },
                ["af"] = new Dictionary<string, string> { ["RejectAll"] = "Weier almal" },
                ["en"] = new Dictionary<string, string> { ["PreferencesTitle"] = "Biscuits" },
            },
            fallback).Choose([fallback])[key].Should().Be(text);

    [Theory]
    [InlineData("zh", "zh-Hans")]
    [InlineData("zh-CN zh-SG zh-Hans-HK zh-hans-cn ZH-cn", "zh-Hans")]
    [InlineData("zh-TW zh-HK zh-MO zh-Hant-TW zh-Hant-MY", "zh-Hant")]
    [InlineData("no no-NO nb-NO", "nb")]
    [InlineData("nn-NO", "nn")]
    [InlineData("es-MX es-AR es-US es-419 es-co", "es-419")]
    [InlineData("es-ES es-GQ es", "es")]
    [InlineData("pt-PT pt-AO pt", "pt")]
    [InlineData("pt-BR", "pt-BR")]
    [InlineData("sr-RS sr-Cyrl sr-Cyrl-BA", "sr")]
    [InlineData("sr-Latn-RS sr-Latn sr-ME sh", "sr-Latn")]
    [InlineData("bs-Latn bs-Latn-BA", "bs")]
    [InlineData("fr-CA", "fr-CA")]
    [InlineData("fr-BE fr-CH", "fr")]
    [InlineData("de-AT de-CH-1996", "de")]
    [InlineData("iw iw-IL he-IL", "he")]
    [InlineData("in in-ID id-ID", "id")]
    [InlineData("mo ro-MD", "ro")]
    [InlineData("ca-ES-valencia ca-AD", "ca")]
    [InlineData("en-GB en-IN sw x-klingon qqq", "en")]
    public void A_country_gets_the_language_that_is_written_there(string wishes, string language)
    {
        foreach (string wish in wishes.Split(' '))
        {
            Choose(wish).Language.Should().Be(language, wish);
        }
    }

    [Fact]
    public void A_wish_without_end_is_no_language() =>
        Choose("de" + string.Concat(Enumerable.Repeat("-a", 8000))).Language.Should().Be("en");

    [Theory]
    [InlineData("zh-TW", "zh-Hans")]
    [InlineData("sr-Latn-RS", "sr")]
    public void Who_reads_one_script_is_not_served_the_other(string wish, string other) =>
        new LanguageSelector(
            new Dictionary<string, IReadOnlyDictionary<string, string>> { [other] = new Dictionary<string, string> { ["RejectAll"] = "?" } },
            "en").Choose([wish])["RejectAll"].Should().NotBe("?");

    [Theory]
    [InlineData("zh", "zh-CN")]
    [InlineData("zh-Hans", "zh")]
    [InlineData("no", "nb-NO")]
    [InlineData("nb", "no")]
    [InlineData("es-419", "es-MX")]
    [InlineData("es", "es-MX")]
    public void The_owners_text_for_a_language_reaches_all_its_readers(string owner, string wish) =>
        new LanguageSelector(
            new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.OrdinalIgnoreCase) { [owner] = new Dictionary<string, string> { ["RejectAll"] = "!" } },
            "en").Choose([wish])["RejectAll"].Should().Be("!");

    [Fact]
    public void A_culture_without_a_name_wishes_for_nothing() =>
        new LanguageSelector(new Dictionary<string, IReadOnlyDictionary<string, string>>(), "en").Choose([CultureInfo.InvariantCulture.Name]).Language.Should().Be("en");

    private static LanguageTexts Choose(string wish) =>
        new LanguageSelector(new Dictionary<string, IReadOnlyDictionary<string, string>>(), "en").Choose([wish]);

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
