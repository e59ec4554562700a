namespace CookieConsent.BrowserTests;

/// <summary>The cookies that the sample may set without asking.</summary>
internal static class Essential
{
    private static readonly string[] Prefixes =
    [
        ".CookieConsent",
        ".AspNetCore.Session",
        ".AspNetCore.Antiforgery.",
        ".AspNetCore.Mvc.CookieTempDataProvider",
        ".AspNetCore.Cookies",
        ".AspNetCore.Culture",
        "ref",
    ];

    public static bool Is(string cookie) => Prefixes.Any(prefix => cookie == prefix || (prefix[0] == '.' && cookie.StartsWith(prefix, StringComparison.Ordinal)));
}
