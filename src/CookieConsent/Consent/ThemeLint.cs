using System.Globalization;
using CookieConsent.Configuration;

namespace CookieConsent.Consent;

/// <summary>Judges whether a theme can be read: WCAG 2.2, 1.4.3 for text and 1.4.11 for what shows where a control is.</summary>
internal static class ThemeLint
{
    private static readonly LintRule Readable = new("LINT-04", LintSeverity.Error, "The theme's words and controls can be read in light and in dark (WCAG 2.2, 1.4.3 and 1.4.11).");

    public static readonly IReadOnlyList<LintRule> Rules = [Readable];

    public static IEnumerable<LintFinding> Find(ConsentTheme theme, string section) =>
        Find(theme.Light, $"{section}:Theme", "light").Concat(Find(theme.Dark, $"{section}:Theme:Dark", "dark"));

    private static IEnumerable<LintFinding> Find(ThemeColors? colors, string path, string scheme)
    {
        if (colors is null)
        {
            yield break;
        }

        // What shines through from the page can be anything between these two.
        ThemeColors[] seen = [colors.On(CssColor.White), colors.On(CssColor.Black)];
        if (Lowest(seen, look => (look.Ink, look.Paper)) is { } text and < 4.5)
        {
            yield return Readable.At($"{path}:Ink", $"in {scheme} the text has a contrast of {Ratio(text)} to the paper, and 4.5:1 is the least that everybody can read (WCAG 2.2, 1.4.3).", $"Choose an ink and a paper that differ more{(scheme == "dark" ? ", for dark as well as for light" : "")}.", LintSeverity.Error);
        }
        else if (Lowest(seen, look => (look.Edge, look.Paper)) is { } edge and < 3)
        {
            yield return Readable.At($"{path}:Ink", $"in {scheme} the edges of controls, which are mixed of ink and paper, have a contrast of {Ratio(edge)} to the paper instead of 3:1 (WCAG 2.2, 1.4.11).", "Choose an ink that differs more from the paper.", LintSeverity.Warning);
        }

        if (Lowest(seen, look => (colors.Label, look.Accent)) is { } label and < 4.5)
        {
            yield return Readable.At($"{path}:Accent", $"in {scheme} the words on the buttons, refusing as well as accepting, have a contrast of {Ratio(label)} to the accent instead of 4.5:1 (WCAG 2.2, 1.4.3).", "Choose an accent without alpha: on any such colour the words are white or black, whichever can be read.", LintSeverity.Error);
        }

        if (Lowest(seen, look => (look.Accent, look.Paper)) is { } fill and < 3)
        {
            yield return Readable.At($"{path}:Accent", $"in {scheme} the buttons and switches have a contrast of {Ratio(fill)} to the paper instead of 3:1, so that their shape is hard to see (WCAG 2.2, 1.4.11).", scheme == "dark" ? "Set Theme:Dark:Accent to a lighter accent." : "Choose a darker accent.", LintSeverity.Warning);
        }
    }

    private static double Lowest(ThemeColors[] seen, Func<ThemeColors, (CssColor One, CssColor Other)> pair) =>
        seen.Min(look => pair(look) is var (one, other) ? CssColor.Contrast(one, other) : 0);

    private static string Ratio(double contrast) => (Math.Floor(contrast * 100) / 100).ToString("0.##", CultureInfo.InvariantCulture) + ":1";
}
