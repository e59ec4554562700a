namespace CookieConsent.Catalogue;

/// <summary>One row of <c>cookies.tsv</c>. A row with a host is a third party's cookie: the site's own server never sees it.</summary>
internal sealed record CataloguedCookie(
    CookiePattern Pattern,
    string VendorId,
    string CategoryId,
    CookieLifetime Lifetime,
    string? Host,
    string Purpose)
{
    public bool IsThirdParty => Host is not null;
}
