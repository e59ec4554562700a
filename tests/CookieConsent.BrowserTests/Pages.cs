namespace CookieConsent.BrowserTests;

/// <summary>The sample's pages.</summary>
internal static class Pages
{
    public const string Checkout = "/checkout";

    /// <summary>All but the checkout, where the payment vendors are needed.</summary>
    public static readonly IReadOnlyList<string> Ordinary =
        ["/", "/pricing", "/forum", "/articles", "/tour", "/basket", "/sign-in", "/privacy", "/go/partner", "/api/status"];

    /// <summary>The library's own.</summary>
    public static readonly IReadOnlyList<string> Own = ["/_cookie-consent/preferences", "/_cookie-consent/declaration"];
}
