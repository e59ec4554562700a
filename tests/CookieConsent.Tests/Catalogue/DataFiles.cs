using CookieConsent.Catalogue;

namespace CookieConsent.Tests.Catalogue;

/// <summary>The catalogue's rows as they are shipped.</summary>
internal static class DataFiles
{
    public static readonly IReadOnlyList<CataloguedVendor> Vendors = CatalogueReader.ReadVendors(CatalogueReader.OpenEmbedded("vendors.tsv"));

    public static readonly IReadOnlyList<CataloguedCookie> Cookies = CatalogueReader.ReadCookies(CatalogueReader.OpenEmbedded("cookies.tsv"));
}
