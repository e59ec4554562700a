using System.Collections.Frozen;

namespace CookieConsent.Catalogue;

/// <summary>What is known about vendors and their cookies, read from the data files beside this class on first need.</summary>
internal sealed class CookieCatalogue
{
    private static readonly Lazy<CookieCatalogue> Embedded = new(static () => new CookieCatalogue(
        CatalogueReader.ReadVendors(CatalogueReader.OpenEmbedded("vendors.tsv")),
        CatalogueReader.ReadCookies(CatalogueReader.OpenEmbedded("cookies.tsv"))));

    private readonly CataloguedCookie[] _ofSites;
    private readonly CookiePatternTable<CataloguedCookie> _firstParty;

    public CookieCatalogue(IReadOnlyList<CataloguedVendor> vendors, IReadOnlyList<CataloguedCookie> cookies)
    {
        Vendors = vendors.ToFrozenDictionary(vendor => vendor.Id, StringComparer.OrdinalIgnoreCase);
        Cookies = cookies.ToLookup(cookie => cookie.VendorId, StringComparer.OrdinalIgnoreCase);

        // Third-party rows serve the declaration alone: a site's own `uid` is not an ad exchange's.
        _ofSites = [.. cookies.Where(cookie => !cookie.IsThirdParty)];
        _firstParty = new CookiePatternTable<CataloguedCookie>(_ofSites.Select(cookie => (cookie.Pattern, cookie)));
    }

    public static CookieCatalogue Default => Embedded.Value;

    public FrozenDictionary<string, CataloguedVendor> Vendors { get; }

    /// <summary>Every row, by the id of its vendor.</summary>
    public ILookup<string, CataloguedCookie> Cookies { get; }

    /// <summary>The names that cookies of a site can have, patterns left out.</summary>
    public IEnumerable<string> ExactNames => _ofSites.Where(cookie => cookie.Pattern.IsExact).Select(cookie => cookie.Pattern.Text);

    /// <summary>The row that a cookie of this site belongs to, or null where nobody knows the name.</summary>
    public CataloguedCookie? Find(ReadOnlySpan<char> name) => _firstParty.Find(name);
}
