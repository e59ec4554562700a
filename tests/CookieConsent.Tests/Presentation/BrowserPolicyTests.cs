using System.Text.Json;
using System.Text.RegularExpressions;
using CookieConsent.Catalogue;
using CookieConsent.Consent;
using CookieConsent.Localization;
using CookieConsent.Presentation;
using CookieConsent.Tests.Configuration;

namespace CookieConsent.Tests.Presentation;

public sealed class BrowserPolicyTests
{
    [Fact]
    public void The_script_knows_no_name_that_only_a_third_party_keeps()
    {
        ConsentPolicy policy = Section.Policy("""
            {
              "Vendors": { "acme": { "Category": "analytics" }, "guard": { "Category": "operational" } },
              "Cookies": {
                "acme_here": { "Vendor": "acme" }, "acme_there": { "Vendor": "acme", "Host": "acme.example" }, "acme_key": { "Vendor": "acme", "Host": "acme.example", "Storage": "LocalStorage" },
                "acme_pixel": { "Vendor": "acme", "Storage": "Pixel" }, "guard_here": { "Vendor": "guard" }, "guard_there": { "Vendor": "guard", "Host": "guard.example" }
              }
            }
            """);

        JsonElement root = Written(policy);

        root.GetProperty("cookies").EnumerateArray().Select(group => group[2].GetString()).Should().Equal("acme_here");
        root.GetProperty("essential").GetString()!.Split(' ').Should().BeEquivalentTo("guard_here", ".CookieConsent");
    }

    [Fact]
    public void Script_and_server_give_every_address_of_the_catalogue_to_the_same_vendor()
    {
        ConsentPolicy policy = Section.Policy(JsonSerializer.Serialize(new { Vendors = CookieCatalogue.Default.Vendors.Keys.ToDictionary(id => id, _ => new { Category = "social" }) }));
        string[] origins = [.. CookieCatalogue.Default.Vendors.Values.SelectMany(vendor => vendor.Origins)];
        origins.Should().HaveCountGreaterThan(700);

        Func<string, string?> ofTheScript = VendorOf(policy);

        foreach (string origin in origins)
        {
            string address = origin.Replace("*.", "any.", StringComparison.Ordinal).Replace("*", "some", StringComparison.Ordinal);
            foreach (string shown in (string[])[address, address + (address.Contains('/', StringComparison.Ordinal) ? "x/y?z=1" : "/x/y?z=1"), "below." + address, address.Split('/')[0]])
            {
                ofTheScript(shown).Should().Be(policy.VendorOf("https://" + shown).Declared?.Id, "{0} is one vendor's, whoever asks", shown);
            }
        }
    }

    [Theory]
    [InlineData("www.googletagmanager.com/gtag/js?id=G-OURS", "acme")]
    [InlineData("www.googletagmanager.com/gtag/js?id=G-OTHER", "google-analytics")]
    [InlineData("club.example/w/1/x.js?v=2", "acme")]
    [InlineData("club.example/w/1/y.js", null)]
    [InlineData("xn--bcher-kva.example/", "acme")]
    [InlineData("a.b.wild.example/", "acme")]
    [InlineData("wild.example/", null)]
    [InlineData("evil.example/a.wild.example/", null)]
    [InlineData("evil.example/?club.example/w/1/x.js", null)]
    [InlineData("clubxexample/w/1/x.js", null)]
    [InlineData("special.example/a+b(c)", "acme")]
    [InlineData("special.example/aab(c)", null)]
    public void What_the_owner_says_about_an_address_is_what_the_script_does(string address, string? id)
    {
        ConsentPolicy policy = Section.Policy("""
            {
              "Vendors": {
                "google-analytics": {},
                "acme": { "Category": "social", "Origins": [ "*.wild.example", "Club.example/w/*/x.js", "www.googletagmanager.com/gtag/js?id=G-OURS", "Bücher.example", "special.example/a+b(c)" ] }
              }
            }
            """);

        VendorOf(policy)(address).Should().Be(id).And.Be(policy.VendorOf("https://" + address).Declared?.Id);
    }

    /// <summary>What addresses.ts does with what it gets.</summary>
    private static Func<string, string?> VendorOf(ConsentPolicy policy)
    {
        JsonElement root = Written(policy);
        string[] vendors = [.. root.GetProperty("vendors").EnumerateArray().Select(vendor => vendor[0].GetString()!)];
        (Regex Expression, string Vendor)[] origins = [.. root.GetProperty("origins").EnumerateArray().Select(origin => (new Regex("^" + origin[0].GetString(), RegexOptions.ECMAScript), vendors[origin[1].GetInt32()]))];
        return address => origins.FirstOrDefault(origin => origin.Expression.IsMatch(new Uri("https://" + address) is var url ? url.Host + url.PathAndQuery : "")).Vendor;
    }

    private static JsonElement Written(ConsentPolicy policy) =>
        JsonDocument.Parse(BrowserPolicy.Write(new PageModel(policy, new LanguageSelector(policy.Settings.Texts, "en").Choose(["en"]), ""), reportsNames: false)).RootElement;
}
