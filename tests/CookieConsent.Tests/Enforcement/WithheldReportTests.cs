using System.Diagnostics.Metrics;
using CookieConsent.Enforcement;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Testing;

namespace CookieConsent.Tests.Enforcement;

public sealed class WithheldReportTests
{
    [Fact]
    public async Task A_refused_cookie_is_named_once_and_then_only_for_debugging()
    {
        await using Site site = await Site.StartAsync(Sets("_ga=secret-value"));
        Visitor visitor = site.Visitor();

        await visitor.GetAsync("/");
        await visitor.GetAsync("/");

        FakeLogRecord[] logs = Reports(site);
        logs.Select(log => (log.Id.Name, log.Level)).Should().Equal(("CookieRefused", LogLevel.Information), ("CookieWithheldAgain", LogLevel.Debug));
        logs[0].Message.Should().Contain("_ga").And.Contain("analytics");
        site.Logs.GetSnapshot().Should().NotContain(log => log.Message.Contains("secret-value"));
    }

    [Theory]
    [InlineData("mystery=1", """ "Cookies": { "mystery": { "Category": "session", "Lifetime": "session", "Purpose": "", "Reason": "" } } """)]
    [InlineData("mystery=1; Max-Age=7200", """ "Cookies": { "mystery": { "Category": "functional", "Lifetime": "PT120M", "Purpose": "" } } """)]
    [InlineData("sess_ab12cd34=1", """ "Cookies": { "sess_*": { "Category": "session", """)]
    [InlineData("promo2024=1", """ "Cookies": { "promo2024": { "Category": "session", """)]
    public async Task An_undeclared_cookie_is_a_warning_with_the_JSON_that_declares_it(string line, string json)
    {
        await using Site site = await Site.StartAsync(Sets(line));

        await site.Visitor().GetAsync("/");

        FakeLogRecord log = Reports(site).Should().ContainSingle().Subject;
        log.Level.Should().Be(LogLevel.Warning);
        log.Message.Should().Contain(json.Trim());
    }

    [Fact]
    public async Task A_cookie_withheld_before_it_was_a_line_is_proposed_with_its_lifetime()
    {
        await using Site site = await Site.StartAsync(context =>
        {
            context.Response.Cookies.Append("mystery", "1", new CookieOptions { MaxAge = TimeSpan.FromDays(30) });
            return Task.CompletedTask;
        });

        await site.Visitor().GetAsync("/");

        Reports(site).Should().ContainSingle().Which.Message.Should().Contain("""
            "Cookies": { "mystery": { "Category": "functional", "Lifetime": "P30D", "Purpose": "" } }
            """);
    }

    [Fact]
    public async Task A_name_that_no_entry_can_declare_is_a_warning_with_the_reason()
    {
        await using Site site = await Site.StartAsync(Sets("20260310=1"));

        await site.Visitor().GetAsync("/");

        Reports(site).Should().ContainSingle().Which.Message.Should().Contain("No entry can declare this name").And.NotContain("add \"");
    }

    [Fact]
    public async Task What_looks_like_an_id_or_an_address_is_not_logged_and_its_family_is_named_once()
    {
        string[] names = ["sess_ab12cd34", "sess_99aa88bb", "draft_jane.doe@example.com", "draft_joe@example.com", "_ga_ab12cd34"];
        await using Site site = await Site.StartAsync(context =>
        {
            context.Response.Headers.SetCookie = names.Select(name => $"{name}=1").ToArray();
            return Task.CompletedTask;
        });

        await site.Visitor().GetAsync("/");

        Reports(site).Where(log => log.Level > LogLevel.Debug).Select(log => log.Message.Split('"')[1]).Should().Equal("sess_*", "draft_*", "_ga_*");
        Reports(site).Should().NotContain(log => log.Message.Contains("ab12cd34") || log.Message.Contains("example.com"));
    }

    [Theory]
    [InlineData("messagesUtk=1", "CookieCategoryUndeclared", """ "Cookies": { "messagesUtk": { "Category": "functional", "Vendor": "hubspot" } } """)]
    [InlineData("zc_loc=1", "CookieVendorUndeclared", """ "Cookies": { "zc_loc": { "Category": "advertising", "Vendor": "zoho" } } """)]
    [InlineData("_gcl_au=1", "CookieVendorUndeclared", """ "Vendors": { "google-ads": {} } """)]
    public async Task A_vendor_is_only_proposed_where_that_declares_the_cookie(string line, string log, string json)
    {
        await using Site site = await Site.StartAsync(Sets(line), new Dictionary<string, string?> { ["Vendors:hubspot:Category"] = null });

        await site.Visitor().GetAsync("/");

        FakeLogRecord found = Reports(site).Should().ContainSingle().Subject;
        (found.Id.Name, found.Level).Should().Be((log, LogLevel.Warning));
        found.Message.Should().Contain(json.Trim());
    }

