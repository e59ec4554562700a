namespace CookieConsent.Configuration;

/// <summary>What is done about cookies that the visitor has not agreed to.</summary>
public sealed class CookieConsentEnforcementOptions
{
    /// <summary>Whether such cookies are withheld or only reported. Default: <see cref="EnforcementMode.Withhold"/>.</summary>
    public EnforcementMode Mode { get; set; }

    /// <summary>What happens to a response cookie that nobody declared. Default: <see cref="UndeclaredCookies.Withhold"/>.</summary>
    public UndeclaredCookies Undeclared { get; set; }

    /// <summary>What happens to an entry of local or session storage that nobody declared. Default: <see cref="UndeclaredStorage.Report"/>.</summary>
    public UndeclaredStorage UndeclaredStorage { get; set; }

    /// <summary>Whether a withdrawal also sends <c>Clear-Site-Data: "storage"</c>, which empties all of the site's own storage, essential entries included. Default: false.</summary>
    public bool ClearSiteData { get; set; }

    /// <summary>What the browser script stops.</summary>
    public CookieConsentBrowserOptions Browser { get; set; } = new();
}
