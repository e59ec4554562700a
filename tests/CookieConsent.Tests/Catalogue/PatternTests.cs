using CookieConsent.Catalogue;

namespace CookieConsent.Tests.Catalogue;

public sealed class PatternTests
{
    [Theory]
    [InlineData("_ga", "_ga", true)]
    [InlineData("_ga", "_ga_X", false)]
    [InlineData("_ga", "_g", false)]
    [InlineData("_ga", "_GA", false)]
    [InlineData("_ga_*", "_ga_G1", true)]
    [InlineData("_ga_*", "_ga_", true)]
    [InlineData("_ga_*", "_ga", false)]
    [InlineData("_ga_*", "_GA_G1", false)]
    [InlineData("_ga_*", "x_ga_G1", false)]
    [InlineData("wp*_sess", "wp12_sess", true)]
    [InlineData("wp*_sess", "wp_sess", true)]
    [InlineData("wp*_sess", "wp12_sessX", false)]
    [InlineData("wp*_sess", "wp12", false)]
    [InlineData("aba*aba", "aba", false)]
    [InlineData("aba*aba", "ababa", false)]
    [InlineData("aba*aba", "abaaba", true)]
    [InlineData("a*", "ab", true)]
    [InlineData("a*b", "aXb", true)]
    public void A_star_stands_for_any_run_of_characters_and_case_counts(string pattern, string name, bool matches) =>
        CookiePattern.Parse(pattern).Matches(name).Should().Be(matches);

    [Theory]
    [InlineData("", "cannot be empty")]
    [InlineData("_ga_*_*", "at most one *")]
    [InlineData("a b", "no spaces")]
    [InlineData("a=b", "no spaces")]
    [InlineData("a;b", "no spaces")]
    [InlineData("a,b", "no spaces")]
    [InlineData("\"a\"", "no spaces")]
    [InlineData("caf\u00e9", "no spaces")]
    [InlineData("a\nb", "no spaces")]
    [InlineData("abc*d e", "no spaces")]
    [InlineData("*", "does not begin with *")]
    [InlineData("*_session", "does not begin with *")]
    public void A_broken_pattern_names_the_rule_it_breaks(string text, string rule)
    {
        CookiePattern.TryParse(text, out CookiePattern? pattern, out string? brokenRule).Should().BeFalse();

        pattern.Should().BeNull();
        brokenRule.Should().Contain(rule);
    }

    [Theory]
    [InlineData(".AspNetCore.Session")]
    [InlineData("__Host-consent")]
    [InlineData("KHcl0EuY7AKSMgfvHl7J5E7hPtK")]
    [InlineData("_hjSession_1")]
    [InlineData("PHPSESSID[]")]
    [InlineData("a:b@c|d~e^f`g!#$%&'+")]
    public void A_name_that_browsers_really_carry_is_a_pattern_without_a_star(string text)
    {
        CookiePattern.TryParse(text, out CookiePattern? pattern, out string? brokenRule).Should().BeTrue();

        brokenRule.Should().BeNull();
        pattern!.IsExact.Should().BeTrue();
        pattern.ToString().Should().Be(text);
    }

    [Fact]
    public void A_known_pattern_that_is_broken_is_a_bug_with_the_rule_in_its_message() =>
        FluentActions.Invoking(() => CookiePattern.Parse("a b")).Should().Throw<FormatException>().WithMessage("'a b'*no spaces*");
}
