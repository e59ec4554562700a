namespace CookieConsent.Configuration;

/// <summary>A category of the site's own, or changes to a predefined one.</summary>
public sealed class CookieConsentCategoryOptions
{
    /// <summary>The title in the site's default language; other languages go into <see cref="CookieConsentOptions.Texts"/>.</summary>
    public string? Title { get; set; }

    /// <summary>One sentence on what the category's cookies do, in the site's default language.</summary>
    public string? Description { get; set; }

    /// <summary>True where visitors are not asked because the service they requested cannot work without it (ePrivacy Directive, Article 5(3)). Default: false for a category of the site's own; fixed for the predefined ones.</summary>
    public bool? Essential { get; set; }

    /// <summary>Paths on which the category counts as granted because the visitor needs it there, <c>/checkout</c> for payment; whole segments, any letter case.</summary>
    public List<string> EssentialOn { get; } = [];
}
