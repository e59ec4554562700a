namespace CookieConsent.Configuration;

/// <summary>When the declaration last changed. The library keeps nothing, so the owner confirms the date.</summary>
public sealed class CookieConsentDeclarationOptions
{
    /// <summary>The hash of what the declaration said on <see cref="Changed"/>: 16 hexadecimal digits, as the log and <c>declaration.json</c> give it. Default: none, and no date is shown.</summary>
    public string? Hash { get; set; }

    /// <summary>The day of the last change, as <c>2026-11-22</c>. It is shown while <see cref="Hash"/> is still true. Default: none.</summary>
    public string? Changed { get; set; }
}
