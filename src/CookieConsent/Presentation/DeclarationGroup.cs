using CookieConsent.Consent;

namespace CookieConsent.Presentation;

/// <summary>What one vendor, or the site itself, keeps for one category.</summary>
internal sealed record DeclarationGroup(ConsentVendor? Vendor, IReadOnlyList<DeclaredCookie> Cookies)
{
    public IReadOnlyList<DeclaredCookie> FirstParty => [.. Cookies.Where(cookie => !cookie.IsThirdParty)];

    /// <summary>The cookies that only the vendor sees, by the host they belong to; pixels have none unless the owner names it.</summary>
    public IReadOnlyList<IGrouping<string?, DeclaredCookie>> ThirdParty =>
        [.. Cookies.Where(cookie => cookie.IsThirdParty).GroupBy(cookie => cookie.Host).OrderBy(host => host.Key, StringComparer.Ordinal)];
}
