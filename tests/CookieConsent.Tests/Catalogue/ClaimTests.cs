using CookieConsent.Catalogue;

namespace CookieConsent.Tests.Catalogue;

public sealed class ClaimTests
{
    [Theory]
    [InlineData("user")]
    [InlineData("lang")]
    [InlineData("LANG")]
    [InlineData("locale")]
    [InlineData("id")]
    [InlineData("ID")]
    [InlineData("token")]
    [InlineData("auth_token")]
    [InlineData("theme")]
    [InlineData("cart")]
    [InlineData("basket")]
    [InlineData("uid")]
    [InlineData("sid")]
    [InlineData("SID")]
    [InlineData("cid")]
    [InlineData("m")]
    [InlineData("ts")]
    [InlineData("timezone")]
    [InlineData("presence")]
    [InlineData("session")]
    [InlineData("JSESSIONID")]
    [InlineData("PHPSESSID")]
    [InlineData("remember_me")]
    public void A_plain_name_that_any_app_may_use_is_claimed_by_nobody(string name) =>
        CookieCatalogue.Default.Find(name).Should().BeNull();

    [Fact]
    public void A_third_partys_row_never_says_whose_a_cookie_of_this_site_is() =>
        DataFiles.Cookies.Where(cookie => cookie.IsThirdParty)
            .Select(cookie => CookieCatalogue.Default.Find(cookie.Pattern.Text.Replace('*', 'x')))
            .Should().OnlyContain(found => found == null || !found.IsThirdParty);

    [Fact]
    public void A_third_partys_row_is_still_listed_with_its_vendor()
    {
        var catalogue = new CookieCatalogue(
            [new CataloguedVendor("ads", "Ads", "advertising", [], null, null, null, false)],
            [new CataloguedCookie(CookiePattern.Parse("uid"), "ads", "advertising", CookieLifetime.Session, "ads.example", "Browser id")]);

        catalogue.Find("uid").Should().BeNull();
        catalogue.Cookies["ADS"].Should().ContainSingle();
    }

    [Theory]
    [InlineData("_ga", "google-analytics")]
    [InlineData("_ga_G1AB", "google-analytics")]
    [InlineData("_gac_UA", "google-ads")]
    [InlineData("_gcl_au", "google-ads")]
    [InlineData("__gpi_optout", "google-adsense")]
    [InlineData(".AspNetCore.Antiforgery.abc", "aspnet-core")]
    public void A_catalogued_name_is_recognised(string name, string vendor) =>
        CookieCatalogue.Default.Find(name)!.VendorId.Should().Be(vendor);

    [Fact]
    public void Names_that_are_only_similar_belong_to_nobody() =>
        new[] { "_GA", "_gax", "my_ga", ".aspnetcore.session", "_ga ", "" }.Where(name => CookieCatalogue.Default.Find(name) is not null).Should().BeEmpty();
}
