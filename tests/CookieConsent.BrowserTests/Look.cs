namespace CookieConsent.BrowserTests;

/// <summary>A layout and a theme of the banner.</summary>
internal sealed record Look(string Layout, string Theme = "own")
{
    public static readonly Look Plain = new("Bar");

    /// <summary>Every layout in the look of its site.</summary>
    public static readonly IReadOnlyList<Look> Layouts = [Plain, new("Box"), new("Corner"), new("CornerStart")];

    /// <summary>Another theme, with an accent on which the other label is right, square corners and a font with serifs.</summary>
    public static readonly Look Themed = new("Corner", "serif");

    public static TheoryData<string> Names => [.. Layouts.Select(look => look.Layout)];

    public IEnumerable<KeyValuePair<string, string>> Settings => [new("Layout", Layout), .. Theme == "own" ? [] : Serif];

    private static KeyValuePair<string, string>[] Serif =>
    [
        new("Theme:Accent", "gold"), new("Theme:Ink", "#30210a"), new("Theme:Paper", "#fffaf0"), new("Theme:Radius", "0"), new("Theme:Font", "'Liberation Serif', serif"),
        new("Theme:Dark:Accent", "#8a2be2"), new("Theme:Dark:Paper", "#100818"), new("Theme:Dark:Ink", "#f4ecff"),
    ];
}
