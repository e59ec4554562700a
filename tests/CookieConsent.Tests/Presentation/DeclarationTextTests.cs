using CookieConsent.Catalogue;
using CookieConsent.Consent;
using CookieConsent.Localization;
using CookieConsent.Tests.Configuration;

namespace CookieConsent.Tests.Presentation;

/// <summary>The hash that dates the declaration knows every text that stands in it.</summary>
public sealed class DeclarationTextTests
{
    [Fact]
    public async Task Every_text_of_the_owners_that_the_declaration_shows_is_part_of_its_hash()
    {
        string[] keys = [.. ShippedTexts.In("en").Keys];
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask, Settings(keys));

        string declaration = (await site.Visitor().GetPageAsync("/_cookie-consent/declaration")).QuerySelector(".vc-declaration")!.OuterHtml;
        string[] shown = [.. keys.Where(key => declaration.Contains(Mark(key), StringComparison.Ordinal))];

        shown.Should().HaveCountGreaterThan(50).And.Contain(["DeclarationBrowser", "DeclarationReasonVendor", "VendorDiscontinued", "VendorNoCookies", "EssentialOnPaths", "Purpose.DecisionCookie", "Month.other"]);
        shown.Where(key => Hash(key) == Hash()).Should().BeEmpty("each of them changes what the declaration says");
    }

    private static string Mark(string key) => $"[{key}]";

    private static string Hash(params string[] keys)
    {
        IConfiguration section = new ConfigurationBuilder().AddInMemoryCollection(Settings(keys)).Build();
        return ConsentPolicyCompiler.Compile(Section.Bind(section), CookieCatalogue.Default, []).DeclarationHash;
    }

    /// <summary>A site whose declaration has everything that one can have, with some texts marked.</summary>
    private static Dictionary<string, string?> Settings(IEnumerable<string> keys)
    {
        Dictionary<string, string?> settings = new(Site.Usual)
        {
            ["Vendors:acme:Category"] = "social",
            ["Vendors:cloudflare:Name"] = "Cloudflare",
            ["Vendors:google-plus:Name"] = "Google +1",
            ["Categories:payment:EssentialOn:0"] = "/checkout",
            ["Cookies:csrf:Category"] = "session",
            ["Cookies:seen:Category"] = "analytics",
            ["Cookies:seen:Storage"] = "Pixel",
            ["Cookies:stored:Category"] = "analytics",
            ["Cookies:stored:Storage"] = "IndexedDb",
        };
        foreach (string key in keys)
        {
            settings[$"Texts:en:{key}"] = $"{Mark(key)} {ShippedTexts.In("en")[key]}";
        }

        return settings;
    }
}
