using System.Text.Json;
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

        JsonElement root = JsonDocument.Parse(BrowserPolicy.Write(new PageModel(policy, new LanguageSelector(policy.Settings.Texts, "en").Choose(["en"]), ""), reportsNames: false)).RootElement;

        root.GetProperty("cookies").EnumerateArray().Select(group => group[2].GetString()).Should().Equal("acme_here");
        root.GetProperty("essential").GetString()!.Split(' ').Should().BeEquivalentTo("guard_here", ".CookieConsent");
    }
}
