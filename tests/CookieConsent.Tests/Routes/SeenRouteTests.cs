using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using CookieConsent.Enforcement;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace CookieConsent.Tests.Routes;

public sealed class SeenRouteTests
{
    private const string Seen = "/_cookie-consent/seen";

    private static readonly (string, string)[] FromHere = [("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Mode", "no-cors")];

    [Fact]
    public async Task While_developing_names_come_into_the_inventory()
    {
        await using Site site = await StartAsync("Development");

        HttpResponseMessage response = await site.Visitor().PostAsync(Seen, ("cookie", "_fbp"), ("local", "draft_17"), ("local", "theme"), ("session", "tab"), ("indexeddb", "keyval"), ("host", "cdn.example"));

        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
        Inventory(site).Rows.Select(row => (row.Kind, row.Name)).Should().Equal(
            (SeenKind.Cookie, "_fbp"), (SeenKind.LocalStorage, "draft_17"), (SeenKind.LocalStorage, "theme"), (SeenKind.SessionStorage, "tab"), (SeenKind.IndexedDb, "keyval"), (SeenKind.Host, "cdn.example"));
        Inventory(site).Rows.Should().OnlyContain(row => row.Traits == SeenTraits.Reported);
    }

    [Fact]
    public async Task What_is_declared_as_storage_is_declared()
    {
        await using Site site = await Site.StartAsync(
            app => app.Run(_ => Task.CompletedTask),
            new Dictionary<string, string?>(Site.Usual) { ["Cookies:draft_*:Category"] = "session", ["Cookies:draft_*:Storage"] = "LocalStorage" },
            environment: "Development");

        await site.Visitor().PostAsync(Seen, ("local", "draft_17"), ("session", "draft_17"), ("host", "www.youtube.com"));

        Inventory(site).Rows.Where(row => CookieInventory.IsDeclared(row, site.Policy)).Select(row => (row.Kind, row.Name)).Should().Equal((SeenKind.LocalStorage, "draft_*"), (SeenKind.Host, "www.youtube.com"));
    }

    [Fact]
    public async Task What_is_declared_outranks_what_is_less_specific()
    {
        await using Site site = await Site.StartAsync(
            app => app.Run(_ => Task.CompletedTask),
            new Dictionary<string, string?>(Site.Usual)
            {
                ["Cookies:draft_*:Category"] = "session",
                ["Cookies:draft_*:Storage"] = "LocalStorage",
                ["Cookies:draft_of_*:Category"] = "session",
                ["Cookies:draft_of_*:Storage"] = "LocalStorage",
                ["Cookies:draft_of_all:Category"] = "session",
                ["Cookies:draft_of_all:Storage"] = "LocalStorage",
            },
            environment: "Development");

        await site.Visitor().PostAsync(Seen, ("local", "draft_x"), ("local", "draft_of_all"), ("local", "draft_of_x"), ("session", "draft_y"));

        Inventory(site).Rows.Select(row => row.Name).Should().Equal("draft_*", "draft_of_*", "draft_of_all", "draft_y");
    }

    [Theory]
    [InlineData("www.youtube.com", "www.youtube.com", true)]
    [InlineData("www.google.com", "www.google.com", false)]
    [InlineData("www.google.com/maps", "www.google.com/maps", true)]
    [InlineData("www.google.com/pagead/", "www.google.com/pagead/", false)]
    [InlineData("www.google.com/secret", "www.google.com", false)]
    [InlineData("www.youtube.com/embed/secret", "www.youtube.com", true)]
    [InlineData("acme.example", "acme.example", false)]
    [InlineData("cdn.acme.example", "cdn.acme.example", true)]
    public async Task A_host_is_declared_where_a_declared_vendor_owns_all_of_it_or_the_part_that_was_seen(string told, string kept, bool isDeclared)
    {
        await using Site site = await Site.StartAsync(
            app => app.Run(_ => Task.CompletedTask),
            new Dictionary<string, string?>(Site.Usual) { ["Vendors:google-maps:Name"] = "Google Maps", ["Vendors:acme:Category"] = "functional", ["Vendors:acme:Origins:0"] = "*.acme.example" },
            environment: "Development");

        await site.Visitor().PostAsync(Seen, ("host", told));

        InventoryRow row = Inventory(site).Rows.Should().ContainSingle().Subject;
        row.Name.Should().Be(kept);
        CookieInventory.IsDeclared(row, site.Policy).Should().Be(isDeclared);
    }

