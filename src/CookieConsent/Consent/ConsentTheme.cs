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
        if (theme is { Accent: null, Ink: null, Paper: null, Radius: null, Font: null, Scheme: ThemeScheme.System, Dark: { Accent: null, Ink: null, Paper: null } })
        {
            return new ConsentTheme([], ThemeColors.Light, ThemeColors.Dark);
        }

        return Own(theme);
    }

    private static ConsentTheme Own(CookieConsentThemeOptions theme)
    {
        bool dark = theme.Scheme == ThemeScheme.Dark;
        string? darkAccent = theme.Dark.Accent ?? theme.Accent;
        string? darkInk = theme.Dark.Ink ?? (dark ? theme.Ink : null);
        string? darkPaper = theme.Dark.Paper ?? (dark ? theme.Paper : null);
        var light = new ThemeColors(Color(theme.Ink, ThemeColors.Light.Ink), Color(theme.Paper, ThemeColors.Light.Paper), Color(theme.Accent, ThemeColors.Light.Accent));
        var night = new ThemeColors(Color(darkInk, ThemeColors.Dark.Ink), Color(darkPaper, ThemeColors.Dark.Paper), Color(darkAccent, ThemeColors.Dark.Accent));
        (string Name, string Value)[] properties =
        [
            .. Property("accent", (theme.Accent ?? darkAccent) is null ? null : Pair(light.Accent, night.Accent)),
            .. Property("ink", (theme.Ink ?? darkInk) is null ? null : Pair(light.Ink, night.Ink)),
            .. Property("paper", (theme.Paper ?? darkPaper) is null ? null : Pair(light.Paper, night.Paper)),
            .. Property("radius", theme.Radius?.Trim()),
            .. Property("font", theme.Font is null ? null : ThemeRules.Families(theme.Font)),
            .. Property("scheme", theme.Scheme == ThemeScheme.System ? null : theme.Scheme.ToString().ToLowerInvariant()),
        ];
        return new ConsentTheme(
            properties,
            dark ? null : light,
            theme.Scheme == ThemeScheme.Light ? null : night);
    }

    private static CssColor Color(string? text, CssColor otherwise) => text is null ? otherwise : CssColor.Parse(text);

    private static string Pair(CssColor light, CssColor dark) => light == dark ? light.ToString() : $"light-dark({light},{dark})";

    private static (string, string)[] Property(string name, string? value) => value is null ? [] : [("--vc-" + name, value)];
}
