using CookieConsent.Catalogue;

namespace CookieConsent.Tests.Catalogue;

public sealed class ClaimTests
{
    [Fact]
    public void A_third_partys_row_never_says_whose_a_cookie_of_this_site_is() =>
        DataFiles.Cookies.Where(cookie => cookie.IsThirdParty)
            .Select(cookie => CookieCatalogue.Default.Find(cookie.Pattern.Text.Replace('*', 'x')))
            .Should().OnlyContain(found => found == null || !found.IsThirdParty);

    [Fact]
    public void A_name_in_web_storage_says_nothing_about_a_cookie()
    {
        CataloguedCookie[] stored = [.. DataFiles.Cookies.Where(cookie => cookie.Storage is not null)];

        stored.Should().NotBeEmpty();
        CookieCatalogue.Default.Find("li_adsId").Should().BeNull();
        stored.Select(cookie => CookieCatalogue.Default.Find(cookie.Pattern.Text.Replace('*', 'x')))
            .Should().OnlyContain(found => found == null || found.Storage == null);
    }

    [Theory]
    [InlineData("local", "app_x", "broad")]
    [InlineData("local", "app_state_x", "narrow")]
    [InlineData("local", "app_state_1", "exact")]
    [InlineData("local", "app_*", "broad")]
    [InlineData("session", "app_state_1", "elsewhere")]
    [InlineData("indexeddb", "app_state_1", null)]
    [InlineData("local", "other", null)]
    public void The_most_specific_row_says_whose_a_name_in_storage_is(string storage, string name, string? purpose)
    {
        var catalogue = new CookieCatalogue(
            "id\tname\tcategory\torigins\tpolicy\topt-out\tsignal\tstatus\nads\tAds\tadvertising\t\t\t\t\t\n",
            "pattern\tvendor\tcategory\tlifetime\thost\tstorage\tpurpose\n"
            + "app_*\tads\tadvertising\t\t\tlocal\tbroad\napp_state_*\tads\tadvertising\t\t\tlocal\tnarrow\napp_state_1\tads\tadvertising\t\t\tlocal\texact\napp_*\tads\tadvertising\tsession\t\tsession\telsewhere\n");

        catalogue.FindStored(name, storage)?.Purpose.Should().Be(purpose);
        (catalogue.FindStored(name, storage) is null).Should().Be(purpose is null);
    }

    [Fact]
    public void A_third_partys_row_is_still_listed_with_its_vendor()
    {
        var catalogue = new CookieCatalogue(
            "id\tname\tcategory\torigins\tpolicy\topt-out\tsignal\tstatus\nads\tAds\tadvertising\t\t\t\t\t\n",
            "pattern\tvendor\tcategory\tlifetime\thost\tstorage\tpurpose\nuid\tads\tadvertising\tsession\tads.example\t\tBrowser id\n");

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
    [InlineData(".AspNetCore.MyScheme", "aspnet-core")]
    [InlineData("_gat_UA-1-1", "google-analytics")]
    [InlineData("AMP_TOKEN", "google-analytics")]
    [InlineData("AMP_0a1b2c3d4e", "amplitude")]
    [InlineData("_fbp", "meta-pixel")]
    [InlineData("_clck", "microsoft-clarity")]
    [InlineData("_pk_id.1.1fff", "matomo")]
    [InlineData("_hjSession_12345", "hotjar")]
    [InlineData("_hjSomethingNew", "hotjar")]
    [InlineData("mp_abcdef_mixpanel", "mixpanel")]
    [InlineData("kndctr_ABC_AdobeOrg_identity", "adobe-analytics")]
    [InlineData("kndctr_ABC_AdobeOrg_personalization", "adobe-target")]
    [InlineData("visitor_id12345", "pardot")]
    [InlineData("visitor_id12345-hash", "pardot")]
    [InlineData("lpv12345", "pardot")]
    [InlineData("PHPSESSID", "php")]
    [InlineData("JSESSIONID", "java-servlet")]
    [InlineData("csrftoken", "django")]
    [InlineData("ARRAffinitySameSite", "azure-app-service")]
    public void A_catalogued_name_is_recognised(string name, string vendor) =>
        CookieCatalogue.Default.Find(name)!.VendorId.Should().Be(vendor);

    [Fact]
    public void Names_that_are_only_similar_belong_to_nobody() =>
        new[] { "_GA", "_gax", "my_ga", ".aspnetcore.session", "_ga ", "" }.Where(name => CookieCatalogue.Default.Find(name) is not null).Should().BeEmpty();
}
