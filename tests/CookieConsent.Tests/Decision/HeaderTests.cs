using CookieConsent.Consent;
using CookieConsent.Decision;
using CookieConsent.Tests.Configuration;
using CookieConsent.Tests.Consent;
using Microsoft.Extensions.Primitives;

namespace CookieConsent.Tests.Decision;

public sealed class HeaderTests
{
    private static readonly string Value = Answers.Four.Write("+analytics -social");

    [Theory]
    [InlineData(".CookieConsent=V")]
    [InlineData("a=1; .CookieConsent=V")]
    [InlineData(".CookieConsent=V; a=1")]
    [InlineData("a=1;.CookieConsent=V;b=2")]
    [InlineData("a=1;   .CookieConsent=V  ; b=2")]
    [InlineData("a=1;\t.CookieConsent=V\t;b=2")]
    [InlineData("  .CookieConsent=V  ")]
    [InlineData(";;; .CookieConsent=V;;")]
    [InlineData("a; .CookieConsent=V; =; b")]
    [InlineData("x.CookieConsent=no; .CookieConsentX=no; .CookieConsent=V")]
    [InlineData("a=.CookieConsent; .CookieConsent=V")]
    [InlineData(".CookieConsent.CookieConsent=no; .CookieConsent=V")]
    [InlineData(".CookieConsentC1=no; .CookieConsent=V")]
    [InlineData(".COOKIECONSENT=no; .CookieConsent=V")]
    public void The_cookie_is_found_wherever_it_stands(string header) => Told(Header(header)).Should().Be("+analytics -social");

    [Theory]
    [InlineData("")]
    [InlineData("x.CookieConsent=V")]
    [InlineData(".CookieConsentX=V")]
    [InlineData("__Host-.CookieConsent=V")]
    [InlineData(".cookieconsent=V")]
    [InlineData(".CookieConsent")]
    [InlineData(".CookieConsent;=V")]
    [InlineData("a=b .CookieConsent=V")]
    [InlineData("a=.CookieConsent=V")]
    [InlineData("a=1, .CookieConsent=V")]
    [InlineData("CookieConsent=V")]
    public void A_similar_name_is_not_the_cookie(string header) => Told(Header(header)).Should().BeEmpty();

    [Fact]
    public void The_cookie_is_found_in_any_line_of_the_header()
    {
        Told(new StringValues(["a=1; b=2", Header("c=3; .CookieConsent=V"), null, ""])).Should().Be("+analytics -social");
        Told(StringValues.Empty).Should().BeEmpty();
    }

    [Theory]
    [InlineData(".CookieConsent=V; .CookieConsent=broken")]
    [InlineData(".CookieConsent=; .CookieConsent=V")]
    public void Beside_an_unreadable_twin_nothing_is_granted(string header) => Told(Header(header)).Should().NotContain("+");

    [Fact]
    public void Twins_in_two_lines_are_both_read()
    {
        string other = ".CookieConsent=" + Answers.Four.Write("-analytics +social");

        Told(new StringValues([Header(".CookieConsent=V"), other])).Should().Be("-analytics -social");
    }

    [Fact]
    public void Twins_of_any_number_are_counted() =>
        DecisionCookie.Count(new StringValues([".CookieConsent=1; x.CookieConsent=2; .CookieConsent=3", ".CookieConsent=4"]), Answers.Four).Should().Be(3);

    [Theory]
    [InlineData("consent")]
    [InlineData("__Host-consent")]
    [InlineData("a-a")]
    public void Another_name_is_found_like_the_usual_one(string name)
    {
        ConsentPolicy policy = Section.Policy($$"""{ "Vendors": { "stripe": {} }, "DecisionCookie": { "Name": "{{name}}" } }""");
        string value = policy.Write("+payment");

        policy.Told(policy.ReadHeader($"{name}{name}=x; a-{name}=x; {name}={value}")).Should().Be("+payment");
        policy.Told(policy.ReadHeader($".CookieConsent={value}; x{name}={value}")).Should().BeEmpty();
    }

    private static string Header(string header) => header.Replace("V", Value, StringComparison.Ordinal);

    private static string Told(StringValues header) => Answers.Four.Told(Answers.Four.ReadHeader(header));
}
