using System.Text.RegularExpressions;

namespace CookieConsent.Configuration;

/// <summary>Rules for the theme: what is served in a stylesheet is a colour, a length or a list of font families, and nothing else.</summary>
internal static partial class ThemeRules
{
    private static readonly string[] GenericFamilies =
        ["serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded", "math"];

    private static readonly string[] Keywords = ["inherit", "initial", "unset", "revert", "revert-layer", "default"];

    public static void Check(CookieConsentOptions options, List<Mistake> mistakes)
    {
        CookieConsentThemeOptions theme = options.Theme;
        string path = $"{options.SectionPath}:Theme";
        (string Path, string? Value)[] colors =
        [
            ($"{path}:Accent", theme.Accent),
            ($"{path}:Ink", theme.Ink),
            ($"{path}:Paper", theme.Paper),
            ($"{path}:Dark:Accent", theme.Dark.Accent),
            ($"{path}:Dark:Ink", theme.Dark.Ink),
            ($"{path}:Dark:Paper", theme.Dark.Paper),
        ];
        foreach ((string place, string? value) in colors)
        {
            if (value is not null && !CssColor.TryParse(value, out _))
            {
                mistakes.Add(new Mistake(place, value, "a colour is #rgb or #rrggbb (both also with alpha), a name of CSS, or rgb(), hsl() or oklch() with numbers.", "Write it as #2546b0."));
            }
        }

        if (theme.Radius is { } radius && !Length().IsMatch(radius.Trim()))
        {
            mistakes.Add(new Mistake($"{path}:Radius", radius, "a radius is 0, or a length in px, em or rem up to 99.", "Write it as 8px."));
        }

        if (theme.Font is { } font && Families(font) is null)
        {
            mistakes.Add(new Mistake($"{path}:Font", font, "a font is a list of family names with commas between them; a name consists of letters, digits, spaces, hyphens and underscores.", "Write it as Inter, system-ui, sans-serif."));
        }
    }

    /// <summary>The families as a stylesheet has them, or null where one of them is no name.</summary>
    public static string? Families(string list)
    {
        string[] names = [.. list.Split(',').Select(name => Unquoted(name.Trim()))];
        return names.All(name => Family().IsMatch(name) && !Keywords.Contains(name, StringComparer.OrdinalIgnoreCase))
            ? string.Join(',', names.Select(name => GenericFamilies.Contains(name, StringComparer.OrdinalIgnoreCase) ? name.ToLowerInvariant() : $"\"{name}\""))
            : null;
    }

    private static string Unquoted(string name) =>
        name is ['"', .. var inside, '"'] ? inside : name is ['\'', .. var single, '\''] ? single : name;

    [GeneratedRegex(@"^(0|\d{1,2}(\.\d{1,3})?(px|em|rem))$", RegexOptions.CultureInvariant)]
    private static partial Regex Length();

    [GeneratedRegex(@"^[\p{L}\p{M}\p{Nd}_-]+( [\p{L}\p{M}\p{Nd}_-]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Family();
}
