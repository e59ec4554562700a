using CookieConsent.Consent;
using CookieConsent.Decision;
using CookieConsent.Tests.Consent;

namespace CookieConsent.Tests.Decision;

/// <summary>
/// Values that visitors' browsers hold. A line, once it is here, is never edited and never removed: it was computed
/// from the description of the format, not by the code, and editing it would mean that visitors lose their answers.
/// </summary>
public sealed class GoldenTests
{
    [Theory]
    [InlineData("+analytics +social +payment +advertising", "1Bwu8uw8l-ZaDe7PTRrxWPReceipt-_09")]
    [InlineData("-analytics -social -payment -advertising", "1BwuxAjNbn3khvJwiRzwut")]
    [InlineData("+analytics -social -payment -advertising", "1Bwu8uw8l-3khvJwiRzwutReceipt-_09")]
    [InlineData("+payment", "1Bwu8u7PTRReceipt-_09")]
    [InlineData("-analytics -social -payment -advertising +stripe", "1Bwu8ujNbn3khvJwiRzwut5lfbReceipt-_09")]
    [InlineData("+analytics +social +payment +advertising -youtube", "1Bwu8uw8l-kNge7PTRrxWPASibReceipt-_09")]
    public void A_value_means_for_ever_what_it_meant_when_it_was_written(string answers, string value)
    {
        ConsentDecision decision = Answers.Four.Read(value);

        Answers.Four.Told(decision).Should().Be(answers);
        decision.DecidedAt.Should().Be(Answers.Four.Decision(answers).DecidedAt);
        DecisionFormat.Text(decision.Receipt).Should().Be(answers.Contains('+') ? "Receipt-_09" : null);
        DecisionFormat.Write(decision, Answers.Four).Should().Be(value);
    }

    [Fact]
    public async Task With_its_name_and_four_categories_the_cookie_has_48_bytes()
    {
        await using Site site = await Site.StartAsync();
        Visitor visitor = site.Visitor();

        await visitor.AcceptAllAsync(site);

        site.Policy.Asked.Should().HaveCount(4);
        string line = visitor.SetCookies.Should().ContainSingle().Subject;
        line[..line.IndexOf(';')].Should().StartWith(".CookieConsent=1").And.HaveLength(48);
    }
}
