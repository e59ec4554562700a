using CookieConsent.Configuration;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace CookieConsent.Tests.Configuration;

public sealed class LintStartTests
{
    private const string Gappy = """{ "Vendors": { "stripe": {} }, "Cookies": { "x": { "Name": "shop_ref", "Category": "operational" } } LINT }""";
    private const string Complete = """
        {
          "Controller": { "Name": "Example", "Contact": "privacy@example.com" }, "PolicyUrl": "/privacy",
          "Vendors": { "stripe": {} },
          "Cookies": { "shop_ref": { "Category": "operational", "Purpose": "Which affiliate sent you", "Reason": "Pays the affiliate", "Lifetime": "P12M" } },
          "Lint": { "FailOn": "Warning" }
        }
        """;

    [Theory]
    [InlineData("LINT-11 CookieConsent:Controller:Name", LogLevel.Error)]
    [InlineData("LINT-11 CookieConsent:Controller:Contact", LogLevel.Error)]
    [InlineData("LINT-10 CookieConsent:PolicyUrl", LogLevel.Warning)]
    [InlineData("LINT-07 CookieConsent:Cookies:x:Lifetime", LogLevel.Error)]
    [InlineData("LINT-06 CookieConsent:Cookies:x:Purpose", LogLevel.Error)]
    [InlineData("LINT-13 CookieConsent:Cookies:x:Reason", LogLevel.Error)]
    public async Task A_finding_is_logged_with_its_number_path_rule_and_remedy_and_the_site_starts(string finding, LogLevel level)
    {
        await using Site site = await Site.StartAsync(settings: Section.Settings(With("")));

        FakeLogRecord record = site.Logs.GetSnapshot().Should().ContainSingle(entry => entry.Message.Contains(finding)).Subject;
        record.Level.Should().Be(level);
        record.Message.Should().MatchRegex(@"^Cookie consent LINT-\d+ \S+: .+\. \S.+\.$");
    }

    [Fact]
    public async Task The_lint_has_its_say_at_every_start_once_the_site_listens()
    {
        var started = new Started();

        await using Site site = await Site.StartAsync(settings: Section.Settings(With("")), services: services => services.AddSingleton<IHostedService>(provider =>
        {
            started.Logs = provider.GetRequiredService<FakeLogCollector>();
            return started;
        }));

        started.Messages.Should().Contain(message => message.Contains("asks visitors about")).And.NotContain(message => message.Contains("LINT-11"));
        site.Logs.GetSnapshot().Should().ContainSingle(entry => entry.Message.Contains("rules checked"));
    }

    [Fact]
    public async Task A_change_of_the_section_is_judged_before_it_is_in_force()
    {
        await using Site site = await Site.StartAsync(settings: Section.Settings(Complete));

        site.Configuration["CookieConsent:Lint:FailOn"] = "Never";
        site.Configuration["CookieConsent:Cookies:seen:Category"] = "analytics";
        site.Configuration.Reload();

        string[] messages = [.. site.Logs.GetSnapshot().Select(entry => entry.Message)];
        messages.Should().ContainSingle(message => message.Contains("LINT-06 CookieConsent:Cookies:seen:Purpose"));
        Array.FindLastIndex(messages, message => message.Contains("rules checked")).Should().BeLessThan(Array.FindIndex(messages, message => message.Contains("is in force")));
    }

    [Theory]
    [InlineData("Error", "5 mistakes")]
    [InlineData("Warning", "6 mistakes")]
    public async Task Whoever_wants_it_can_let_findings_stop_start_up(string failOn, string count)
    {
        Func<Task> start = () => Site.StartAsync(settings: Section.Settings(With($$""", "Lint": { "FailOn": "{{failOn}}" }""")));

        (await start.Should().ThrowAsync<OptionsValidationException>())
            .WithMessage($"*has {count}:*CookieConsent:Controller:Name*(LINT-11, because Lint:FailOn is {failOn})*");
    }

