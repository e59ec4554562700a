using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CookieConsent.Tests;

public sealed class HealthCheckTests
{
    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task An_app_that_does_what_it_declares_is_well(string environment)
    {
        await using Site site = await StartAsync("basket", environment);
        await site.Visitor().GetAsync("/", "stranger=1");

        HealthReportEntry entry = await CheckAsync(site);

        entry.Status.Should().Be(HealthStatus.Healthy, "strangers' cookies arrive everywhere");
        entry.Data["rules"].Should().Be(CookieConsentLint.Rules.Count);
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task An_undeclared_cookie_of_the_app_is_named(string environment)
    {
        await using Site site = await StartAsync("mystery", environment);
        await site.Visitor().GetAsync("/");

        HealthReportEntry entry = await CheckAsync(site);

        entry.Status.Should().Be(HealthStatus.Degraded);
        entry.Data["undeclared"].Should().BeEquivalentTo(new[] { "mystery" });
        entry.Data["warnings"].Should().BeEquivalentTo(new[] { "LINT-36", "LINT-46" });
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task An_error_of_the_lint_is_named_and_a_suppressed_one_is_not_an_error(string environment)
    {
        await using Site bad = await StartAsync("basket", environment, ("Cookies:basket:Reason", null));
        await using Site known = await StartAsync("basket", environment, ("Cookies:basket:Reason", null), ("Lint:Suppress:LINT-13", "Under discussion"));

        HealthReportEntry entry = await CheckAsync(bad);
        entry.Status.Should().Be(HealthStatus.Degraded);
        entry.Data["errors"].Should().BeEquivalentTo(new[] { "LINT-13" });
        entry = await CheckAsync(known);
        entry.Status.Should().Be(HealthStatus.Healthy);
        entry.Data["suppressed"].Should().BeEquivalentTo(new[] { "LINT-13" });
    }

    [Fact]
    public async Task The_owner_chooses_what_a_failure_is()
    {
        await using Site site = await Site.StartAsync(
            app => app.Run(_ => Task.CompletedTask),
            new Dictionary<string, string?>(Site.Usual) { ["Controller:Name"] = null },
            services => services.AddHealthChecks().AddCookieConsentCheck("cookies", HealthStatus.Unhealthy, ["law"]));

        HealthReport report = await site.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains("law"));

        report.Entries["cookies"].Status.Should().Be(HealthStatus.Unhealthy);
    }

    [Fact]
    public async Task Without_cookie_consent_the_check_says_what_is_missing()
    {
        await using ServiceProvider services = new ServiceCollection().AddLogging().AddHealthChecks().AddCookieConsentCheck().Services.BuildServiceProvider();

        Func<Task> check = () => services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        await check.Should().ThrowAsync<InvalidOperationException>().WithMessage("*AddCookieConsent was not*");
    }

    private static Task<Site> StartAsync(string cookie, string environment, params (string Key, string? Value)[] settings) => Site.StartAsync(
        app => app.Run(context =>
        {
            context.Response.Cookies.Append(cookie, "1");
            return Task.CompletedTask;
        }),
        [.. Site.Usual.Where(pair => !settings.Any(setting => setting.Key == pair.Key)), .. settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))],
        services => services.AddHealthChecks().AddCookieConsentCheck(),
        environment: environment);

    private static async Task<HealthReportEntry> CheckAsync(Site site) =>
        (await site.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["cookie_consent"];
}
