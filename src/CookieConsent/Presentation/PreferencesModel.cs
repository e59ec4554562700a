using CookieConsent.Consent;
using CookieConsent.Decision;

namespace CookieConsent.Presentation;

/// <summary>The preferences page of one visitor.</summary>
internal sealed record PreferencesModel(ConsentPolicy Policy, ConsentDecision Decision, string Return)
{
    public string Asked => AskedField.Write(Policy.AskedBits, Policy);

    public bool IsPartly => Policy.Asked.Any(category => Decision.AnswerTo(category) == ConsentAnswer.Undecided);

    public IEnumerable<ConsentVendor> Vendors(ConsentCategory category) =>
        Policy.Vendors.Where(vendor => ReferenceEquals(vendor.Category, category));

    public IEnumerable<DeclaredCookie> Cookies(ConsentCategory category) =>
        Policy.Cookies.Where(cookie => ReferenceEquals(cookie.Category, category));

    public IEnumerable<DeclaredCookie> Cookies(ConsentCategory category, ConsentVendor vendor) =>
        Cookies(category).Where(cookie => ReferenceEquals(cookie.Vendor, vendor));

    /// <summary>The category's cookies that stand under none of its vendors.</summary>
    public IEnumerable<DeclaredCookie> OtherCookies(ConsentCategory category) =>
        Cookies(category).Where(cookie => !ReferenceEquals(cookie.Vendor?.Category, category));

    /// <summary>The exception that the visitor made for a vendor.</summary>
    public ConsentAnswer ExceptionFor(ConsentVendor vendor) => Decision.ExceptionFor(vendor);
}
