using CookieConsent.Localization;
using CookieConsent.Tests.Configuration;

namespace CookieConsent.Tests.Localization;

public sealed class OwnerTextTests
{
    [Fact]
    public async Task The_owners_text_stands_instead_of_the_librarys()
    {
        await using Site site = await SiteAsync("""{ "Vendors": { "stripe": {} }, "Texts": { "en": { "BannerTitle": "Cookies on Example Hosting", "rejectall": "No, thank you" } } }""");

        string page = await site.Visitor().GetTextAsync("/_cookie-consent/preferences");
        page.Should().Contain("Cookie settings");
        string bar = await site.Visitor().GetTextAsync("/");
        bar.Should().Contain("Cookies on Example Hosting").And.Contain("No, thank you").And.Contain("Accept all").And.NotContain("Cookies on this site");
    }

    [Theory]
    [InlineData("BanerTitle", "Cookies", "there is no such text.", "Did you mean \"BannerTitle\"?")]
    [InlineData("Category.analitics.Title", "Counting", "there is no such text.", "Did you mean \"Category.analytics.Title\"?")]
    [InlineData("Category.club.Title", "Club", "there is no such text.", "en.json")]
    [InlineData("other", "Another", "there is no such text.", "en.json")]
    [InlineData("BannerText", "We, {controler}, ask", "this text has no placeholder {controler}.", "{controller} would like")]
    [InlineData("RejectAll", "Reject {count}", "this text has no placeholder {count}.", "\"Reject all\"")]
    [InlineData("RejectAll", " ", "a text cannot be empty.", "Write the text")]
    public void What_replaces_nothing_is_a_mistake_that_helps(string key, string text, string rule, string remedy)
    {
        string message = Section.Message($$"""{ "Texts": { "en": { "{{key}}": "{{text}}" } } }""");

        message.Should().Contain("has 1 mistake:").And.Contain($"CookieConsent:Texts:en:{key} = ").And.Contain(rule).And.Contain(remedy);
    }

    [Theory]
    [InlineData("pl", "Day.other", "Write \"Day.one\", \"Day.few\", \"Day.many\".")]
    [InlineData("fr", "Day.many", "Write \"Day.one\", \"Day.other\".")]
    [InlineData("ja", "day.one", "Write \"day.other\".")]
    [InlineData("zh-TW", "VendorsLink.one", "Write \"VendorsLink.other\".")]
    public void A_form_that_the_language_does_not_have_is_a_mistake(string language, string key, string remedy) =>
        Section.Message($$"""{ "Texts": { "{{language}}": { "{{key}}": "{count} x" } } }""")
            .Should().Contain("has 1 mistake:").And.Contain($"CookieConsent:Texts:{language}:{key} = ").And.Contain($"numbers of \"{language}\" do not have this form.").And.Contain(remedy);

    [Fact]
    public void A_placeholder_is_known_in_every_form()
    {
        Section.Message("""{ "Texts": { "pl": { "Day.few": "{count} dni", "Day.many": "{count} dni" } } }""").Should().BeEmpty();
        Section.Message("""{ "Texts": { "pl": { "Day.few": "{counts} dni" } } }""").Should().Contain("this text has no placeholder {counts}.").And.Contain("{count} days");
        Section.Message("""{ "Texts": { "pl": { "Days.few": "{count} dni" } } }""").Should().Contain("there is no such text.").And.Contain("\"Day.few\"");
    }

    [Theory]
    [InlineData("""{ "Texts": { "de": { "BannerTitle": "Kekse" }, "pt-BR": { "BannerTitle": "Biscoitos" } } }""")]
    [InlineData("""{ "Texts": { "en": { "bannertitle": "Cookies", "BannerText": "{controller}, {controller} and again" } } }""")]
    [InlineData("""{ "Texts": { "en": { "BannerText": "No name at all" } } }""")]
    [InlineData("""{ "Categories": { "club": {} }, "Texts": { "de": { "Category.club.Title": "Verein", "Category.club.Description": "Punkte." } } }""")]
    public void What_replaces_something_is_none(string json) => Section.Message(json).Should().BeEmpty();

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("pl")]
    [InlineData("ar")]
    [InlineData("ja")]
    public void Every_shipped_text_may_be_replaced_by_itself(string language)
    {
        string texts = string.Join(", ", ShippedTexts.In(language).Select(text => $"{System.Text.Json.JsonSerializer.Serialize(text.Key)}: {System.Text.Json.JsonSerializer.Serialize(text.Value)}"));

        Section.Message($$"""{ "Texts": { "{{language}}": { {{texts}} } } }""").Should().BeEmpty();
    }

    [Fact]
    public async Task Titles_go_from_the_texts_over_the_categorys_own_to_the_librarys()
    {
        await using Site site = await SiteAsync("""
            {
              "Vendors": { "stripe": {}, "youtube": {}, "google-analytics": {} },
              "Categories": { "payment": { "Title": "Paying plainly" }, "social": { "Title": "Films plainly" } },
              "Texts": { "en": { "Category.social.Title": "Films in English" } }
            }
            """);

        string page = await site.Visitor().GetTextAsync("/_cookie-consent/preferences");
        page.Should().Contain("Paying plainly").And.Contain("Films in English").And.Contain("Analytics").And.NotContain("Films plainly");
    }

    [Fact]
    public async Task A_plain_title_is_in_the_default_language_alone()
    {
        await using Site site = await SiteAsync("""
            {
              "Vendors": { "youtube": {} }, "Categories": { "social": { "Title": "Films plainly" } },
              "Texts": { "de": { "PreferencesTitle": "Kekse", "Category.social.Title": "Filme" } }
            }
            """);

        (await site.Visitor().GetTextAsync("/_cookie-consent/preferences")).Should().Contain("Films plainly");
        HttpResponseMessage german = await site.Visitor().GetAsync("/_cookie-consent/preferences", headers: ("Accept-Language", "de"));
        (await german.Content.ReadAsStringAsync()).Should().Contain("Kekse").And.Contain("Filme").And.NotContain("Films plainly");
    }

    private static Task<Site> SiteAsync(string json) => Site.StartAsync(
        app => app.MapRazorPages(),
        Section.Settings(json),
        services => services.AddRazorPages());
}
