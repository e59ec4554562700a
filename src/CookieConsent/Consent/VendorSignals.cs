using CookieConsent.Catalogue;
using CookieConsent.Configuration;

namespace CookieConsent.Consent;

/// <summary>Which vendors' scripts are told what the visitor said, and where Google's tags read it.</summary>
internal sealed record VendorSignals(string DataLayer, bool Google, bool Microsoft, bool Meta)
{
    public static VendorSignals Of(CookieConsentSignalOptions options) =>
        new(options.DataLayer, options.Google, options.Microsoft, options.Meta);

    /// <summary>The vendor's kind of signal, a colon and the category that its grant speaks for; empty where it is told nothing.</summary>
    /// <remarks>That is the vendor's category; in one that the owner made up, the catalogue's, since the signals know no other.</remarks>
    public string Of(ConsentVendor vendor)
    {
        bool told = vendor.Signal switch
        {
            "google" => Google,
            "microsoft-uet" or "clarity" => Microsoft,
            "meta" => Meta,
            _ => false,
        };
        return !told ? ""
            : KnownCategory.All.Contains(vendor.Category.Id) ? $"{vendor.Signal}:{vendor.Category.Id}"
            : $"{vendor.Signal}:{CookieCatalogue.Default.Vendors.GetValueOrDefault(vendor.Id)?.CategoryId}";
    }
}