    [Fact]
    public void A_section_that_says_everything_starts_whatever_the_lint_is_told_to_stop_at() => Section.Message(Complete).Should().BeEmpty();

    [Fact]
    public void Findings_are_only_told_when_there_are_no_mistakes() =>
        Section.Message(With(""", "ValidForMonths": 13, "Lint": { "FailOn": "Error" }""")).Should().Contain("has 1 mistake:");

    [Fact]
    public void A_vendor_without_a_policy_is_a_finding_of_its_own() =>
        Section.Message("""
            {
              "Controller": { "Name": "Example", "Contact": "privacy@example.com" }, "PolicyUrl": "/privacy",
              "Vendors": { "acme": { "Name": "Acme", "Category": "social" } }, "Lint": { "FailOn": "Warning" }
            }
            """).Should().Contain("has 1 mistake:").And.Contain("CookieConsent:Vendors:acme:PolicyUrl").And.Contain("LINT-08");

    /// <summary>What the owner wrote stops a start; what the catalogue's rows alone say does not.</summary>
    [Theory]
    [InlineData("""{ "Categories": { "social": { "EssentialOn": [ "/forum" ] } } FAIL }""", "LINT-18")]
    [InlineData("""{ "Vendors": { "acme": { "Name": "Acme", "Category": "social", "PolicyUrl": "https://acme.example/" } }, "Cookies": { "acme_id": { "Category": "session", "Vendor": "acme", "Purpose": "Id", "Reason": "None" } } FAIL }""", "LINT-18")]
    [InlineData("""{ "Cookies": { "ref": { "Category": "operational", "Purpose": "Source", "Reason": "None", "Lifetime": "P2Y" } } FAIL }""", "LINT-15")]
    [InlineData("""{ "Vendors": { "facebook": { "Category": "operational" } } FAIL }""", null)]
    [InlineData("""{ "Cookies": { "fb_own": { "Category": "operational", "Vendor": "facebook", "Purpose": "Id", "Reason": "None", "Lifetime": "session" } } FAIL }""", null)]
    [InlineData("""{ "Cookies": { "_ga": { "Category": "operational", "Reason": "None" } } FAIL }""", null)]
    [InlineData("""{ "Cookies": { "__stripe_mid": { "Category": "session", "Reason": "None" } } FAIL }""", null)]
    [InlineData("""{ "DecisionCookie": { "Name": "_ga" } FAIL }""", null)]
    [InlineData("""{ "Declaration": { "Hash": "0123456789abcdef", "Changed": "2026-03-10" } FAIL }""", null)]
    public void An_update_of_the_catalogue_never_stops_a_start(string section, string? id)
    {
        string message = Section.Message(section.Replace(" FAIL", """, "Controller": { "Name": "Example", "Contact": "us@example.com" }, "PolicyUrl": "/privacy", "Lint": { "FailOn": "Warning" }""", StringComparison.Ordinal));

        if (id is null)
        {
            message.Should().BeEmpty();
            Section.Lint(section.Replace(" FAIL", "", StringComparison.Ordinal)).Findings.Should().Contain(finding => finding.Severity >= LintSeverity.Warning && !finding.StopsStart, "it is told all the same");
        }
        else
        {
            message.Should().Contain($"({id}, because Lint:FailOn is Warning)");
        }
    }

    private static string With(string lint) => Gappy.Replace("LINT", lint, StringComparison.Ordinal);

    /// <summary>Keeps what is logged until every service has started, the server as the last of them.</summary>
    private sealed class Started : IHostedLifecycleService
    {
        public FakeLogCollector Logs { get; set; } = null!;

        public string[] Messages { get; private set; } = [];

        public Task StartedAsync(CancellationToken cancellationToken)
        {
            Messages = [.. Logs.GetSnapshot().Select(entry => entry.Message)];
            return Task.CompletedTask;
        }

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
