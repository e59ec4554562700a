namespace CookieConsent.Catalogue;

/// <summary>One row of <c>cookies.tsv</c>. A row with a host is a third party's: the site's own server and scripts never see it.</summary>
/// <param name="Pattern">The name, or a pattern of names.</param>
/// <param name="VendorId">Who sets it.</param>
/// <param name="CategoryId">A predefined category.</param>
/// <param name="Lifetime">The vendor's nominal one; for <c>local</c> and <c>indexeddb</c> none, since these stay until they are deleted.</param>
/// <param name="Host">The third party's host, or null.</param>
/// <param name="Storage">Null for a cookie, else <c>local</c>, <c>session</c> or <c>indexeddb</c>.</param>
/// <param name="Purpose">What it is for, in English and in our own words.</param>
internal sealed record CataloguedCookie(
    CookiePattern Pattern,
    string VendorId,
    string CategoryId,
    CookieLifetime Lifetime,
    string? Host,
    string? Storage,
    string Purpose)
{
    public bool IsThirdParty => Host is not null;
}
