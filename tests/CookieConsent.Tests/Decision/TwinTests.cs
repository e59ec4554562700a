using CookieConsent.Consent;
using CookieConsent.Tests.Consent;

namespace CookieConsent.Tests.Decision;

/// <summary>Two decision cookies, set for different domains or paths.</summary>
public sealed class TwinTests
{
    [Theory]
    [InlineData("+analytics +social", "+analytics +social", "+analytics +social")]
    [InlineData("+analytics +social", "+analytics -social", "+analytics -social")]
    [InlineData("+analytics +social", "+social", "+social")]
    [InlineData("+analytics", "+social", "")]
    [InlineData("+analytics", "-analytics", "-analytics")]
    [InlineData("-analytics", "-social", "-analytics -social")]
    [InlineData("+social", "+social -youtube", "+social -youtube")]
    [InlineData("+social +youtube", "+social -youtube", "+social -youtube")]
    [InlineData("-social +youtube", "-social", "-social -youtube")]
    [InlineData("-social +youtube", "-social +youtube", "-social +youtube")]
    [InlineData("+social", "-social +youtube", "-social +youtube")]
    public void Only_what_both_grant_is_granted(string one, string two, string expected)
    {
        Together(one, two).Should().Be(expected);
        Together(two, one).Should().Be(expected);
    }

    [Fact]
    public void What_one_leaves_open_and_nobody_refused_is_not_refused() =>
        Together("+analytics +youtube", "+analytics").Should().Be("+analytics");

    [Fact]
    public void The_answer_is_as_old_as_the_older_one()
    {
        DateTimeOffset earlier = Answers.Now.AddDays(-10);
        string header = $".CookieConsent={Answers.Four.Write("+analytics")}; .CookieConsent={Answers.Four.Write("+analytics", earlier)}";

        Read(header).DecidedAt.Should().BeCloseTo(earlier, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Where_twins_grant_nothing_together_there_is_no_receipt()
    {
        Read($".CookieConsent={Answers.Four.Write("+analytics")}; .CookieConsent={Answers.Four.Write("-analytics")}").Receipt.Exists.Should().BeFalse();
        Read($".CookieConsent={Answers.Four.Write("+analytics")}; .CookieConsent={Answers.Four.Write("+analytics")}").Receipt.Exists.Should().BeTrue();
    }

    private static string Together(string one, string two) =>
        Answers.Four.Told(Read($".CookieConsent={Answers.Four.Write(one)}; .CookieConsent={Answers.Four.Write(two)}"));

    private static ConsentDecision Read(string header) => Answers.Four.ReadHeader(header);
}
