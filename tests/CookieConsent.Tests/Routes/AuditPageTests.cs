using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

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

    [Fact]
    public async Task What_can_be_pasted_can_be_read_as_configuration()
    {
        await using Site site = await StartAsync(app => app.Run(context =>
        {
            context.Response.Headers.SetCookie = new[] { "rc::x=1; Max-Age=60", "plain=1", "o'brien&co=1", "Identity.StatusMessage=1", "_gcl_au=1" };
            return Task.CompletedTask;
        }));
        await site.Visitor().GetAsync("/");

        IHtmlDocument page = await site.Visitor().GetPageAsync(Audit);
        string Pasted(string into) => string.Join(", ", page.QuerySelectorAll("section").Where(section => section.QuerySelectorAll("p code").First().TextContent == into).Select(section => section.QuerySelectorAll("p code").Last().TextContent));
        string json = $$"""{ "Cookies": { {{Pasted("Cookies")}} }, "Vendors": { {{Pasted("Vendors")}} } }""";

        Configuration.Section.Mistakes(json).Should().BeEmpty();
        Configuration.Section.Policy(json).Cookies.Select(cookie => cookie.Pattern.Text).Should().Contain(["rc::x", "plain", "o'brien&co", "Identity.StatusMessage", "_gcl_au"]);
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
        page.Body!.TextContent.Should().Contain("<script>alert(1)</script>").And.Contain("No entry can declare this name").And.Contain("This is no host name.");
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
