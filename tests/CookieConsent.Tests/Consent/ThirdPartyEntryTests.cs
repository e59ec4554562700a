using CookieConsent.Configuration;
using CookieConsent.Consent;
using CookieConsent.Tests.Configuration;

namespace CookieConsent.Tests.Consent;

/// <summary>An entry for what a third party keeps serves the declaration, and no cookie of the site's own.</summary>
public sealed class ThirdPartyEntryTests
{
    [Theory]
    [InlineData("criteo", "uid", "criteo.com", """ "Category": "session" """)]
    [InlineData("paypal", "ts", "paypal.com", """ "Category": "session" """)]
    [InlineData("criteo", "uid", "criteo.com", """ "Category": "session", "Vendor": "stripe" """)]
    [InlineData("criteo", "uid", "criteo.com", """ "Category": "advertising", "Vendor": "criteo", "Host": "" """)]
    [InlineData("criteo", "uid", "criteo.com", """ "Vendor": "criteo", "Host": "static.criteo.net" """)]
    [InlineData("criteo", "uid", "criteo.com", """ "Vendor": "criteo", "Storage": "LocalStorage" """)]
    [InlineData("google-analytics", "_ga", null, """ "Category": "analytics", "Storage": "Pixel" """)]
    [InlineData("google-analytics", "_ga", null, """ "Vendor": "criteo", "Host": "criteo.com" """)]
    public void What_another_keeps_elsewhere_stays_in_the_declaration(string vendor, string name, string? host, string entry)
    {
        ConsentPolicy policy = Section.Policy($$"""{ "Vendors": { "{{vendor}}": {} }, "Cookies": { "{{name}}": { {{entry}} } } }""");

        policy.Cookies.Should().ContainSingle(cookie => cookie.Key == null && cookie.Pattern.Text == name && cookie.Host == host && cookie.Vendor!.Id == vendor);
        policy.Cookies.Should().ContainSingle(cookie => cookie.Key == name);
    }

    [Theory]
    [InlineData("doubleclick", "IDE", "doubleclick.net", "")]
    [InlineData("DoubleClick", "IDE", "doubleclick.net", ", \"Category\": \"Advertising\"")]
    [InlineData("doubleclick", "IDE", "doubleclick.net", ", \"Host\": \"DoubleClick.net\"")]
    [InlineData("criteo", "uid", "criteo.com", "")]
    [InlineData("instagram", "csrftoken", "instagram.com", "")]
    [InlineData("microsoft-clarity", "MUID", "clarity.ms", "")]
    public void An_entry_for_a_vendors_third_party_cookie_takes_its_place_and_its_facts(string vendor, string name, string host, string more)
    {
        ConsentPolicy policy = Section.Policy($$"""{ "Cookies": { "{{name}}": { "Vendor": "{{vendor}}", "Lifetime": "2 years"{{more}} } } }""");

        DeclaredCookie cookie = policy.Cookies.Should().ContainSingle(cookie => cookie.Pattern.Text == name).Subject;
        cookie.Should().BeEquivalentTo(new { Key = name, Host = host, IsThirdParty = true, Lifetime = new { Months = 24 } });
        cookie.Category.Should().BeSameAs(cookie.Vendor!.Category);
        cookie.Purpose.Should().NotBeNullOrEmpty("the catalogue says what it is for");
        policy.Classify(name).Cookie.Should().BeNull("a third party's entry says nothing about the site's own cookie of that name");
    }

    [Fact]
    public void What_the_catalogue_says_of_it_need_not_be_said_again() =>
        Section.Lint("""{ "Cookies": { "IDE": { "Vendor": "doubleclick" }, "_gcl_ls": { "Storage": "LocalStorage" } } }""").Findings
            .Should().NotContain(finding => finding.Path.Contains("Cookies:"));

    [Fact]
    public void A_cookie_that_a_vendor_keeps_on_two_hosts_is_declared_on_both()
    {
        ConsentPolicy policy = Section.Policy("""{ "Cookies": { "guest_id": { "Vendor": "x-twitter", "Purpose": "Knows you" } } }""");

        policy.Cookies.Where(cookie => cookie.Pattern.Text == "guest_id").Should().BeEquivalentTo([new { Host = "twitter.com", Purpose = "Knows you" }, new { Host = "x.com", Purpose = "Knows you" }]);
    }

