using System.Text.RegularExpressions;
using CookieConsent.Catalogue;
using CookieConsent.Configuration;
using CookieConsent.Consent;

namespace CookieConsent.Presentation.Gates;

/// <summary>Judges the elements that gates meet. Of an address it tells the host alone: the rest may be a visitor's.</summary>
internal static partial class GateLint
{
    private static readonly LintRule Gated = new("LINT-34", LintSeverity.Error, "Nothing of a vendor loads from a view without consent, unless the view says why.");

    private static readonly LintRule Denied = new("LINT-37", LintSeverity.Error, "No view's own consent default grants anything.");

    private static readonly LintRule Managed = new("LINT-53", LintSeverity.Warning, "No tag manager starts without consent.");

    private static readonly LintRule Known = new("LINT-61", LintSeverity.Error, "Views name vendors that are declared and categories that are used.");

    private static readonly LintRule Declared = new("LINT-62", LintSeverity.Warning, "Vendors whose content stands in a view are declared, so that visitors can agree to it.");

    private static readonly LintRule Picture = new("LINT-64", LintSeverity.Warning, "A placeholder's picture is the site's own.");

    private static readonly LintRule Listed = new("LINT-65", LintSeverity.Warning, "A vendor whose content the catalogue lets load as essential stands in the declaration, too.");

    public static readonly IReadOnlyList<LintRule> Rules = [EssentialLint.Captcha, Gated, PolicyLint.Transparency, Denied, Managed, Known, Declared, Picture, Listed];

    /// <summary>What stands behind a gate that nobody can open.</summary>
    public static LintFinding Unopened(string place, Gate gate, ConsentPolicy policy)
    {
        string fate = policy.Settings.Mode == EnforcementMode.Report ? "it loads only because Enforcement:Mode is Report" : "it never loads";
        return policy.Vendor(gate.Id) is not null ? Known.At(place, $"{gate.Id} is a vendor and no category, so {fate}.", $"Write consent-vendor=\"{gate.Id}\".")
            : policy.Category(gate.Id) is not null ? Known.At(place, $"{gate.Id} is a category and no vendor, so {fate}.", $"Write consent-category=\"{gate.Id}\".")
            : CookieCatalogue.Default.Vendors.TryGetValue(gate.Id, out CataloguedVendor? vendor)
                ? Declared.At(place, $"it belongs to {vendor.Name}, which the site does not declare, so nobody can agree to it and {fate}.", $"Declare it: \"Vendors\": {{ \"{gate.Id}\": {{}} }}.")
            : Known.At(
                place,
                $"it asks for consent to \"{gate.Id}\", which is neither a declared vendor nor a category that the site uses, so {fate}.",
                $"{Suggestion.For(gate.Id, policy.Vendors.Select(known => known.Id).Concat(policy.Categories.Select(category => category.Id)))}Name one that the section declares.");
    }

    public static LintFinding Reported(string place, string id) =>
        Gated.At(place, $"it needs consent for {id}, and it loads only because Enforcement:Mode is Report.", "Switch to Withhold when the log is quiet.", LintSeverity.Info);

    /// <summary>The view lets it load, and says why.</summary>
    public static LintFinding Ignored(string place, string id, string reason) => id is "google-tag-manager" or "tealium" or "commanders-act"
        ? Managed.At(place, $"it starts before anybody is asked, with all that it carries, although visitors need no tag manager (VG Hannover, 10 A 5385/22). The view's reason: {reason}.", "Remove consent-ignore.")
        : Gated.At(place, $"it loads from {id} without consent. The view's reason: {reason}.", "See to it that the reason stays true.", LintSeverity.Info);

    public static LintFinding IgnoredWithoutReason(string place) =>
        Gated.At(place, "its consent-ignore gives no reason, so it stays gated.", "Write why it needs no consent, consent-ignore=\"...\", or remove it.");

    /// <summary>What no gate holds because the catalogue knows it as essential.</summary>
    public static LintFinding Passed(string place, CataloguedVendor vendor) => EssentialLint.IsCaptcha(vendor.Id)
        ? EssentialLint.OfCaptcha(place)
        : Listed.At(place, $"it loads from {vendor.Name} without consent, because the catalogue knows it as essential, and the declaration does not list it.", $"Declare it: \"Vendors\": {{ \"{vendor.Id}\": {{}} }}.");

    public static LintFinding Granting(string place) =>
        Denied.At(place, "its consent default grants what the visitor may have refused.", "Remove the consent default: the library sends it, denied, before any tag.");

    public static LintFinding Foreign(string place) =>
        Picture.At(place, "the thumbnail is not shown, because it is not the site's own: its host would learn of the visitor.", "Copy the picture to the site.");

    /// <summary>The scripts that show Google's advertisements.</summary>
    public static bool IsAdvertisement(string address) => address.Contains("/adsbygoogle.js", StringComparison.OrdinalIgnoreCase) || address.Contains("/tag/js/gpt.js", StringComparison.OrdinalIgnoreCase);

    public static bool Grants(string script) => GrantingDefault().IsMatch(script);

    [GeneratedRegex("""["']consent["']\s*,\s*["']default["'][^)]*\b(ad_storage|ad_user_data|ad_personalization|analytics_storage)["']?\s*:\s*["']granted""", RegexOptions.CultureInvariant)]
    private static partial Regex GrantingDefault();
}
