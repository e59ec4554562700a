namespace CookieConsent.Configuration;

/// <summary>What the owner wrote down: the <c>CookieConsent</c> section of <c>appsettings.json</c>.</summary>
public sealed class CookieConsentOptions
{
    /// <summary>Address of the site's privacy policy, linked from the banner: a path of this site or an absolute http(s) address. Default: the library's own declaration page.</summary>
    public string? PolicyUrl { get; set; }

    /// <summary>Any text that names the policy's current edition, a date for instance. Changing it asks every visitor again. Default: empty.</summary>
    public string? PolicyRevision { get; set; }

    /// <summary>Who is responsible for the site (GDPR Article 13(1)(a)).</summary>
    public CookieConsentControllerOptions Controller { get; set; } = new();

    /// <summary>For how many calendar months an answer is kept, a grant and a refusal alike: 1 to 12, never more than 365 days. Default: 6, the length that French, Irish and Italian guidance agree on.</summary>
    public int ValidForMonths { get; set; } = 6;

    /// <summary>Language of the library's texts where the app sets no request culture, as a culture name (<c>en</c>). Default: what the browser asks for, else English.</summary>
    public string? Language { get; set; }

    /// <summary>Path under which the library answers its own requests. Default: <c>/_cookie-consent</c>.</summary>
    public string RoutePrefix { get; set; } = "/_cookie-consent";

    /// <summary>The vendors in use, by id. An empty entry takes everything from the catalogue.</summary>
    public Dictionary<string, CookieConsentVendorOptions?> Vendors { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Changes to the predefined categories, and categories of the site's own, by id.</summary>
    public Dictionary<string, CookieConsentCategoryOptions?> Categories { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The site's own cookies, and corrections to catalogued ones, by name or pattern.</summary>
    public Dictionary<string, CookieConsentCookieOptions?> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>What is done about cookies that the visitor has not agreed to.</summary>
    public CookieConsentEnforcementOptions Enforcement { get; set; } = new();

    /// <summary>The cookie that keeps the visitor's answer.</summary>
    public CookieConsentDecisionCookieOptions DecisionCookie { get; set; } = new();

    /// <summary>When the declaration last changed.</summary>
    public CookieConsentDeclarationOptions Declaration { get; set; } = new();

    /// <summary>How vendors' own scripts are told what the visitor said.</summary>
    public CookieConsentSignalOptions Signals { get; set; } = new();

    /// <summary>Where the banner stands. Default: <see cref="BannerLayout.Bar"/>.</summary>
    public BannerLayout Layout { get; set; }

    /// <summary>The look of what the library shows.</summary>
    public CookieConsentThemeOptions Theme { get; set; } = new();

    /// <summary>How strictly the lint's findings are treated.</summary>
    public CookieConsentLintOptions Lint { get; set; } = new();

    /// <summary>Texts that replace the library's, by language and then by the keys of <c>Localization/en.json</c>.</summary>
    public Dictionary<string, Dictionary<string, string>> Texts { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The configuration path that messages begin with.</summary>
    internal string SectionPath { get; set; } = "CookieConsent";

    /// <summary>What was wrong with the section's shape, found before it was bound.</summary>
    internal List<Mistake> BindingMistakes { get; } = [];
}
