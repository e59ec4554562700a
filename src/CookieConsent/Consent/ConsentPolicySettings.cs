using CookieConsent.Configuration;

namespace CookieConsent.Consent;

/// <summary>The policy's plain values.</summary>
internal sealed record ConsentPolicySettings
{
    public required string? ControllerName { get; init; }

    public required string? ControllerContact { get; init; }

    /// <summary>The policy's address, or null for our own declaration page.</summary>
    public required string? PolicyUrl { get; init; }

    public required int ValidForMonths { get; init; }

    /// <summary>The owner's language, or null where the browser chooses.</summary>
    public required string? Language { get; init; }

    /// <summary>The prefix of our own routes, without a trailing slash.</summary>
    public required string RoutePrefix { get; init; }

    public required EnforcementMode Mode { get; init; }

    public required UndeclaredCookies Undeclared { get; init; }

    public required UndeclaredStorage UndeclaredStorage { get; init; }

    /// <summary>A withdrawal empties all of the site's storage.</summary>
    public required bool ClearSiteData { get; init; }

    /// <summary>What the browser script stops.</summary>
    public required BrowserNets Browser { get; init; }

    /// <summary>What vendors' scripts are told.</summary>
    public required VendorSignals Signals { get; init; }

    public required string CookieName { get; init; }

    /// <summary>The name as it is looked for in a header.</summary>
    public string CookieNeedle => field ??= CookieName + "=";

    public required string? CookieDomain { get; init; }

    public required string CookiePath { get; init; }

    /// <summary>The hash of the declaration that the owner dated, in lower case, or null.</summary>
    public required string? DeclaredHash { get; init; }

    /// <summary>The date that belongs to <see cref="DeclaredHash"/>.</summary>
    public required DateOnly? DeclaredOn { get; init; }

    public required BannerLayout Layout { get; init; }

    public required ConsentTheme Theme { get; init; }

    /// <summary>What the owner has the lint overlook.</summary>
    public required LintSuppressions Suppressed { get; init; }

    /// <summary>The owner's texts by language and key.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Texts { get; init; }
}
