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
    [InlineData("LINT-07 CookieConsent:Cookies:x:Lifetime", LogLevel.Warning)]
    [InlineData("LINT-06 CookieConsent:Cookies:x:Purpose", LogLevel.Error)]
    [InlineData("LINT-13 CookieConsent:Cookies:x:Reason", LogLevel.Error)]
    public async Task A_finding_is_logged_with_its_number_path_rule_and_remedy_and_the_site_starts(string finding, LogLevel level)
    {
        await using Site site = await Site.StartAsync(settings: Section.Settings(With("")));

        FakeLogRecord record = site.Logs.GetSnapshot().Should().ContainSingle(entry => entry.Message.Contains(finding)).Subject;
        record.Level.Should().Be(level);
        record.Message.Should().MatchRegex(@"^Cookie consent LINT-\d+ \S+: .+\. \S.+\.$");
    }

    [Theory]
    [InlineData("Error", "4 mistakes")]
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

    private static string With(string lint) => Gappy.Replace("LINT", lint, StringComparison.Ordinal);
}
