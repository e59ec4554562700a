using CookieConsent.Configuration;
using CookieConsent.Presentation.Gates;

namespace CookieConsent.Presentation;

/// <summary>Judges what is only known when pages are rendered.</summary>
internal static class RenderedLint
{
    private static readonly LintRule WayBack = new("LINT-30", LintSeverity.Error, "Every page has the way back to the settings (GDPR Article 7(3)).");

    private static readonly LintRule First = new("LINT-35", LintSeverity.Error, "The library's script stands before those of vendors, so that they are told in time what the visitor said.");

    private static readonly LintRule Private = new("LINT-52", LintSeverity.Warning, "No shared cache keeps a page that differs by visitor.");

    public static readonly IReadOnlyList<LintRule> Rules = [WayBack, First, Private, .. GateLint.Rules];

    public static LintFinding WithoutWayBack(string page) =>
        WayBack.At(page, "the page has the banner and no link to the settings.", "Place a CookieConsentSettingsLink or cookie-settings-link, in the footer for instance, or let the banner do it.");

    public static LintFinding TooLate(string view) =>
        First.At($"{view} <cookie-consent-head>", "a vendor's script stands before it and runs, once it is granted, before it hears what else was refused.", "Move it up, before every other script.");

    public static LintFinding Shared(string view) =>
        Private.At(view, "the response is public, and caches that do not look at Vary: Cookie, as many networks' do not, hand one visitor's page to another.", "Send Cache-Control: private, or ResponseCache with Location = Client.");
}
