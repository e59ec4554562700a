using CookieConsent.Catalogue;

namespace CookieConsent.Tests.Catalogue;

public sealed class AddressPatternTests
{
    [Theory]
    [InlineData("acme.example", "acme.example", 0)]
    [InlineData("ACME.Example", "acme.example", 0)]
    [InlineData("acme.example/", "acme.example", 0)]
    [InlineData("acme.example/*", "acme.example", 1)]
    [InlineData("*.acme.example", ".acme.example", 0)]
    [InlineData("*.acme.example/w", ".acme.example", 2)]
    [InlineData("acme.example/a*b?c=", "acme.example", 6)]
    [InlineData("müller.example", "xn--mller-kva.example", 0)]
    [InlineData("*.xn--mller-kva.example", ".xn--mller-kva.example", 0)]
    public void An_origin_is_a_host_with_an_optional_path(string text, string key, int pathLength)
    {
        AddressPattern pattern = AddressPattern.Parse(text);

        pattern.Key.Should().Be(key);
        pattern.PathLength.Should().Be(pathLength == 1 ? 0 : pathLength);
        pattern.ToString().Should().Be(text);
    }

    [Theory]
    [InlineData("", "an origin is a host")]
    [InlineData("*", "an origin is a host")]
    [InlineData("acme", "an origin is a host")]
    [InlineData("a.*.example", "an origin is a host")]
    [InlineData("*acme.example", "an origin is a host")]
    [InlineData(".acme.example", "an origin is a host")]
    [InlineData("acme.example.", "an origin is a host")]
    [InlineData("acme..example", "an origin is a host")]
    [InlineData("-acme.example", "an origin is a host")]
    [InlineData("acme-.example", "an origin is a host")]
    [InlineData("ac_me.example", "an origin is a host")]
    [InlineData("/path", "an origin is a host")]
    [InlineData("https://acme.example", "no scheme")]
    [InlineData("//acme.example", "no scheme")]
    [InlineData("acme.example//a", "no double slash")]
    [InlineData("acme.example:8080", "no port")]
    [InlineData("acme.example:8080/a", "no port")]
    [InlineData("me@acme.example", "no user")]
    [InlineData("acme.example?a=1", "no query without a path")]
    [InlineData("acme.example/a b", "no spaces")]
    [InlineData(" acme.example", "no spaces")]
    [InlineData("acme.example/a#b", "no fragment")]
    public void A_broken_origin_names_the_rule_it_breaks(string text, string rule)
    {
        AddressPattern.TryParse(text, out AddressPattern? pattern, out string? brokenRule).Should().BeFalse();

        pattern.Should().BeNull();
        brokenRule.Should().Contain(rule);
    }

    [Theory]
    [InlineData("a.example", "", true)]
    [InlineData("a.example", "/anything?at=all", true)]
    [InlineData("a.example/", "", true)]
    [InlineData("a.example/tr", "/tr", true)]
    [InlineData("a.example/tr", "/tr?id=1", true)]
    [InlineData("a.example/tr", "/tr/", true)]
    [InlineData("a.example/tr", "/TR", false)]
    [InlineData("a.example/tr", "/x/tr", false)]
    [InlineData("a.example/tr", "", false)]
    [InlineData("a.example/tr", "?x=/tr", false)]
    [InlineData("a.example/?id=", "?id=1", true)]
    [InlineData("a.example/?id=", "/?id=1", true)]
    [InlineData("a.example/*/b.js", "/en_US/b.js?v=1", true)]
    [InlineData("a.example/*/b.js", "/b.js", false)]
    [InlineData("a.example/*/b.js", "/x/y/b.js", true)]
    [InlineData("a.example/js*id=G-", "/js?id=G-1", true)]
    [InlineData("a.example/js*id=G-", "/js?l=x&id=G-1", true)]
    [InlineData("a.example/js*id=G-", "/js?id=A-1", false)]
    [InlineData("a.example/a*b*a", "/aba", true)]
    [InlineData("a.example/a*b*a", "/ab", false)]
    [InlineData("a.example/ab*ba", "/aba", false)]
    public void What_follows_the_host_is_compared_from_its_beginning(string pattern, string rest, bool matches) =>
        AddressPattern.Parse(pattern).MatchesRest(rest).Should().Be(matches);
}
