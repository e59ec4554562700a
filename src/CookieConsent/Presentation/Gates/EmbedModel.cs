using CookieConsent.Catalogue;
using CookieConsent.Consent;

namespace CookieConsent.Presentation.Gates;

/// <summary>What stands where an embed would.</summary>
/// <param name="Gate">What it needs.</param>
/// <param name="Frame">The frame's markup without a live address; null where a script keeps the frame itself.</param>
/// <param name="Title">The frame's title, or null.</param>
/// <param name="Link">Where the content is by itself.</param>
/// <param name="Thumbnail">A picture of the site's own, or null.</param>
/// <param name="Class">The frame's classes, or null.</param>
/// <param name="Width">The frame's width in pixels or with a percent sign, or null.</param>
/// <param name="Height">The frame's height, or null.</param>
/// <param name="Asked">The form field that says what a grant covers.</param>
internal sealed record EmbedModel(Gate Gate, string? Frame, string? Title, string Link, string? Thumbnail, string? Class, string? Width, string? Height, string Asked)
{
    /// <summary>Who shows the content: the vendor's name, or the host that it comes from.</summary>
    public string Name => Gate.Vendor?.Name
        ?? (CookieCatalogue.Default.Vendors.TryGetValue(Gate.Id, out CataloguedVendor? vendor) ? vendor.Name
            : Uri.TryCreate(Link, UriKind.Absolute, out Uri? address) ? address.Host
            : Gate.Id);

    /// <summary>The category that its cookies belong to.</summary>
    public ConsentCategory? Category => Gate.Vendor?.Category ?? Gate.Category;

    /// <summary>An advertisement is no page that anybody would go to.</summary>
    public bool HasLink => Category?.Id != KnownCategory.Advertising;

    /// <summary>The site declares the vendor, so it can be allowed for good.</summary>
    public bool CanAllow => Gate.Vendor is not null;
}
