using CookieConsent.Catalogue;

namespace CookieConsent.Tests.Catalogue;

public sealed class LifetimeReadingTests
{
    private const long Day = 86_400;

    [Theory]
    [InlineData("session")]
    [InlineData("Session")]
    [InlineData(" SESSION ")]
    public void Session_means_until_the_browser_is_closed(string text)
    {
        CookieLifetime.TryParse(text, out CookieLifetime lifetime).Should().BeTrue();
        lifetime.IsSession.Should().BeTrue();
    }

    [Theory]
    [InlineData("P13M", 13, 0)]
    [InlineData("P2Y", 24, 0)]
    [InlineData("P1Y6M", 18, 0)]
    [InlineData("P2W", 0, 14 * Day)]
    [InlineData("P400D", 0, 400 * Day)]
    [InlineData("PT30M", 0, 1800)]
    [InlineData("PT10S", 0, 10)]
    [InlineData("P1Y2M3W4DT5H6M7S", 14, (25 * Day) + (5 * 3600) + (6 * 60) + 7)]
    [InlineData(" P1D ", 0, Day)]
    public void An_iso_8601_duration_is_read_part_by_part(string text, int months, long seconds)
    {
        CookieLifetime.TryParse(text, out CookieLifetime lifetime).Should().BeTrue();
        lifetime.Should().Be(new CookieLifetime(months, seconds));
    }

    [Theory]
    [InlineData("13 months", 13, 0)]
    [InlineData("1 month", 1, 0)]
    [InlineData("2 Years", 24, 0)]
    [InlineData("1 year", 12, 0)]
    [InlineData("3 weeks", 0, 21 * Day)]
    [InlineData("30 days", 0, 30 * Day)]
    [InlineData("20 HOURS", 0, 72_000)]
    [InlineData("30 minutes", 0, 1800)]
    [InlineData("1 second", 0, 1)]
    public void Words_say_the_same_as_a_duration(string text, int months, long seconds)
    {
        CookieLifetime.TryParse(text, out CookieLifetime lifetime).Should().BeTrue();
        lifetime.Should().Be(new CookieLifetime(months, seconds));
    }

    [Theory]
    [InlineData("P1M", "PT1M")]
    [InlineData("P1Y", "P365D")]
    public void Months_are_neither_minutes_nor_days(string one, string other)
    {
        CookieLifetime.TryParse(one, out CookieLifetime first).Should().BeTrue();
        CookieLifetime.TryParse(other, out CookieLifetime second).Should().BeTrue();
        first.Should().NotBe(second);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("forever")]
    [InlineData("13")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1")]
    [InlineData("P1DT")]
    [InlineData("13M")]
    [InlineData("p13m")]
    [InlineData("P1.5D")]
    [InlineData("P-1D")]
    [InlineData("-1 days")]
    [InlineData("P1D2M")]
    [InlineData("P1M P1D")]
    [InlineData("13 moons")]
    [InlineData("13months")]
    [InlineData("1 month 2 days")]
    [InlineData("thirteen months")]
    [InlineData("365.00:00:00")]
    public void What_is_no_lifetime_is_not_read(string? text) =>
        CookieLifetime.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [InlineData("P0D")]
    [InlineData("PT0S")]
    [InlineData("0 days")]
    public void A_lifetime_of_nothing_is_not_a_session(string text) =>
        CookieLifetime.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [InlineData("P\u0661M")]
    [InlineData("\u0661\u0663 months")]
    public void Digits_of_other_scripts_are_no_digits_here(string text) =>
        CookieLifetime.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [InlineData("P100000Y")]
    [InlineData("P99999999999999999999D")]
    [InlineData("99999999999999999999 seconds")]
    [InlineData("PT9999999999S")]
    public void A_number_that_no_cookie_can_mean_is_refused_rather_than_wrapped(string text) =>
        CookieLifetime.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void The_longest_lifetime_does_not_overflow()
    {
        CookieLifetime.TryParse("P99999Y99999M99999W99999DT99999H99999M999999999S", out CookieLifetime lifetime).Should().BeTrue();

        lifetime.Months.Should().Be((99_999 * 12) + 99_999);
        lifetime.Seconds.Should().BePositive();
        lifetime.WholeMonths.Should().BeGreaterThan(lifetime.Months);
    }
}
