using CookieConsent.Catalogue;

namespace CookieConsent.Consent;

/// <summary>What the compiler hands to the policy.</summary>
internal sealed record ConsentPolicyParts(
    ConsentPolicySettings Settings,
    IReadOnlyList<ConsentCategory> Categories,
    IReadOnlyList<ConsentVendor> Vendors,
    IReadOnlyList<DeclaredCookie> Cookies,
    IReadOnlyList<CookieStanding> Own,
    IReadOnlyList<CookieStanding> Framework,
    Dictionary<CataloguedCookie, CookieStanding> OfVendors,
    Lazy<ConsentEntries> Entries);
