using CookieConsent.Enforcement;

namespace CookieConsent.Tests.Enforcement;

public sealed class SetCookieLineTests
{
    [Theory]
    [InlineData("_ga=1; Path=/", "_ga", false)]
    [InlineData(" \t_ga \t= a=b", "_ga", false)]
    [InlineData("_ga=", "_ga", false)]
    [InlineData("=_ga=1", "_ga", true)]
    [InlineData(" = _ga", "_ga", true)]
    [InlineData("_ga", "_ga", true)]
    [InlineData("_ga; Path=/", "_ga", true)]
    [InlineData("; _ga=1", "", true)]
    [InlineData("", "", true)]
    public void A_line_is_read_up_to_its_first_sign_and_one_without_a_name_is_called_nameless(string line, string name, bool isNameless)
    {
        SetCookieLine.Name(line, out bool foundNameless).ToString().Should().Be(name);
        foundNameless.Should().Be(isNameless);
    }

    [Theory]
    [InlineData("a=1", 0L)]
    [InlineData("a=Max-Age=5", 0L)]
    [InlineData("a=1;;Max-Age=5", 5L)]
    [InlineData("a=1; Max-Age", 0L)]
    [InlineData("a=1; Path=/;Max-Age = 5 ; Secure", 5L)]
    [InlineData("a=1; Max-Age=5; Max-Age=0", null)]
    [InlineData("a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly", null)]
    [InlineData("a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=5", 5L)]
    public void The_last_age_counts_before_the_last_date(string line, long? seconds) =>
        SetCookieLine.Lifetime(line, TimeProvider.System).Should().Be(seconds);
}