    [Fact]
    public void A_vendors_own_first_party_cookie_goes_before_its_third_party_one()
    {
        ConsentPolicy policy = Section.Policy("""{ "Cookies": { "_ttp": { "Vendor": "tiktok-pixel", "Lifetime": "P1M" } } }""");

        policy.Cookies.Where(cookie => cookie.Pattern.Text == "_ttp").Select(cookie => (cookie.Key, cookie.Host)).Should().BeEquivalentTo([("_ttp", (string?)null), (null, "tiktok.com")]);
        policy.Classify("_ttp").Cookie!.Lifetime.Months.Should().Be(1);
    }

    [Fact]
    public void A_vendor_of_the_owners_has_third_party_cookies_beside_a_cookie_of_the_site()
    {
        ConsentPolicy policy = Section.Policy("""
            {
              "Categories": { "members": {} }, "Vendors": { "acme": { "Category": "members" } },
              "Cookies": { "acme-id": { "Name": "id", "Vendor": "acme", "Host": "club.acme.example", "Purpose": "Knows your card" }, "id": { "Category": "session" } }
            }
            """);

        policy.Cookies.Should().ContainSingle(cookie => cookie.Host == "club.acme.example").Which.Category.Id.Should().Be("members");
        policy.Classify("id").IsEssential.Should().BeTrue();
    }

    [Fact]
    public void Where_the_site_itself_keeps_it_an_empty_host_says_so()
    {
        ConsentPolicy policy = Section.Policy("""{ "Cookies": { "uid": { "Vendor": "criteo", "Host": "" } } }""");

        policy.Classify("uid").Cookie.Should().BeEquivalentTo(new { Key = "uid", IsThirdParty = false, Vendor = new { Id = "criteo" } });
    }

    [Theory]
    [InlineData("""{ "Storage": "Pixel", "Vendor": "acme" }""", null, true)]
    [InlineData("""{ "Storage": "Pixel", "Vendor": "acme", "Host": "t.acme.example" }""", "t.acme.example", true)]
    [InlineData("""{ "Storage": "Pixel", "Category": "analytics" }""", null, false)]
    public void A_pixel_of_a_vendor_is_a_third_partys(string entry, string? host, bool isThirdPartys)
    {
        ConsentPolicy policy = Section.Policy($$"""{ "Vendors": { "acme": { "Category": "analytics" } }, "Cookies": { "seen": {{entry}} } }""");

        policy.Cookies.Single(cookie => cookie.Key == "seen").Should().BeEquivalentTo(new { Host = host, IsThirdParty = isThirdPartys, Storage = StorageType.Pixel });
    }

    [Theory]
    [InlineData("LocalStorage", "_gcl_ls", "google-ads", "advertising")]
    [InlineData("SessionStorage", "ph_phc_abc_window_id", "posthog", "analytics")]
    [InlineData("IndexedDb", "ONE_SIGNAL_SDK_DB", "onesignal", "advertising")]
    public void A_known_storage_key_gets_its_facts_from_the_catalogue(string storage, string name, string vendor, string category)
    {
        DeclaredCookie cookie = Section.Policy($$"""{ "Cookies": { "{{name}}": { "Storage": "{{storage}}" } } }""").Cookies.Single(cookie => cookie.Key == name);

        cookie.Should().BeEquivalentTo(new { Vendor = new { Id = vendor }, Category = new { Id = category }, Host = (string?)null });
        cookie.Purpose.Should().NotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("_ga", "LocalStorage")]
    [InlineData("_ga", "Pixel")]
    [InlineData("ONE_SIGNAL_SDK_DB", "Cookie")]
    [InlineData("_gcl_ls", "SessionStorage")]
    public void Facts_about_one_kind_of_storage_are_none_about_another(string name, string storage)
    {
        Section.Mistakes($$"""{ "Cookies": { "{{name}}": { "Storage": "{{storage}}" } } }""").Should().ContainSingle().Which.Rule.Should().Contain("the catalogue does not know its name");
        Section.Policy($$"""{ "Cookies": { "{{name}}": { "Storage": "{{storage}}", "Category": "analytics" } } }""").Cookies.Single(cookie => cookie.Key == name)
            .Should().BeEquivalentTo(new { Purpose = (string?)null, Vendor = (ConsentVendor?)null, Lifetime = new { IsSession = true } });
    }

    [Fact]
    public void The_frameworks_cookie_stays_where_an_entry_of_its_name_is_no_cookie_of_the_site()
    {
        FrameworkCookie session = new("id", "session", "Session", default);

        foreach (string entry in (string[])["\"Vendor\": \"criteo\", \"Host\": \"criteo.com\"", "\"Category\": \"session\", \"Storage\": \"LocalStorage\""])
        {
            Section.Policy($$"""{ "Cookies": { "id": { {{entry}} } } }""", session).Cookies.Should().Contain(cookie => cookie.Essential == "Session");
        }
    }
}
