using CookieConsent.Catalogue;

namespace CookieConsent.Tests.Catalogue;

public sealed class LifetimeUnitTests
{
    [Theory]
    [InlineData("session", "")]
    [InlineData("P2Y", "2 Year")]
    [InlineData("P12M", "1 Year")]
    [InlineData("P13M", "13 Month")]
    [InlineData("P400D", "400 Day")]
    [InlineData("P1W", "7 Day")]
    [InlineData("PT24H", "1 Day")]
    [InlineData("PT90M", "1 Hour, 30 Minute")]
    [InlineData("PT61S", "1 Minute, 1 Second")]
    [InlineData("P1Y1DT1S", "1 Year, 1 Day, 1 Second")]
    public void A_lifetime_is_told_in_the_largest_units_that_say_it_exactly(string text, string expected) =>
        string.Join(", ", Read(text).InUnits().Select(part => $"{part.Count} {part.Unit}")).Should().Be(expected);

    [Theory]
    [InlineData("session", 0)]
    [InlineData("PT1S", 1)]
    [InlineData("30 days", 1)]
    [InlineData("31 days", 2)]
    [InlineData("P13M", 13)]
    [InlineData("P1M1D", 2)]
    [InlineData("P2Y", 24)]
    public void Whole_months_are_rounded_up(string text, int months) => Read(text).WholeMonths.Should().Be(months);

    private static CookieLifetime Read(string text)
    {
        CookieLifetime.TryParse(text, out CookieLifetime lifetime).Should().BeTrue();
        return lifetime;
    }
}
