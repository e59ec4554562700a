using CookieConsent.Configuration;

namespace CookieConsent.Consent;

/// <summary>The browser script's nets, as they are in force.</summary>
internal sealed record BrowserNets(BrowserNet Insertions, BrowserNet Observer, BrowserNet Cookies, BrowserNet CookieStore, BrowserNet Storage)
{
    /// <summary>The nets that the owner hung up; where nothing is withheld, none of them withholds.</summary>
    public static BrowserNets Of(CookieConsentEnforcementOptions options)
    {
        BrowserNet Net(BrowserNet net) => options.Mode == EnforcementMode.Report && net == BrowserNet.Withhold ? BrowserNet.Report : net;
        CookieConsentBrowserOptions browser = options.Browser;
        return new BrowserNets(Net(browser.Insertions), Net(browser.Observer), Net(browser.Cookies), Net(browser.CookieStore), Net(browser.Storage));
    }
}
