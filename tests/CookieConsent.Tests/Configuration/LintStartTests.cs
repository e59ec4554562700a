using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace CookieConsent.Tests.Configuration;

public sealed class GapTests
{
    private const string Gappy = """{ "Vendors": { "stripe": {} }, "Cookies": { "x": { "Name": "shop_ref", "Category": "operational" } } LINT }""";
    private const string Complete = """
        {
          "Controller": { "Name": "Example", "Contact": "privacy@example.com" }, "PolicyUrl": "/privacy",
          "Vendors": { "stripe": {} },
          "Cookies": { "shop_ref": { "Category": "operational", "Purpose": "Which affiliate sent you", "Reason": "Pays the affiliate" } },
          "Lint": { "FailOn": "Warning" }
        }
        """;

    [Theory]
    [InlineData("LINT-11 CookieConsent:Controller:Name", LogLevel.Error)]
    [InlineData("LINT-11 CookieConsent:Controller:Contact", LogLevel.Error)]
    [InlineData("LINT-10 CookieConsent:PolicyUrl", LogLevel.Warning)]
    [InlineData("LINT-06 CookieConsent:Cookies:x:Purpose", LogLevel.Error)]
    [InlineData("LINT-13 CookieConsent:Cookies:x:Reason", LogLevel.Error)]
    public async Task A_gap_is_logged_with_its_number_path_rule_and_remedy_and_the_site_starts(string gap, LogLevel level)
    {
        await using Site site = await Site.StartAsync(settings: Section.Settings(With("")));

        FakeLogRecord record = site.Logs.GetSnapshot().Should().ContainSingle(entry => entry.Message.Contains(gap)).Subject;
        record.Level.Should().Be(level);
        record.Message.Should().MatchRegex(@"^Cookie consent gap LINT-\d+ \S+: .+\. \S.+\.$");
    }

    [Theory]
    [InlineData("Error", "4 mistakes")]
    [InlineData("Warning", "5 mistakes")]
    public async Task Whoever_wants_it_can_let_gaps_stop_start_up(string failOn, string count)
    {
        Func<Task> start = () => Site.StartAsync(settings: Section.Settings(With($$""", "Lint": { "FailOn": "{{failOn}}" }""")));

        (await start.Should().ThrowAsync<OptionsValidationException>())
            .WithMessage($"*has {count}:*CookieConsent:Controller:Name*(LINT-11, because Lint:FailOn is {failOn})*");
    }

    [Fact]
    public void A_section_that_says_everything_has_no_gap() => Section.Message(Complete).Should().BeEmpty();

    [Fact]
    public void Gaps_are_only_told_when_there_are_no_mistakes() =>
        Section.Message(With(""", "ValidForMonths": 13, "Lint": { "FailOn": "Error" }""")).Should().Contain("has 1 mistake:");

    [Fact]
    public void A_vendor_without_a_policy_is_a_gap_of_its_own() =>
        Section.Message("""
            {
              "Controller": { "Name": "Example", "Contact": "privacy@example.com" }, "PolicyUrl": "/privacy",
              "Vendors": { "acme": { "Category": "social" } }, "Lint": { "FailOn": "Warning" }
            }
            """).Should().Contain("has 1 mistake:").And.Contain("CookieConsent:Vendors:acme:PolicyUrl").And.Contain("LINT-08");

    private static string With(string lint) => Gappy.Replace("LINT", lint, StringComparison.Ordinal);
}
