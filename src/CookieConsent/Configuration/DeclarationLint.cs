using CookieConsent.Catalogue;

namespace CookieConsent.Configuration;

/// <summary>Judges what the owner wrote, where it leaves out what no compiled policy would show any more.</summary>
internal static class DeclarationLint
{
    public static readonly LintRule Lifetime = new("LINT-07", LintSeverity.Error, "Every entry outside the category session says how long it stays (Planet49, C-673/17).");

    public static readonly LintRule Provider = new("LINT-08", LintSeverity.Error, "Every vendor has a name, an address of its privacy policy, and the cookies that are its own.");

    public static readonly LintRule Unasked = new("LINT-18", LintSeverity.Error, "Social media, advertising and analytics are never on without being asked for.");

    public static readonly LintRule Enforced = new("LINT-59", LintSeverity.Warning, "Outside Development, cookies without consent are withheld.");

    /// <summary>The categories that nothing a visitor asks for needs.</summary>
    public static readonly IReadOnlyList<string> AlwaysAsked = [KnownCategory.Social, KnownCategory.Advertising, KnownCategory.Analytics];

    public static readonly IReadOnlyList<LintRule> Rules = [Lifetime, Provider, Unasked, Enforced];

    /// <param name="options">Options without mistakes.</param>
    /// <param name="catalogue">What is known about cookies and vendors.</param>
    /// <param name="isDevelopment">The app runs on somebody's desk.</param>
    public static IEnumerable<LintFinding> Find(CookieConsentOptions options, CookieCatalogue catalogue, bool isDevelopment)
    {
        string section = options.SectionPath;
        foreach ((string key, CookieConsentCookieOptions? entry) in options.Cookies)
        {
            CookieConsentCookieOptions cookie = entry ?? new();
            bool outlivesSessions = cookie.Storage is StorageType.LocalStorage or StorageType.IndexedDb;
            if (string.IsNullOrWhiteSpace(cookie.Lifetime) && EntryRows.Of(key, cookie, catalogue).Count == 0
                && (outlivesSessions || !KnownCategory.Session.Equals(cookie.Category, StringComparison.OrdinalIgnoreCase)))
            {
                yield return Lifetime.At(
                    $"{section}:Cookies:{key}:Lifetime",
                    outlivesSessions ? "the declaration says that the entry stays until it is deleted, because nothing else is written." : "the declaration says that the cookie is gone when the browser closes, because nothing else is written.",
                    outlivesSessions ? "Write after what time the site deletes it: P13M, 30 days; session if it never does." : "Write session if that is true, else how long it stays: P13M, 30 days.");
            }
        }

        foreach ((string id, CookieConsentVendorOptions? entry) in options.Vendors)
        {
            if (string.IsNullOrWhiteSpace(entry?.Name) && !catalogue.Vendors.ContainsKey(id))
            {
                yield return Provider.At($"{section}:Vendors:{id}:Name", "visitors must learn who receives their data (GDPR Article 13(1)(e)), and an id is no name.", "Write the name of the company.");
            }
        }

        foreach (string id in AlwaysAsked)
        {
            if (options.Categories.GetValueOrDefault(id)?.EssentialOn.Count > 0)
            {
                yield return Unasked.At($"{section}:Categories:{id}:EssentialOn", "no page needs this category to work, so nobody can be spared the question (ePrivacy Directive, Article 5(3)).", "Remove the paths; let visitors load the content where it stands.");
            }
        }

        if (!isDevelopment && options.Enforcement.Mode == EnforcementMode.Report)
        {
            yield return Enforced.At($"{section}:Enforcement:Mode", "cookies without consent are reported and reach the browser all the same.", "Switch to Withhold when the log is quiet.");
        }

        if (!isDevelopment && options.Enforcement.Undeclared == UndeclaredCookies.Allow)
        {
            yield return Enforced.At($"{section}:Enforcement:Undeclared", "cookies that nobody declared reach the browser.", "Declare them, then switch to Withhold.", LintSeverity.Info);
        }
    }
}
