using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Testing;

namespace CookieConsent.Tests.Presentation;

public sealed partial class DeclarationDateTests
{
    [Fact]
    public async Task Without_a_date_none_is_claimed_and_the_log_says_what_to_paste()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);

        (await site.Visitor().GetTextAsync("/_cookie-consent/declaration")).Should().NotContain("Last changed");
        Gap(site).Level.Should().Be(LogLevel.Information);
        Gap(site).Message.Should().Contain("CookieConsent:Declaration").And.EndWith($$"""Write "Declaration": { "Hash": "{{site.Policy.DeclarationHash}}", "Changed": "2026-03-10" }.""");
    }

    [Fact]
    public async Task What_the_log_says_to_paste_dates_the_declaration()
    {
        string hash = await HashAsync(Site.Usual);

        await using Site site = await Site.StartAsync(_ => Task.CompletedTask, Dated(hash.ToUpperInvariant()));

        (await site.Visitor().GetTextAsync("/_cookie-consent/declaration")).Should().Contain("Last changed on Thursday, March 5, 2026.");
        site.Logs.GetSnapshot().Should().NotContain(log => log.Message.Contains("LINT-72"));
    }

    [Fact]
    public async Task A_declaration_that_changed_since_shows_no_date_until_the_owner_gives_the_new_one()
    {
        string old = await HashAsync(Site.Usual);

        await using Site site = await Site.StartAsync(_ => Task.CompletedTask, new Dictionary<string, string?>(Dated(old)) { ["Vendors:paypal:Name"] = "PayPal" });

        (await site.Visitor().GetTextAsync("/_cookie-consent/declaration")).Should().NotContain("Last changed");
        Gap(site).Level.Should().Be(LogLevel.Warning);
        Gap(site).Message.Should().Contain("CookieConsent:Declaration:Hash").And.Contain(site.Policy.DeclarationHash).And.NotContain(old);
    }

    [Fact]
    public async Task A_site_that_asks_nothing_is_not_asked_for_a_date()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask, new Dictionary<string, string?>());

        site.Logs.GetSnapshot().Should().NotContain(log => log.Message.Contains("LINT-72"));
    }

    private static Dictionary<string, string?> Dated(string hash) => new(Site.Usual) { ["Declaration:Hash"] = hash, ["Declaration:Changed"] = "2026-03-05" };

    private static FakeLogRecord Gap(Site site) => site.Logs.GetSnapshot().Should().ContainSingle(log => log.Message.Contains("LINT-72")).Subject;

    private static async Task<string> HashAsync(Dictionary<string, string?> settings)
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask, settings);
        return Hash().Match(Gap(site).Message).Value;
    }

    [GeneratedRegex("[0-9a-f]{16}")]
    private static partial Regex Hash();
}
