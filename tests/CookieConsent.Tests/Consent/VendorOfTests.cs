using CookieConsent.Consent;
using CookieConsent.Tests.Configuration;

namespace CookieConsent.Tests.Consent;

public sealed class VendorOfTests
{
    private static readonly ConsentPolicy Policy = Section.Policy("""
        {
          "Vendors": {
            "YouTube": {},
            "google-maps": { "Category": "social" },
            "acme-club": { "Category": "social", "Origins": [ "*.acme.example", "club.example/w/*/x.js", "www.googletagmanager.com/gtag/js?id=G-OURS" ] },
            "stripe": { "Origins": [ "pay.shop.example", "www.paypal.com/sdk/" ] }
          }
        }
        """);

    [Theory]
    [InlineData("https://www.youtube.com/embed/1", "youtube")]
    [InlineData("https://www.google.com/maps/embed", "google-maps")]
    [InlineData("https://a.acme.example/", "acme-club")]
    [InlineData("https://club.example/w/1/x.js?v=2", "acme-club")]
    [InlineData("https://js.stripe.com/v3/", "stripe")]
    [InlineData("https://pay.shop.example/", "stripe")]
    public void An_address_of_a_declared_vendor_is_its_own(string url, string id)
    {
        Policy.VendorOf(url).Declared.Should().BeSameAs(Policy.Vendor(id));
        Policy.VendorOf(url).Catalogued.Should().BeNull();
    }

    [Theory]
    [InlineData("https://www.googletagmanager.com/gtag/js?id=G-OURS", "acme-club")]
    [InlineData("https://www.paypal.com/sdk/js", "stripe")]
    public void What_the_owner_says_about_an_address_outranks_the_catalogue(string url, string id) =>
        Policy.VendorOf(url).Declared!.Id.Should().Be(id);

    [Theory]
    [InlineData("https://www.googletagmanager.com/gtag/js?id=G-OTHER", "google-analytics")]
    [InlineData("https://www.google.com/recaptcha/api.js", "google-recaptcha")]
    [InlineData("https://www.paypal.com/checkout", "paypal")]
    public void A_catalogued_vendor_that_the_site_does_not_declare_is_named_as_such(string url, string id)
    {
        Policy.VendorOf(url).Declared.Should().BeNull();
        Policy.VendorOf(url).Catalogued!.Id.Should().Be(id);
    }

    [Theory]
    [InlineData("https://acme.example/")]
    [InlineData("https://club.example/")]
    [InlineData("/embed/1")]
    [InlineData("")]
    public void Every_other_address_is_nobodys(string url) => Policy.VendorOf(url).IsNobody.Should().BeTrue();

    [Fact]
    public void Asking_allocates_nothing()
    {
        string[] urls = ["https://www.youtube.com/embed/1", "https://club.example/w/1/x.js", "//bat.bing.com/bat.js", "/site.js", "https://nobody.example/"];
        int known = Ask(urls);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < 100; round++)
        {
            known += Ask(urls);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
        known.Should().Be(101 * 3);
    }

    private static int Ask(string[] urls)
    {
        int known = 0;
        foreach (string url in urls)
        {
            known += Policy.VendorOf(url).IsNobody ? 0 : 1;
        }

        return known;
    }
}
