using CookieConsent.Catalogue;

namespace CookieConsent.Configuration;

/// <summary>Rules for an entry of <c>Cookies</c> that a third party keeps.</summary>
internal static class ThirdPartyRules
{
    public static void Check(CookieConsentOptions options, CookieCatalogue catalogue, string path, string key, CookieConsentCookieOptions cookie, List<Mistake> mistakes)
    {
        if (cookie.Host is { Length: > 0 } host && EntryRows.HostOf(cookie) is null)
        {
            mistakes.Add(new Mistake($"{path}:Host", host, "a third party's host is a host name of two labels or more, without scheme, port, path, wildcard and leading dot.", "Write it as ads.acme.example."));
        }
        else if (cookie.Host is { Length: > 0 } && string.IsNullOrEmpty(cookie.Vendor))
        {
            mistakes.Add(new Mistake($"{path}:Vendor", null, $"nobody is named who keeps it on {cookie.Host}, and visitors must learn who has access.", "Add the Vendor, or remove the Host if this site itself keeps it."));
        }
        else if (IsThirdPartys(catalogue, key, cookie) && VendorsCategory(options, catalogue, cookie.Vendor!) is { } ofVendor
            && cookie.Category is { Length: > 0 } category && OptionsCheck.IsCategory(options, category) && !category.Equals(ofVendor, StringComparison.OrdinalIgnoreCase))
        {
            mistakes.Add(new Mistake(
                $"{path}:Category",
                category,
                $"what {cookie.Vendor} keeps as a third party comes with its content, and that is asked for as {ofVendor}.",
                $"Remove the Category, or move the whole vendor with {options.SectionPath}:Vendors:{cookie.Vendor}:Category. {(cookie.Storage == StorageType.Pixel ? "" : "If this site itself keeps it, write \"Host\": \"\".")}".TrimEnd()));
        }
    }

    private static bool IsThirdPartys(CookieCatalogue catalogue, string key, CookieConsentCookieOptions cookie) =>
        !string.IsNullOrEmpty(cookie.Vendor) && (cookie.Storage == StorageType.Pixel || EntryRows.Hosts(key, cookie, catalogue).Any());

    private static string? VendorsCategory(CookieConsentOptions options, CookieCatalogue catalogue, string vendor) =>
        options.Vendors.GetValueOrDefault(vendor)?.Category is { Length: > 0 } own ? own : catalogue.Vendors.GetValueOrDefault(vendor)?.CategoryId;
}
