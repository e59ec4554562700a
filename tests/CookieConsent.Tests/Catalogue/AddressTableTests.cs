using CookieConsent.Catalogue;

namespace CookieConsent.Tests.Catalogue;

public sealed class AddressTableTests
{
    private static readonly AddressTable<string> Table = Of(
        "acme.example", "*.acme.example", "www.acme.example", "www.acme.example/tr", "www.acme.example/tr*id=", "*.cdn.acme.example", "*.acme.example/w", "only.example/path", "*.only.example", "bücher.example");

    [Theory]
    [InlineData("https://acme.example/", "acme.example")]
    [InlineData("https://acme.example", "acme.example")]
    [InlineData("https://www.acme.example/", "www.acme.example")]
    [InlineData("https://www.acme.example/tr?x", "www.acme.example/tr")]
    [InlineData("https://www.acme.example/tr?id=1", "www.acme.example/tr*id=")]
    [InlineData("https://a.acme.example/", "*.acme.example")]
    [InlineData("https://a.acme.example/w/1", "*.acme.example/w")]
    [InlineData("https://a.b.acme.example/", "*.acme.example")]
    [InlineData("https://a.cdn.acme.example/w", "*.cdn.acme.example")]
    [InlineData("https://cdn.acme.example/", "*.acme.example")]
    [InlineData("https://only.example/path/1", "only.example/path")]
    [InlineData("https://only.example/other", null)]
    [InlineData("https://x.only.example/other", "*.only.example")]
    [InlineData("https://notacme.example/", null)]
    [InlineData("https://acme.example.evil.example/", null)]
    [InlineData("https://example/", null)]
    public void The_most_specific_pattern_wins(string url, string? expected) => Table.Find(url).Should().Be(expected);

    [Theory]
    [InlineData("http://acme.example/")]
    [InlineData("//acme.example/")]
    [InlineData("HTTPS://ACME.EXAMPLE/")]
    [InlineData("https://acme.example:8443/")]
    [InlineData("https://me:secret@acme.example/")]
    [InlineData("https://other.example@acme.example/")]
    [InlineData("https://acme.example./")]
    [InlineData("https://acme.example?x=1")]
    [InlineData("https://acme.example#x")]
    [InlineData("  https://acme.example/ ")]
    [InlineData("https:\\\\acme.example\\")]
    [InlineData("///acme.example/")]
    public void An_address_is_read_as_browsers_read_it(string url) => Table.Find(url).Should().Be("acme.example");

    [Theory]
    [InlineData("https://bücher.example/")]
    [InlineData("https://BÜCHER.example/")]
    [InlineData("https://xn--bcher-kva.example/")]
    [InlineData("https://XN--BCHER-KVA.example/")]
    public void A_host_beyond_ascii_is_the_same_in_both_writings(string url) => Table.Find(url).Should().Be("bücher.example");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("/")]
    [InlineData("/acme.example/")]
    [InlineData("acme.example/x.js")]
    [InlineData("x.js?u=https://acme.example/")]
    [InlineData("#//acme.example")]
    [InlineData("?//acme.example")]
    [InlineData("data:text/html,https://acme.example/")]
    [InlineData("blob:https://acme.example/1")]
    [InlineData("javascript:location='//acme.example'")]
    [InlineData("ftp://acme.example/")]
    [InlineData("wss://acme.example/")]
    [InlineData("https:acme.example")]
    [InlineData("https:/acme.example")]
    [InlineData("https://")]
    [InlineData("https:///")]
    [InlineData("//")]
    [InlineData("https://.acme.example/")]
    [InlineData("https://:80/")]
    [InlineData("https://@/")]
    [InlineData("https://\uD800.example/")]
    [InlineData("https://a\u0000ü.example/")]
    [InlineData("https://[::1]/")]
    public void What_is_no_absolute_web_address_is_nobodys(string url) => Table.Find(url).Should().BeNull();

    [Fact]
    public void A_host_longer_than_any_host_is_nobodys() =>
        Table.Find("https://" + new string('a', 5000) + ".acme.example/").Should().BeNull();

    [Fact]
    public void Of_two_equally_specific_patterns_the_first_one_stays() =>
        new AddressTable<string>(["first", "second"], value => value == "first" ? ["a.example/x"] : ["A.example/x", "a.example/xy"])
            .Find("https://a.example/x").Should().Be("first");

    [Fact]
    public void An_empty_table_finds_nothing() => Of().Find("https://acme.example/").Should().BeNull();

    private static AddressTable<string> Of(params string[] patterns) => new(patterns, static pattern => [pattern]);
}
