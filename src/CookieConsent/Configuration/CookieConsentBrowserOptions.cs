namespace CookieConsent.Configuration;

/// <summary>The nets that the browser script hangs up, each with its own switch. With <see cref="EnforcementMode.Report"/> none of them withholds.</summary>
public sealed class CookieConsentBrowserOptions
{
    /// <summary>Elements that a script inserts (<c>src</c> and <c>href</c> setters, <c>innerHTML</c>, <c>appendChild</c> and kin) with a vendor's address. Default: <see cref="BrowserNet.Withhold"/>.</summary>
    public BrowserNet Insertions { get; set; }

    /// <summary>A second look at whatever came into the page another way; it is too late for what loads at once. Default: <see cref="BrowserNet.Withhold"/>.</summary>
    public BrowserNet Observer { get; set; }

    /// <summary>Writes to <c>document.cookie</c>. Default: <see cref="BrowserNet.Withhold"/>.</summary>
    public BrowserNet Cookies { get; set; }

    /// <summary>Writes through the Cookie Store API. Default: <see cref="BrowserNet.Withhold"/>.</summary>
    public BrowserNet CookieStore { get; set; }

    /// <summary>Writes to <c>localStorage</c> and <c>sessionStorage</c>. Default: <see cref="BrowserNet.Withhold"/>.</summary>
    public BrowserNet Storage { get; set; }
}
