using System.Globalization;

namespace CookieConsent.Benchmarks.Pipeline;

/// <summary>Sections of the sites that are measured.</summary>
internal static class SiteSettings
{
    /// <summary>Four vendors and a basket.</summary>
    public static readonly IReadOnlyDictionary<string, string?> Usual = new Dictionary<string, string?>
    {
        ["Controller:Name"] = "Example Hosting Ltd",
        ["Controller:Contact"] = "privacy@example.com",
        ["PolicyUrl"] = "/privacy",
        ["Vendors:google-analytics:Name"] = "Google Analytics",
        ["Vendors:youtube:Name"] = "YouTube",
        ["Vendors:stripe:Name"] = "Stripe",
        ["Vendors:google-adsense:Name"] = "Google AdSense",
        ["Cookies:basket:Category"] = "session",
        ["Cookies:basket:Purpose"] = "Remembers what is in your basket",
        ["Cookies:basket:Reason"] = "The basket would be empty",
    };

    /// <summary>Forty vendors and three hundred declared cookies, a third of them patterns: the numbers must not grow.</summary>
    public static readonly IReadOnlyDictionary<string, string?> Large = MakeLarge();

    private static Dictionary<string, string?> MakeLarge()
    {
        const int vendors = 40;
        const int cookies = 300;
        string[] categories = ["analytics", "social", "payment", "advertising", "functional"];
        var settings = new Dictionary<string, string?>(Usual);
        for (int index = Usual.Keys.Count(static key => key.StartsWith("Vendors:", StringComparison.Ordinal)); index < vendors; index++)
        {
            string vendor = string.Create(CultureInfo.InvariantCulture, $"Vendors:vendor-{index}:");
            settings[vendor + "Name"] = string.Create(CultureInfo.InvariantCulture, $"Vendor {index}");
            settings[vendor + "Category"] = categories[index % categories.Length];
            settings[vendor + "Origins:0"] = string.Create(CultureInfo.InvariantCulture, $"vendor-{index}.example");
            settings[vendor + "PolicyUrl"] = string.Create(CultureInfo.InvariantCulture, $"https://vendor-{index}.example/privacy");
        }

        for (int index = 1; index < cookies; index++)
        {
            string cookie = string.Create(CultureInfo.InvariantCulture, $"Cookies:site_cookie_{index}{(index % 3 == 0 ? "_*" : "")}:");
            settings[cookie + "Category"] = categories[index % categories.Length];
            settings[cookie + "Purpose"] = "Measured";
        }

        return settings;
    }
}
