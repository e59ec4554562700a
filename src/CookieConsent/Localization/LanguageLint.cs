using CookieConsent.Configuration;
using CookieConsent.Consent;

namespace CookieConsent.Localization;

/// <summary>Whether visitors can read what they are asked.</summary>
internal static class LanguageLint
{
    private static readonly LintRule Readable = new("LINT-38", LintSeverity.Error, "Every language that the site speaks has the banner's texts.");

    public static readonly IReadOnlyList<LintRule> Rules = [Readable];

    /// <summary>Without these the banner would mix languages.</summary>
    private static readonly string[] Mandatory =
        ["BannerTitle", "BannerText", "BannerTextUnnamed", "BannerCategories", "BannerValidity", "BannerChange", "PolicyLink", "VendorsLink.other", "RejectAll", "AcceptAll", "Choose", "SettingsLink"];

    /// <param name="policy">The policy.</param>
    /// <param name="section">Where it is configured.</param>
    /// <param name="cultures">The cultures that the app's pages can have.</param>
    public static IEnumerable<LintFinding> Find(ConsentPolicy policy, string section, IEnumerable<string> cultures)
    {
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> owner = policy.Settings.Texts;
        foreach ((string language, IReadOnlyDictionary<string, string> texts) in owner.Where(entry => !IsShipped(entry.Key)))
        {
            string[] missing = [.. Mandatory.Except(Lineage(language).Select(owner.GetValueOrDefault).OfType<IReadOnlyDictionary<string, string>>().SelectMany(layer => layer.Keys), StringComparer.OrdinalIgnoreCase)
                .Where(key => key != (policy.Settings.ControllerName is null ? "BannerText" : "BannerTextUnnamed"))];
            if (missing.Length > 0)
            {
                yield return Readable.At($"{section}:Texts:{language}", $"the library has no texts in this language, so these would be English: {string.Join(", ", missing)}.", "Write them all, or remove the language.");
            }
        }

        if (policy.Settings.Language is { } wanted && !IsShipped(wanted) && !IsOwners(wanted))
        {
            yield return Readable.At($"{section}:Language", $"there are no texts in {wanted}, so they would be English and say that they are {wanted}.", $"Write {section}:Texts:{wanted}, or choose one of {string.Join(", ", ShippedTexts.Languages)}.");
        }

        foreach (string culture in cultures.Where(culture => !IsShipped(culture) && !IsOwners(culture)).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            yield return Readable.At($"{section}:Texts:{culture}", $"the app has pages in {culture}, and the banner on them would be in another language.", "Write the banner's texts in this language.", LintSeverity.Warning);
        }

        bool IsOwners(string language) => Lineage(language).Any(owner.ContainsKey);
    }

    private static bool IsShipped(string language) => Lineage(language).Any(ancestor => ShippedTexts.Languages.Contains(ancestor, StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<string> Lineage(string language) => LanguageName.Lineage(language);
}
