using CookieConsent.Configuration;

namespace CookieConsent.Consent;

/// <summary>The owner's look, as it is served and as it is judged.</summary>
/// <param name="Properties">The stylesheet's custom properties that the owner sets, with their values.</param>
/// <param name="Light">The colours in light, or null where nothing is ever light.</param>
/// <param name="Dark">The colours in dark, or null where nothing is ever dark.</param>
internal sealed record ConsentTheme(IReadOnlyList<(string Name, string Value)> Properties, ThemeColors? Light, ThemeColors? Dark)
{
    /// <summary>The theme of options without mistakes.</summary>
    public static ConsentTheme Of(CookieConsentThemeOptions theme)
    {
        bool dark = theme.Scheme == ThemeScheme.Dark;
        (CssColor? Light, CssColor? Dark) accent = (Color(theme.Accent), Color(theme.Dark.Accent) ?? Color(theme.Accent));
        (CssColor? Light, CssColor? Dark) ink = (Color(theme.Ink), Color(theme.Dark.Ink) ?? (dark ? Color(theme.Ink) : null));
        (CssColor? Light, CssColor? Dark) paper = (Color(theme.Paper), Color(theme.Dark.Paper) ?? (dark ? Color(theme.Paper) : null));
        var light = new ThemeColors(ink.Light ?? ThemeColors.Light.Ink, paper.Light ?? ThemeColors.Light.Paper, accent.Light ?? ThemeColors.Light.Accent);
        var night = new ThemeColors(ink.Dark ?? ThemeColors.Dark.Ink, paper.Dark ?? ThemeColors.Dark.Paper, accent.Dark ?? ThemeColors.Dark.Accent);
        (string Name, string Value)[] properties =
        [
            .. Property("accent", accent == default ? null : Pair(light.Accent, night.Accent)),
            .. Property("ink", ink == default ? null : Pair(light.Ink, night.Ink)),
            .. Property("paper", paper == default ? null : Pair(light.Paper, night.Paper)),
            .. Property("radius", theme.Radius?.Trim()),
            .. Property("font", theme.Font is null ? null : ThemeRules.Families(theme.Font)),
            .. Property("scheme", theme.Scheme == ThemeScheme.System ? null : theme.Scheme.ToString().ToLowerInvariant()),
        ];
        return new ConsentTheme(
            properties,
            dark ? null : light,
            theme.Scheme == ThemeScheme.Light ? null : night);
    }

    private static CssColor? Color(string? text) => text is null ? null : CssColor.Parse(text);

    private static string Pair(CssColor light, CssColor dark) => light == dark ? light.ToString() : $"light-dark({light},{dark})";

    private static (string, string)[] Property(string name, string? value) => value is null ? [] : [("--vc-" + name, value)];
}
