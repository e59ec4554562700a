using System.Net;
using System.Text.Json;

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
        root.GetProperty("categories").EnumerateArray().Sum(category => category.GetProperty("cookies").GetArrayLength()).Should().Be(site.Policy.Cookies.Count);
        root.GetProperty("vendors").EnumerateArray().Single(vendor => vendor.GetProperty("id").GetString() == "google-analytics").ToString()
            .Should().Be("""{"id":"google-analytics","name":"Google Analytics","category":"analytics","policyUrl":"https://policies.google.com/privacy","optOutUrl":"https://tools.google.com/dlpage/gaoptout","discontinued":false}""");
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
        ["Cookies:trial:Category"] = "session",
        ["Cookies:trial:Lifetime"] = "P1M1DT1H",
    });
}