    [Fact]
    public async Task A_tracker_without_a_declared_vendor_is_a_warning_that_proposes_the_vendor()
    {
        await using Site site = await Site.StartAsync(Sets("_gcl_au=1"));

        await site.Visitor().GetAsync("/");

        FakeLogRecord log = Reports(site).Should().ContainSingle().Subject;
        log.Level.Should().Be(LogLevel.Warning);
        log.Message.Should().Contain("""
            "Vendors": { "google-ads": {} }
            """);
    }

    [Theory]
    [InlineData("bad\u0007\u001b[31mname=1")]
    [InlineData("bad\ud83cname=1")]
    [InlineData("bad\u202ename=1")]
    public async Task Control_characters_in_a_name_are_escaped(string line)
    {
        await using Site site = await Site.StartAsync(Sets(line));

        await site.Visitor().GetAsync("/");

        Reports(site).Should().ContainSingle().Which.Message.Should().NotContainAny("\u0007", "\u001b", "\ud83c", "\u202e");
    }

    [Fact]
    public async Task A_name_of_any_length_is_logged_and_kept_in_part_alone()
    {
        await using Site site = await Site.StartAsync(context =>
        {
            context.Response.Headers.SetCookie = new[] { $"{new string('x', 5000)}=1", $"{new string('x', 4000)}=1" };
            return Task.CompletedTask;
        });

        await site.Visitor().GetAsync("/");

        Reports(site).Count(log => log.Level == LogLevel.Warning).Should().Be(1);
        Reports(site).Should().OnlyContain(log => log.Message.Length < 1000);
    }

    [Fact]
    public async Task Invented_names_cannot_fill_the_memory_or_the_log()
    {
        int number = 0;
        await using Site site = await Site.StartAsync(context =>
        {
            context.Response.Headers.SetCookie = Enumerable.Range(0, 100).Select(_ => $"n{Interlocked.Increment(ref number)}=1").ToArray();
            return Task.CompletedTask;
        });
        Visitor visitor = site.Visitor();

        for (int request = 0; request < 30; request++)
        {
            await visitor.GetAsync("/");
        }

        Reports(site).Count(log => log.Level == LogLevel.Warning).Should().Be(1024);
        Reports(site).Count(log => log.Level == LogLevel.Debug).Should().Be(3000 - 1024);
    }

    [Fact]
    public async Task Withheld_swept_and_decided_are_counted_by_the_meter()
    {
        await using Site site = await Site.StartAsync(Sets("_ga=1"));
        IMeterFactory meters = site.Services.GetRequiredService<IMeterFactory>();
        using var withheld = new MetricCollector<long>(meters, WithheldReport.MeterName, "cookieconsent.cookies.withheld");
        using var swept = new MetricCollector<long>(meters, WithheldReport.MeterName, "cookieconsent.cookies.swept");
        using var decisions = new MetricCollector<long>(meters, WithheldReport.MeterName, "cookieconsent.decisions");
        Visitor visitor = site.Visitor();

        await visitor.RejectAllAsync(site);
        visitor.Jar["_gid"] = "1";
        await visitor.GetAsync("/");
        await visitor.GetAsync("/");

        withheld.GetMeasurementSnapshot().Should().HaveCount(2).And.OnlyContain(measured => measured.Tags["category"]!.Equals("analytics"));
        swept.GetMeasurementSnapshot().Should().ContainSingle().Which.Tags["category"].Should().Be("analytics");
        decisions.GetMeasurementSnapshot().Should().ContainSingle().Which.Tags["action"].Should().Be("refuse");
        WithheldReport.MeterName.Should().Be("CookieConsent");
    }

    private static RequestDelegate Sets(string line) => context =>
    {
        context.Response.Headers.SetCookie = line;
        return Task.CompletedTask;
    };

    private static FakeLogRecord[] Reports(Site site) => [.. site.Logs.GetSnapshot().Where(log => log.Category == typeof(WithheldReport).FullName)];
}
