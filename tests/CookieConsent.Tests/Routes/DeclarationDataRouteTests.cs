using System.Net;
using System.Text.Json;
using CookieConsent.Localization;
using CookieConsent.Tests.Presentation;

namespace CookieConsent.Tests.Routes;

public sealed class DeclarationDataRouteTests
{
    private const string Path = "/_cookie-consent/declaration.json";

    [Fact]
    public async Task It_says_all_that_the_page_says()
    {
        await using Site site = await SiteAsync();

        JsonElement root = await ReadAsync(site);

        root.GetProperty("lang").GetString().Should().Be("en");
        root.GetProperty("hash").GetString().Should().Be(site.Policy.DeclarationHash);
        root.GetProperty("changed").ValueKind.Should().Be(JsonValueKind.Null);
        root.GetProperty("controller").ToString().Should().Be("""{"name":"Example Hosting Ltd","contact":"privacy@example.com"}""");
        root.GetProperty("answerKeptFor").GetString().Should().Be("6 months");
        root.GetProperty("preferencesUrl").GetString().Should().Be("/_cookie-consent/preferences");
        root.GetProperty("categories").EnumerateArray().Select(category => category.GetProperty("id").GetString()).Should().Equal(site.Policy.Categories.Select(category => category.Id));
        root.GetProperty("vendors").EnumerateArray().Single(vendor => vendor.GetProperty("id").GetString() == "google-analytics").ToString()
            .Should().Be("""{"id":"google-analytics","name":"Google Analytics","category":"analytics","policyUrl":"https://policies.google.com/privacy","optOutUrl":"https://tools.google.com/dlpage/gaoptout","discontinued":false}""");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("ar")]
    public async Task Every_row_of_the_page_is_an_entry_and_every_entry_a_row(string language)
    {
        await using Site site = await SiteAsync(new(Site.Usual)
        {
            ["Language"] = language,
            ["Vendors:acme:Category"] = "functional",
            ["Vendors:cloudflare:Name"] = "Cloudflare",
            ["Cookies:acme_id:Vendor"] = "acme",
            ["Cookies:acme_id:Host"] = "club.acme.example",
            ["Cookies:acme_seen:Vendor"] = "acme",
            ["Cookies:acme_seen:Storage"] = "Pixel",
            ["Cookies:csrf:Category"] = "session",
        });
        Dictionary<string, string> texts = new(ShippedTexts.In(language));

        DeclarationRow[] rows = [.. DeclarationRow.Of(await site.Visitor().GetPageAsync("/_cookie-consent/declaration"))];
        JsonElement root = await ReadAsync(site);

        Dictionary<string, string> vendors = root.GetProperty("vendors").EnumerateArray().ToDictionary(vendor => Text(vendor, "id")!, vendor => Text(vendor, "name")!);
        string[] entries = [.. from category in root.GetProperty("categories").EnumerateArray()
                               from cookie in category.GetProperty("cookies").EnumerateArray()
                               let purpose = Text(cookie, "purpose") ?? texts["DeclarationPurposeMissing"]
                               let reason = Text(cookie, "reason") ?? (category.GetProperty("essential").GetBoolean() ? texts["DeclarationPurposeMissing"] : null)
                               let vendor = Text(cookie, "vendor") is { } id ? vendors[id] : texts["DeclarationThisSite"]
                               select Line(Text(category, "title"), vendor, Text(cookie, "access"), Text(cookie, "name"), purpose, Text(cookie, "keptFor"), Text(cookie, "storage"), reason, Text(cookie, "party"))];
        rows.Select(row => Line(row.Category, row.Vendor, row.Access.Split('–', 2)[1].Trim(), row.Name, row.Purpose, row.Lifetime, Storage(texts, row.Storage), row.Reason, row.IsFolded ? "third" : "first"))
            .Should().BeEquivalentTo(entries);
        entries.Length.Should().Be(site.Policy.Cookies.Count);
    }

    [Theory]
    [InlineData("__cf_bm", "What it is for would stop working.")]
    [InlineData("cf_clearance", "What it is for would stop working.")]
    [InlineData(".CookieConsent", "We would have to ask you about cookies on every page.")]
    [InlineData("basket", "The basket would be empty")]
    [InlineData("trial", null)]
    [InlineData("_ga", null)]
    public async Task A_reason_is_given_as_the_page_gives_it(string name, string? reason)
    {
        await using Site site = await SiteAsync(new(Site.Usual) { ["Vendors:cloudflare:Name"] = "Cloudflare" });

        Text(JsonDocument.Parse(Entry(await ReadAsync(site), name)).RootElement, "reason").Should().Be(reason);
    }

