using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CookieConsent.Configuration;
using CookieConsent.Presentation;
using CookieConsent.Tests.Blazor;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CookieConsent.Tests.Presentation;

public sealed class RenderedLintTests
{
    private const string View = "/Pages/Findings.cshtml";

    /// <summary>What is wrong with the page /Findings and its layout.</summary>
    public static readonly TheoryData<string, string, string, string> Cases = new()
    {
        { "LINT-17", "Warning", View + " <script> challenges.cloudflare.com", "a captcha of another company" },
        { "LINT-34", "Info", View + " <script> js.stripe.com", "The view's reason: Agreed on paper." },
        { "LINT-34", "Error", View + " <script> js.stripe.com", "gives no reason, so it stays gated." },
        { "LINT-35", "Error", "/Pages/_Findings.cshtml <cookie-consent-head>", "a vendor's script stands before it" },
        { "LINT-36", "Warning", View + " <script> pagead2.googlesyndication.com", "limited ads" },
        { "LINT-37", "Error", View + " <script>", "its consent default grants" },
        { "LINT-52", "Warning", View, "the response is public" },
        { "LINT-53", "Warning", View + " <script> www.googletagmanager.com", "The view's reason: The shop wants it so." },
        { "LINT-61", "Error", View + " <p>", "\"no-such-vendor\"" },
        { "LINT-61", "Error", View + " <b>", "analytics is a category and no vendor" },
        { "LINT-61", "Error", View + " <i>", "google-analytics is a vendor and no category" },
        { "LINT-62", "Warning", View + " <img> px.ads.linkedin.com", "it belongs to LinkedIn, which the site does not declare" },
        { "LINT-64", "Warning", View + " <consent-embed> i.ytimg.com", "the thumbnail is not shown" },
        { "LINT-65", "Warning", View + " <script> js.datadome.co", "it loads from DataDome without consent" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_a_view_does_is_found_with_its_place_and_told_once(string id, string severity, string place, string wrong)
    {
        await using Site site = await SiteAsync();

        await site.Visitor().GetTextAsync("/Findings");
        await site.Visitor().GetTextAsync("/Findings", site.DecisionCookie("analytics", "payment"));

        LintFinding finding = Report(site).Findings.Should().ContainSingle(found => found.Id == id && found.Path == place && found.Wrong.Contains(wrong, StringComparison.Ordinal)).Subject;
        finding.Severity.ToString().Should().Be(severity);
        finding.Should().Match<LintFinding>(found => found.Wrong.EndsWith('.') && found.Remedy.EndsWith('.'));
        site.Logs.GetSnapshot().Should().ContainSingle(log => log.Message == $"Cookie consent {finding}").Which.Level.Should().Be(finding.Severity switch
        {
            LintSeverity.Error => LogLevel.Error,
            LintSeverity.Warning => LogLevel.Warning,
            _ => LogLevel.Information,
        });
    }

    [Fact]
    public async Task Nothing_else_is_found_and_nothing_of_a_visitor_is_kept()
    {
        await using Site site = await SiteAsync();

        await site.Visitor().GetTextAsync("/Findings?alice");

        Rendered(site).Select(finding => $"{finding.Id} {finding.Severity} {finding.Path}").Should().BeEquivalentTo(Cases.Select(row => $"{row[0]} {row[1]} {row[2]}"));
        Rendered(site).Select(finding => finding.ToString()).Should().NotContain(text => text.Contains("alice"));
        site.Logs.GetSnapshot().Should().NotContain(log => log.Category!.StartsWith("CookieConsent.") && log.Message.Contains("alice"));
    }

    [Fact]
    public void Every_rule_about_pages_is_tried_here() =>
        RenderedLint.Rules.Select(rule => rule.Id).Should().BeEquivalentTo(Cases.Select(row => (string)row[0]).Append("LINT-30").Distinct());

    [Fact]
    public async Task A_page_that_does_all_as_it_should_is_silent()
    {
        await using Site site = await SiteAsync();

        (await site.Visitor().GetTextAsync("/Quiet")).Should().Contain("vc-bar");
        await site.Visitor().GetTextAsync("/");
        await site.Visitor().GetTextAsync("/Placed");

        Rendered(site).Should().BeEmpty();
    }

    [Fact]
    public async Task In_report_mode_what_would_be_gated_is_a_note()
    {
        await using Site site = await SiteAsync(("Enforcement:Mode", "Report"));

        await site.Visitor().GetTextAsync("/Quiet");

        Rendered(site).Select(finding => $"{finding.Id} {finding.Severity} {finding.Path}").Should().BeEquivalentTo(
            "LINT-34 Info /Pages/Quiet.cshtml <script> www.google-analytics.com", "LINT-34 Info /Pages/Quiet.cshtml <script>",
            "LINT-34 Info /Pages/Quiet.cshtml <p>", "LINT-34 Info /Pages/Quiet.cshtml <p>", "LINT-34 Info /Pages/Quiet.cshtml <consent-embed> www.youtube.com");
    }

    [Fact]
    public async Task A_finding_is_suppressed_by_its_view_its_element_or_its_host()
    {
        await using Site site = await SiteAsync(
            ("Lint:Suppress:LINT-62:px.ads.linkedin.com", "A pixel of old"), ("Lint:Suppress:LINT-61:<b>", "Soon gone"), ("Lint:Suppress:LINT-34:/Pages/Findings.cshtml", "Known"), ("Lint:Suppress:LINT-36", "Limited ads will do"));

        await site.Visitor().GetTextAsync("/Findings");

        LintReport report = Report(site);
        report.Findings.Where(finding => finding.Id is "LINT-34" or "LINT-36" or "LINT-61" or "LINT-62").Select(finding => finding.Path).Should().BeEquivalentTo(View + " <p>", View + " <i>");
        report.Suppressed.Select(entry => entry.Reason).Distinct().Should().BeEquivalentTo("A pixel of old", "Soon gone", "Known", "Limited ads will do");
        site.Logs.GetSnapshot().Should().NotContain(log => log.Message.Contains("LINT-34") || log.Message.Contains("LINT-36") || log.Message.Contains("<b>"));
    }

    [Fact]
    public async Task What_is_found_is_on_the_audit_page_and_in_the_health_check()
    {
        await using Site site = await SiteAsync();
        await site.Visitor().GetTextAsync("/Findings");

        IHtmlDocument page = await site.Visitor().GetPageAsync("/_cookie-consent/audit");
        HealthReport health = await site.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        page.QuerySelectorAll<IHtmlTableElement>("table").Single(table => table.Caption!.TextContent == "What the lint found").Bodies[0].Rows
            .Select(row => $"{row.Cells[0].TextContent} {row.Cells[2].TextContent}").Should().Contain(Cases.Select(row => $"{row[0]} {row[2]}"));
        health.Entries["cookie_consent"].Status.Should().Be(HealthStatus.Degraded);
        health.Entries["cookie_consent"].Data["errors"].Should().BeEquivalentTo(new[] { "LINT-34", "LINT-35", "LINT-37", "LINT-61" });
        ((string[])health.Entries["cookie_consent"].Data["warnings"]).Should().Contain(["LINT-17", "LINT-52", "LINT-53", "LINT-62", "LINT-64", "LINT-65"]);
    }

    [Fact]
    public async Task What_a_changed_section_puts_right_is_gone()
    {
        await using Site site = await SiteAsync();
        await site.Visitor().GetTextAsync("/Findings");

        site.Configuration["CookieConsent:Vendors:linkedin:Name"] = "LinkedIn";
        site.Configuration.Reload();
        await site.Visitor().GetTextAsync("/Findings");

        Rendered(site).Should().NotContain(finding => finding.Id == "LINT-62").And.Contain(finding => finding.Id == "LINT-61");
    }

    [Fact]
    public async Task Findings_without_end_do_not_fill_the_memory()
    {
        await using Site site = await SiteAsync();
        RenderedFindings findings = site.Services.GetRequiredService<RenderedFindings>();

        Parallel.For(0, 10_000, number => findings.Note(RenderedLint.Shared($"/{number}"), site.Policy));

        findings.Of(site.Policy).Should().HaveCountGreaterThanOrEqualTo(RenderedFindings.Most).And.HaveCountLessThan(RenderedFindings.Most + 100, "threads that race may put in one too many each");
    }

    [Fact]
    public async Task A_page_with_the_banner_and_no_way_back_is_an_error()
    {
        await using Site site = await SiteAsync();
        await using Site wayless = await BlazorAsync<WaylessApp>();
        await using Site bare = await BlazorAsync<BareApp>();
        await using Site nothingAsked = await BlazorAsync<WaylessApp>([]);

        await site.Visitor().GetTextAsync("/Bare");
        foreach (Site app in (Site[])[wayless, bare, nothingAsked])
        {
            await app.Visitor().GetTextAsync("/");
        }

        (await WithoutWayBackAsync(site)).Should().Be("Bare");
        (await WithoutWayBackAsync(wayless)).Should().Be("/");
        Rendered(bare).Should().BeEmpty("it has a link of its own");
        Rendered(nothingAsked).Should().BeEmpty();
    }

    /// <summary>The page is judged when all of it has been sent, which a visitor does not wait for.</summary>
    private static async Task<string> WithoutWayBackAsync(Site site)
    {
        for (int attempt = 0; attempt < 500 && Rendered(site).Count == 0; attempt++)
        {
            await Task.Delay(10);
        }

        LintFinding finding = Rendered(site).Should().ContainSingle().Subject;
        (finding.Id, finding.Severity).Should().Be(("LINT-30", LintSeverity.Error));
        return finding.Path;
    }

    private static LintReport Report(Site site) => site.Services.GetRequiredService<LintToDate>().Of(site.Policy);

    private static ICollection<LintFinding> Rendered(Site site) => site.Services.GetRequiredService<RenderedFindings>().Of(site.Policy);

    private static Task<Site> SiteAsync(params (string Key, string Value)[] settings) => Site.StartAsync(
        app => app.MapRazorPages(),
        [.. Site.Usual, .. settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))],
        services =>
        {
            services.AddRazorPages().AddApplicationPart(typeof(Site).Assembly);
            services.AddHealthChecks().AddCookieConsentCheck();
        },
        environment: "Development");

    private static Task<Site> BlazorAsync<TApp>(IEnumerable<KeyValuePair<string, string?>>? settings = null) => Site.StartAsync(
        app =>
        {
            app.UseAntiforgery();
            app.MapRazorComponents<TApp>();
        },
        settings,
        services => services.AddRazorComponents());
}
