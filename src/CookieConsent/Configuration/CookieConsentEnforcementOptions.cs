namespace CookieConsent.Configuration;

/// <summary>What is done about cookies that the visitor has not agreed to.</summary>
public sealed class CookieConsentEnforcementOptions
{
    /// <summary>Whether such cookies are withheld or only reported. Default: <see cref="EnforcementMode.Withhold"/>.</summary>
    public EnforcementMode Mode { get; set; }

    /// <summary>What happens to a response cookie that nobody declared. Default: <see cref="UndeclaredCookies.Withhold"/>.</summary>
    public UndeclaredCookies Undeclared { get; set; }
}
