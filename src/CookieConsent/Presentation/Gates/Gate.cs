using CookieConsent.Catalogue;
using CookieConsent.Configuration;
using CookieConsent.Consent;
using CookieConsent.Decision;

namespace CookieConsent.Presentation.Gates;

/// <summary>What an element of a page needs before it may load.</summary>
/// <param name="Vendor">The declared vendor it needs a grant for, or null.</param>
/// <param name="Category">The category it needs a grant for, where no vendor is named; or null.</param>
/// <param name="Id">The id that was asked for, known or not.</param>
internal sealed record Gate(ConsentVendor? Vendor, ConsentCategory? Category, string Id)
{
    /// <summary>Name and value of the attribute that tells the browser script what is needed.</summary>
    public (string Name, string Value) Attribute => Category is null ? ("data-vc-vendor", Id) : ("data-vc-category", Id);

    /// <summary>The gate of a vendor; one that nobody declares stays shut, because nobody was asked.</summary>
    public static Gate OfVendor(string id, ConsentPolicy policy) => new(policy.Vendor(id), null, id.ToLowerInvariant());

    /// <summary>The gate of a category; one that the site does not use stays shut.</summary>
    public static Gate OfCategory(string id, ConsentPolicy policy) =>
        policy.Category(id) is { } category ? new(null, category, category.Id) : new(null, null, id.ToLowerInvariant());

    /// <summary>The gate of an address, or null where it belongs to no catalogued and no declared vendor, or to one whose cookies pass because the site needs them.</summary>
    public static Gate? OfAddress(string address, ConsentPolicy policy) => policy.VendorOf(address) switch
    {
        { Declared: { } vendor } => new(vendor, null, vendor.Id),
        { Catalogued: { } vendor } when !KnownCategory.IsEssential(vendor.CategoryId) => new(null, null, vendor.Id),
        _ => null,
    };

    /// <summary>Whether it stands open for this visitor.</summary>
    public bool IsOpen(ConsentRequest request) =>
        request.Policy.Settings.Mode == EnforcementMode.Report
        || IsEssential
        || (Vendor is { } vendor ? request.GetVendor(vendor.Id) == ConsentAnswer.Granted
            : Category is { } category && request.GetCategory(category.Id) == ConsentAnswer.Granted);

    /// <summary>It stands open for everybody.</summary>
    public bool IsEssential => (Vendor?.Category ?? Category) is { IsEssential: true };

    /// <summary>Nobody can open it: the site neither declares the vendor nor uses the category.</summary>
    public bool IsUnknown => Vendor is null && Category is null;
}
