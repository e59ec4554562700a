using CookieConsent.Consent;

namespace CookieConsent.Presentation;

/// <summary>The declaration as it is read: by category, by vendor, and by who has access.</summary>
/// <param name="Policy">What is declared.</param>
/// <param name="Level">Level of the categories' headings.</param>
internal sealed record DeclarationModel(ConsentPolicy Policy, int Level)
{
    /// <summary>For a section whose own heading is an <c>h2</c>.</summary>
    public const int DefaultLevel = 3;

    private const int Deepest = 6;

    /// <summary>A level under which the vendors' headings find one, too.</summary>
    public static int Possible(int level) => Math.Clamp(level, 1, Deepest - 1);

    /// <summary>The site itself, then the vendors by name: those of the category, and those with a cookie in it.</summary>
    public IEnumerable<DeclarationGroup> Groups(ConsentCategory category)
    {
        DeclaredCookie[] cookies = [.. Policy.Cookies.Where(cookie => ReferenceEquals(cookie.Category, category))];
        return Policy.Vendors.Where(vendor => ReferenceEquals(vendor.Category, category) || cookies.Any(cookie => ReferenceEquals(cookie.Vendor, vendor)))
            .Prepend(null)
            .Select(vendor => new DeclarationGroup(vendor, [.. cookies.Where(cookie => ReferenceEquals(cookie.Vendor, vendor)).OrderBy(cookie => cookie.Pattern.Text, StringComparer.OrdinalIgnoreCase)]))
            .Where(group => group.Vendor is not null || group.Cookies.Count > 0);
    }

    public bool HasPattern(ConsentCategory category) => Policy.Cookies.Any(cookie => ReferenceEquals(cookie.Category, category) && !cookie.Pattern.IsExact);

    /// <summary>The vendor keeps nothing in the visitor's browser, as far as anybody declared.</summary>
    public bool KeepsNothing(ConsentVendor vendor) => !Policy.Cookies.Any(cookie => ReferenceEquals(cookie.Vendor, vendor));
}
