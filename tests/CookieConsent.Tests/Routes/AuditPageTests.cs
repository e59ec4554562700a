using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CookieConsent.Enforcement;

namespace CookieConsent.Tests.Routes;

public sealed class AuditPageTests
{
    private const string Audit = "/_cookie-consent/audit";

    [Theory]
    [InlineData("Development", HttpStatusCode.OK)]
    [InlineData("Staging", HttpStatusCode.NotFound)]
    [InlineData("Production", HttpStatusCode.NotFound)]
    public async Task Only_a_developer_sees_it(string environment, HttpStatusCode status)
    {
        await using Site site = await Site.StartAsync(app => app.Run(_ => Task.CompletedTask), environment: environment);

        (await site.Visitor().GetAsync(Audit)).StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task It_shows_what_was_seen_and_what_declares_it()
    {
        await using Site site = await StartAsync(app => app.MapGet("/shop", context =>
        {
            context.Response.Cookies.Append("basket", "1");
            context.Response.Cookies.Append("__stripe_mid", "1");
            context.Response.Cookies.Append("_gcl_au", "1");
            context.Response.Cookies.Append("sess_ab12cd34", "1", new CookieOptions { MaxAge = TimeSpan.FromHours(30) });
            context.Response.Cookies.Append("Identity.StatusMessage", "1");
            return Task.CompletedTask;
        }));
        await site.Visitor().GetAsync("/shop", "stranger=1");

        IHtmlDocument page = await site.Visitor().GetPageAsync(Audit);

        Proposal(page, "_gcl_au").Should().Be("\"google-ads\": {}");
        Proposal(page, "sess_*").Should().Be("""
            "sess_*": { "Category": "functional", "Lifetime": "P2D", "Purpose": "" }
            """);
        Proposal(page, "Identity.StatusMessage").Should().Be("""
            "Identity.StatusMessage": { "Category": "session", "Purpose": "Blazor Identity pages pass a status line across one redirect", "Lifetime": "PT1M", "Reason": "" }
            """);
        page.QuerySelector("section[aria-label=_gcl_au]")!.TextContent.Should().Contain("category advertising: Links a visit or a purchase to the ad that was clicked");
        page.QuerySelector("section[aria-label=stranger]")!.TextContent.Should().Contain("Only sent by browsers");
        Cells(page, "All that was seen", "basket").Should().Equal("basket", "cookie", "session", "set by the app, readable by scripts, not Secure", "/shop", "the session", "2026-03-10 12:30 UTC", "2026-03-10 12:30 UTC");
        Cells(page, "All that was seen", "__stripe_mid")[2].Should().Be("payment, Stripe");
        Cells(page, "All that was seen", "_gcl_au")[2].Should().Be("undeclared; the catalogue knows it as Google Ads, advertising");
    }

    [Fact]
    public async Task It_shows_the_lint_the_suppressed_the_lifetimes_and_what_was_never_seen()
    {
        await using Site site = await StartAsync(
            app => app.Run(context =>
            {
                context.Response.Cookies.Append("basket", "1", new CookieOptions { MaxAge = TimeSpan.FromDays(9) });
                return Task.CompletedTask;
            }),
            ("Lint:Suppress:LINT-36", "Our ads are limited ads"));
        await site.Visitor().GetAsync("/");

        IHtmlDocument page = await site.Visitor().GetPageAsync(Audit);

        Cells(page, "What the lint found", "LINT-47").Should().Equal("LINT-47", "warning", "Cookies:basket", "It was set for 9 days, longer than it is declared for.", "Declare the true lifetime, or set it for less.");
        Cells(page, "Suppressed by the owner", "LINT-36")[1].Should().Be("Our ads are limited ads");
        Cells(page, "Set for longer than declared", "basket").Should().Equal("basket", "until you close the browser", "9 days");
        page.QuerySelectorAll("h2").Single(heading => heading.TextContent == "Declared and not seen").ParentElement!.TextContent.Should().Contain("ad_shown");
        page.QuerySelectorAll("li").Select(item => item.TextContent).Where(text => text.StartsWith("LINT-", StringComparison.Ordinal)).Should().HaveCount(CookieConsentLint.Rules.Count);
    }

    [Theory]
    [InlineData("cookie plain", "cookie o'brien&co", "cookie Identity.StatusMessage", "cookie _gcl_au", "cookie _gcl_aw", "cookie rc::x")]
    [InlineData("cookie i18n", "cookie a11y", "cookie v10", "cookie ab10", "cookie abc123", "cookie cafe24", "cookie face2face", "cookie recentlyViewedProducts2")]
    [InlineData("cookie promo2024", "cookie promo_seen", "cookie sess_ab12cd34", "cookie sess_99aa88bb", "cookie item17", "cookie item18")]
    [InlineData("cookie draft_jane.doe@example.com", "local draft_joe@example.com", "cookie a_very_long_name_a_very_long_name_a_very_long_name_a_very_long_name_a_very_long_name_a_very_long_name_a_very_long_name")]
    [InlineData("local okta-token-storage", "local msal.2.account.keys", "session msal.5", "local rc::a", "session rc::b", "local ucData", "indexeddb firebaseLocalStorageDb", "local _hjLocalStorageTest", "local yt-remote-device-id", "local yt-remote-session-app", "session yt-remote-session-app")]
    [InlineData("local draft_17", "session tab:17", "indexeddb keyval", "local @@auth0spajs@@::x", "local ab.storage.x")]
    [InlineData("host cdn.example", "host xn--bcher-kva.example", "host www.youtube.com", "host i.ytimg.com", "host www.google.com/maps", "host a.b-c.example", "host a-b.c.example", "host 192.0.2.7")]
    [InlineData("cookie messagesUtk", "cookie hubspotutk", "vendor hubspot", "cookie Identity.External")]
    [InlineData("cookie messagesUtk", "cookie _gcl_au", "cookie hubspotutk")]
    [InlineData("cookie theme", "cookie Theme", "local theme", "session theme", "indexeddb theme", "cookie app:theme", "cookie app-theme", "local THEME")]
    public async Task What_can_be_pasted_declares_what_was_seen(params string[] seen)
    {
        (string Kind, string Name)[] all = [.. seen.Select(text => text.Split(' ')).Select(parts => (parts[0], parts[1]))];
        string[] declared = [.. all.Where(one => one.Kind == "vendor").Select(one => $"\"{one.Name}\": {{}}")];
        await using Site site = await Site.StartAsync(
            app => app.Run(context =>
            {
                context.Response.Headers.SetCookie = all.Where(one => one.Kind == "cookie").Select(one => $"{one.Name}=1; Max-Age=60").ToArray();
                return Task.CompletedTask;
            }),
            Configuration.Section.Settings($$"""{ "Vendors": { {{string.Join(", ", declared)}} } }"""),
            environment: "Development");
        await site.Visitor().GetAsync("/");
        await site.Visitor().PostAsync("/_cookie-consent/seen", [.. all.Where(one => one.Kind is not ("cookie" or "vendor"))]);
        IReadOnlyList<InventoryRow> rows = site.Services.GetRequiredService<CookieInventory>().Rows;
        IHtmlDocument page = await site.Visitor().GetPageAsync(Audit);
        string Pasted(string into, params string[] before) => string.Join(", ", before.Concat(page.QuerySelectorAll("section p + p > code").Where(code => code.ParentElement!.PreviousElementSibling!.TextContent == $"Add to {into}:").Select(code => code.TextContent)));

        string json = $$"""{ "Cookies": { {{Pasted("Cookies")}} }, "Vendors": { {{Pasted("Vendors", declared)}} } }""";

        await using Site after = await Site.StartAsync(_ => Task.CompletedTask, Configuration.Section.Settings(json));
        rows.Should().NotBeEmpty().And.OnlyContain(row => CookieInventory.IsDeclared(row, after.Policy), json);
        foreach ((_, string name) in all.Where(one => one.Kind == "cookie"))
        {
            after.Policy.Classify(name).Cookie.Should().NotBeNull($"{name} was set, and pasted was {json}");
        }

        page.Body!.TextContent.Should().NotContainAny("jane", "joe", "ab12cd34");
    }

    [Fact]
    public async Task One_name_with_a_number_makes_no_pattern_that_would_take_other_names()
    {
        await using Site site = await StartAsync(app => app.Run(context =>
        {
            context.Response.Cookies.Append("promo2024", "1");
            return Task.CompletedTask;
        }));
        await site.Visitor().GetAsync("/");

        Proposal(await site.Visitor().GetPageAsync(Audit), "promo2024").Should().StartWith("\"promo2024\": {");
    }

    [Fact]
    public async Task Hostile_names_are_text()
    {
        await using Site site = await StartAsync(app => app.Run(_ => Task.CompletedTask));
        Visitor visitor = site.Visitor();
        await visitor.GetAsync("/", "<script>alert(1)</script>=1; \"onclick=x; *=2; {{7*7}}=3");
        await visitor.PostAsync("/_cookie-consent/seen", ("local", "<img src=x onerror=alert(1)>"), ("host", "\"><b>"));

        IHtmlDocument page = await visitor.GetPageAsync(Audit);

        page.QuerySelectorAll("script, img, b, [onclick], [onerror], [style]").Should().BeEmpty();
        page.Body!.TextContent.Should().Contain("<script>alert(1)</script>").And.Contain("No entry can declare this name").And.Contain("No entry can declare this host");
    }

    [Fact]
    public async Task It_is_english_whatever_the_visitor_reads_and_needs_no_script()
    {
        await using Site site = await StartAsync(app => app.Run(_ => Task.CompletedTask));

        HttpResponseMessage response = await site.Visitor().GetAsync(Audit, headers: ("Accept-Language", "de"));
        string page = await response.Content.ReadAsStringAsync();

        page.Should().Contain("<html lang=\"en\"").And.NotContain("<script").And.NotContain("style=");
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    private static Task<Site> StartAsync(Action<WebApplication> app, params (string Key, string Value)[] settings) => Site.StartAsync(
        app,
        [.. Site.Usual, .. settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))],
        environment: "Development");

    private static string Proposal(IHtmlDocument page, string name) =>
        page.QuerySelectorAll("section").Single(section => section.GetAttribute("aria-label") == name).QuerySelectorAll("p code").Last().TextContent;

    private static string[] Cells(IHtmlDocument page, string caption, string first) => [.. page.QuerySelectorAll<IHtmlTableElement>("table")
        .Single(table => table.Caption!.TextContent == caption).Bodies[0].Rows.First(row => row.Cells[0].TextContent == first).Cells.Select(cell => cell.TextContent)];
}
