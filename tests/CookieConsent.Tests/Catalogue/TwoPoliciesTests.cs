using CookieConsent.Catalogue;

namespace CookieConsent.Tests.Catalogue;

/// <summary>What the policies of the hosting site (2018) and the tutorial site (2016) name must be known.</summary>
public sealed class TwoPoliciesTests
{
    [Theory]
    [InlineData("the ASP.NET Core session that holds the basket", "aspnet-core", "operational")]
    [InlineData("Google Analytics", "google-analytics", "analytics")]
    [InlineData("Facebook's like button", "facebook", "social")]
    [InlineData("Twitter's follow button", "x-twitter", "social")]
    [InlineData("Google's +1 button", "google-plus", "social")]
    [InlineData("Google itself", "google", "social")]
    [InlineData("Pinterest's pin it button", "pinterest", "social")]
    [InlineData("LinkedIn's share and follow buttons", "linkedin", "social")]
    [InlineData("YouTube's embedded video", "youtube", "social")]
    [InlineData("PayPal", "paypal", "payment")]
    [InlineData("Stripe", "stripe", "payment")]
    [InlineData("Google's advertisements", "google-adsense", "advertising")]
    [InlineData("Google Ads", "google-ads", "advertising")]
    [InlineData("the DART cookie", "doubleclick", "advertising")]
    [InlineData("the Amazon Associates program", "amazon-associates", "advertising")]
    public void Every_vendor_that_they_name_is_catalogued(string named, string id, string category)
    {
        CookieCatalogue.Default.Vendors.Should().ContainKey(id, "the policies name {0}", named);
        CookieCatalogue.Default.Vendors[id].CategoryId.Should().Be(category);
    }

    [Theory]
    [InlineData("google-analytics", "_ga")]
    [InlineData("google-analytics", "_gid")]
    [InlineData("google-analytics", "__utma")]
    [InlineData("facebook", "datr")]
    [InlineData("x-twitter", "guest_id")]
    [InlineData("google", "NID")]
    [InlineData("pinterest", "_pinterest_sess")]
    [InlineData("linkedin", "bcookie")]
    [InlineData("youtube", "VISITOR_INFO1_LIVE")]
    [InlineData("paypal", "ts")]
    [InlineData("stripe", "__stripe_mid")]
    [InlineData("stripe", "__stripe_sid")]
    [InlineData("stripe", "m")]
    [InlineData("google-adsense", "__gads")]
    [InlineData("google-ads", "_gcl_au")]
    [InlineData("doubleclick", "IDE")]
    [InlineData("doubleclick", "ID")]
    [InlineData("aspnet-core", ".AspNetCore.Session")]
    public void The_cookies_of_the_services_that_they_name_are_catalogued(string vendor, string cookie) =>
        CookieCatalogue.Default.Cookies[vendor].Select(row => row.Pattern.Text).Should().Contain(cookie);

    [Theory]
    [InlineData("google-analytics")]
    [InlineData("facebook")]
    [InlineData("x-twitter")]
    [InlineData("pinterest")]
    [InlineData("linkedin")]
    [InlineData("doubleclick")]
    [InlineData("google-adsense")]
    [InlineData("google-plus")]
    [InlineData("amazon-associates")]
    public void Where_they_promise_an_opt_out_there_is_a_link(string vendor) =>
        CookieCatalogue.Default.Vendors[vendor].OptOutUrl.Should().StartWith("https://");

    [Fact]
    public void A_service_that_no_longer_exists_is_kept_and_marked()
    {
        CookieCatalogue.Default.Vendors["google-plus"].IsDiscontinued.Should().BeTrue();
        CookieCatalogue.Default.Vendors.Values.Count(vendor => vendor.IsDiscontinued).Should().BeLessThan(CookieCatalogue.Default.Vendors.Count / 2);
    }
}
