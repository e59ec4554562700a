using CookieConsent.Catalogue;

namespace CookieConsent.Tests.Catalogue;

/// <summary>The catalogue's rows as they are shipped.</summary>
internal static class DataFiles
{
    public static readonly IReadOnlyList<CataloguedVendor> Vendors = [.. CookieCatalogue.Default.Vendors.Values];

    public static readonly IReadOnlyList<CataloguedCookie> Cookies = CookieCatalogue.Default.Cookies;
}
