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

    [Fact]
    public async Task An_undeclared_cookie_is_a_warning_with_the_JSON_that_declares_it()
    {
        await using Site site = await Site.StartAsync(Sets("mystery=1"));

        await site.Visitor().GetAsync("/");

        FakeLogRecord log = Reports(site).Should().ContainSingle().Subject;
        log.Level.Should().Be(LogLevel.Warning);
        log.Message.Should().Contain("""
            "Cookies": { "mystery": { "Category": "session", "Purpose": "what it is for" } }
            """);
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

    [Fact]
    public async Task Control_characters_in_a_name_are_escaped()
    {
        await using Site site = await Site.StartAsync(Sets("bad\u0007\u001b[31mname=1"));

        await site.Visitor().GetAsync("/");

        Reports(site).Should().ContainSingle().Which.Message.Should().NotContainAny("\u0007", "\u001b");
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