    [Fact]
    public async Task Where_visitors_come_names_are_not_kept_and_counts_are_counted()
    {
        await using Site site = await StartAsync("Production");
        using var counted = new MetricCollector<long>(site.Services.GetRequiredService<IMeterFactory>(), WithheldReport.MeterName, "cookieconsent.undeclared");

        HttpResponseMessage response = await site.Visitor().PostAsync(Seen, ("n.cookie", "2"), ("n.local", "1"), ("n.host", "0"), ("cookie", "_fbp"));

        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
        Inventory(site).Rows.Should().BeEmpty();
        counted.GetMeasurementSnapshot().Select(measured => (measured.Value, measured.Tags["kind"], measured.Tags["source"])).Should().Equal((2L, "cookie", "browser"), (1L, "local", "browser"));
    }

    [Theory]
    [InlineData("value=_fbp")]
    [InlineData("n.cookie=-1")]
    [InlineData("n.cookie=many")]
    [InlineData("n.cookie=1001")]
    [InlineData("n.pixel=1")]
    [InlineData("cookie=")]
    [InlineData("cookie")]
    [InlineData("cookie=%20")]
    public async Task What_the_script_does_not_send_is_refused(string body)
    {
        await using Site site = await StartAsync("Development");

        (await SendAsync(site, body, FromHere)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        Inventory(site).Rows.Should().BeEmpty();
    }

    [Fact]
    public async Task A_form_is_small()
    {
        await using Site site = await StartAsync("Development");

        (await SendAsync(site, string.Join('&', Enumerable.Range(0, 50).Select(_ => "cookie=x")), FromHere)).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await SendAsync(site, string.Join('&', Enumerable.Range(0, 51).Select(_ => "cookie=x")), FromHere)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await SendAsync(site, "cookie=" + new string('x', 8192), FromHere)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await SendAsync(site, "cookie=" + new string('y', 8000), FromHere)).StatusCode.Should().Be(HttpStatusCode.NoContent);
        Inventory(site).Rows.Select(row => row.Name.Length).Should().BeEquivalentTo([1, NameFamily.Longest]);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/x-www-form-urlencoded; charset=nonsense")]
    public async Task It_is_a_form_as_browsers_write_it(string type)
    {
        await using Site site = await StartAsync("Development");
        using var body = new ByteArrayContent("cookie=_fbp"u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", type);

        HttpResponseMessage response = await site.Visitor().SendAsync(HttpMethod.Post, Seen, body, null, FromHere);

        response.StatusCode.Should().BeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.NoContent);
        ((int)response.StatusCode).Should().Be(type.StartsWith("application/x-www", StringComparison.Ordinal) ? 204 : 400);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("X-Nothing", "x", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://www.example.co.uk", HttpStatusCode.NoContent)]
    public async Task Only_this_sites_own_script_is_listened_to(string header, string value, HttpStatusCode status)
    {
        await using Site site = await StartAsync("Development");

        (await SendAsync(site, "cookie=_fbp", [(header, value)])).StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task It_is_told_and_not_asked_and_grants_nothing()
    {
        await using Site site = await StartAsync("Development");
        Visitor visitor = site.Visitor();

        (await visitor.GetAsync(Seen)).StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        await visitor.PostAsync(Seen, ("cookie", "x"));
        (await visitor.PostAsync(Seen, ("answer", "grant"), ("asked", site.Asked()))).StatusCode.Should().Be(HttpStatusCode.BadRequest);

        visitor.SetCookies.Should().BeEmpty();
    }

    [Fact]
    public async Task Invented_names_have_an_end()
    {
        await using Site site = await StartAsync("Development");
        Visitor visitor = site.Visitor();

        for (char first = 'a'; first <= 'j'; first++)
        {
            await visitor.PostAsync(Seen, [.. Enumerable.Range(0, 26).Select(second => ("local", $"{first}{(char)('a' + second)}"))]);
        }

        Inventory(site).Rows.Should().HaveCount(CookieInventory.MostReported);
        Inventory(site).Dropped.Should().Be(260 - CookieInventory.MostReported);
    }

    private static Task<Site> StartAsync(string environment) => Site.StartAsync(app => app.Run(_ => Task.CompletedTask), environment: environment);

    private static CookieInventory Inventory(Site site) => site.Services.GetRequiredService<CookieInventory>();

    private static Task<HttpResponseMessage> SendAsync(Site site, string body, (string, string)[] headers) =>
        site.Visitor().SendAsync(HttpMethod.Post, Seen, new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded"), null, headers);
}