    [Fact]
    public async Task Every_entry_has_the_same_members()
    {
        await using Site site = await SiteAsync();

        JsonElement root = await ReadAsync(site);

        Entry(root, "basket").Should().Be("""{"name":"basket","vendor":null,"purpose":"Remembers what is in your basket","keptFor":"until you close the browser","lifetime":"session","party":"first","host":null,"access":"This site (first party)","storage":"cookie","reason":"The basket would be empty"}""");
        Entry(root, "VISITOR_INFO1_LIVE").Should().Contain("\"vendor\":\"youtube\"").And.Contain("\"lifetime\":\"P6M\"").And.Contain("\"party\":\"third\",\"host\":\"youtube.com\"").And.EndWith("\"reason\":null}");
        Entry(root, "__stripe_sid").Should().Contain("\"keptFor\":\"30 minutes\",\"lifetime\":\"PT30M\"");
        Entry(root, "seen").Should().Contain("\"keptFor\":\"until it is deleted\",\"lifetime\":null").And.Contain("\"storage\":\"localStorage\"");
        Entry(root, "pixel").Should().Contain("\"lifetime\":null,\"party\":\"third\",\"host\":null,\"access\":\"Google Analytics\"");
        Entry(root, "trial").Should().Contain("\"lifetime\":\"P1M1DT1H\"");
    }

    [Fact]
    public async Task It_is_sent_again_only_when_it_has_changed()
    {
        await using Site site = await SiteAsync();
        Visitor visitor = site.Visitor();

        HttpResponseMessage first = await visitor.GetAsync(Path, navigates: false);
        string tag = first.Headers.ETag!.ToString();
        HttpResponseMessage same = await visitor.GetAsync(Path, navigates: false, headers: ("If-None-Match", tag));
        HttpResponseMessage weak = await visitor.GetAsync(Path, navigates: false, headers: ("If-None-Match", $"\"other\", W/{tag}"));
        HttpResponseMessage other = await visitor.GetAsync(Path, navigates: false, headers: ("If-None-Match", "\"other\""));

        first.Content.Headers.ContentType!.ToString().Should().Be("application/json; charset=utf-8");
        first.Headers.CacheControl!.ToString().Should().Be("no-cache");
        first.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        same.StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await same.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        weak.StatusCode.Should().Be(HttpStatusCode.NotModified);
        other.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Other_sites_cannot_read_it_and_reading_decides_nothing()
    {
        await using Site site = await SiteAsync();
        Visitor visitor = site.Visitor();

        HttpResponseMessage response = await visitor.GetAsync(Path, navigates: false, headers: ("Origin", "https://other.example"));

        response.Headers.Should().NotContain(header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        visitor.SetCookies.Should().BeEmpty();
        (await visitor.PostAsync(Path)).StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        (await (await visitor.SendAsync(HttpMethod.Head, Path, null, null, [])).Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Its_language_is_chosen_as_the_pages_is()
    {
        await using Site site = await SiteAsync(new(Site.Usual) { ["Texts:de:StorageCookie"] = "Cookie", ["Texts:de:LifetimeSession"] = "bis Sie den Browser schließen" });

        JsonElement root = await ReadAsync(site, ("Accept-Language", "de-AT, en;q=0.5"));

        root.GetProperty("lang").GetString().Should().Be("de");
        Entry(root, "basket").Should().Contain("bis Sie den Browser");
    }

    private static string Line(params string?[] cells) => string.Join('|', cells).ToUpperInvariant();

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();

    private static string Storage(Dictionary<string, string> texts, string shown) => texts.First(text => text.Key.StartsWith("Storage", StringComparison.Ordinal) && text.Value == shown).Key["Storage".Length..];

    private static string Entry(JsonElement root, string name) => root.GetProperty("categories").EnumerateArray()
        .SelectMany(category => category.GetProperty("cookies").EnumerateArray()).Single(cookie => cookie.GetProperty("name").GetString() == name).ToString();

    private static async Task<JsonElement> ReadAsync(Site site, params (string, string)[] headers)
    {
        HttpResponseMessage response = await site.Visitor().GetAsync(Path, navigates: false, headers: headers);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    private static Task<Site> SiteAsync(Dictionary<string, string?>? settings = null) => Site.StartAsync(_ => Task.CompletedTask, new Dictionary<string, string?>(settings ?? Site.Usual)
    {
        ["Cookies:seen:Category"] = "analytics",
        ["Cookies:seen:Storage"] = "LocalStorage",
        ["Cookies:pixel:Vendor"] = "google-analytics",
        ["Cookies:pixel:Storage"] = "Pixel",
        ["Cookies:trial:Category"] = "session",
        ["Cookies:trial:Lifetime"] = "P1M1DT1H",
    });
}
