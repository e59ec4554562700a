using CookieConsent.Catalogue;

namespace CookieConsent.Configuration;

/// <summary>The catalogue's rows that an entry of <c>Cookies</c> means: what the entry leaves out comes from them.</summary>
internal static class EntryRows
{
    /// <summary>One row of the site's own, or a third party's rows, one for each host that keeps it; none where nobody knows the name.</summary>
    public static IReadOnlyList<CataloguedCookie> Of(string key, CookieConsentCookieOptions entry, CookieCatalogue catalogue)
    {
        if (entry.Storage == StorageType.Pixel)
        {
            return [];
        }

        string name = entry.Name ?? key;
        string? storage = StoredAs(entry.Storage);
        IReadOnlyList<CataloguedCookie> ofVendor = entry.Host is not "" && entry.Vendor is { Length: > 0 } vendor ? catalogue.FindThirdParty(vendor, name, storage) : [];
        if (entry.Host is { Length: > 0 })
        {
            return [.. ofVendor.Where(row => row.Host == HostOf(entry))];
        }

        CataloguedCookie? own = storage is null ? catalogue.Find(name) : catalogue.FindStored(name, storage);
        bool isOfVendor = own is not null && own.VendorId.Equals(entry.Vendor, StringComparison.OrdinalIgnoreCase);
        return ofVendor.Count > 0 && !isOfVendor ? ofVendor : own is not null ? [own] : [];
    }

    /// <summary>The hosts of the third party that alone sees what the entry speaks of; none for the site's own.</summary>
    public static IEnumerable<string> Hosts(string key, CookieConsentCookieOptions entry, CookieCatalogue catalogue) =>
        HostOf(entry) is { } written ? [written] : Of(key, entry, catalogue).Select(row => row.Host).OfType<string>();

    /// <summary>The host that the owner wrote, as the network knows it; null where there is none, or what stands there is no host.</summary>
    public static string? HostOf(CookieConsentCookieOptions entry) =>
        entry.Host is { Length: > 0 } text && AddressPattern.TryParse(text, out AddressPattern? host, out _) && !text.AsSpan().ContainsAny('*', '/') ? host!.Key : null;

    /// <summary>How the catalogue writes where something is kept; null for a cookie.</summary>
    public static string? StoredAs(StorageType storage) => storage switch
    {
        StorageType.LocalStorage => "local",
        StorageType.SessionStorage => "session",
        StorageType.IndexedDb => "indexeddb",
        StorageType.Pixel => "pixel",
        _ => null,
    };
}
