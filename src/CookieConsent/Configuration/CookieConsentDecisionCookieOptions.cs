namespace CookieConsent.Configuration;

/// <summary>The cookie that keeps the visitor's answer.</summary>
public sealed class CookieConsentDecisionCookieOptions
{
    /// <summary>The cookie's name. <c>__Host-consent</c> is recommended for sites that are only reachable over HTTPS. Default: <c>.CookieConsent</c>.</summary>
    public string Name { get; set; } = ".CookieConsent";

    /// <summary>The parent domain on which the answer holds for all subdomains. Default: none, the answer holds for this host alone.</summary>
    public string? Domain { get; set; }

    /// <summary>The cookie's path. Default: <c>/</c>.</summary>
    public string Path { get; set; } = "/";
}
