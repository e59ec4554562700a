namespace CookieConsent.Configuration;

/// <summary>The look of what the library shows. It is part of the library's stylesheet; what the site's own CSS sets as <c>--vc-accent</c> and so on goes before it.</summary>
/// <remarks>A colour is <c>#rgb</c>, <c>#rrggbb</c> (both also with alpha), a name of CSS, or <c>rgb()</c>, <c>hsl()</c> or <c>oklch()</c> with numbers. Colours that cannot be read on each other are reported at start-up.</remarks>
public sealed class CookieConsentThemeOptions
{
    /// <summary>Fill of the buttons and of a switch that is on, in light and, unless <see cref="Dark"/> says otherwise, in dark. Default: a blue.</summary>
    public string? Accent { get; set; }

    /// <summary>Text, in light. Default: nearly black.</summary>
    public string? Ink { get; set; }

    /// <summary>Background, in light. Default: white.</summary>
    public string? Paper { get; set; }

    /// <summary>Radius of the corners: 0, or a length in px, em or rem up to 99. Default: <c>8px</c>.</summary>
    public string? Radius { get; set; }

    /// <summary>Names of font families with commas between them. Default: <c>system-ui, sans-serif</c>.</summary>
    public string? Font { get; set; }

    /// <summary>Light or dark. Default: as the visitor's system is set.</summary>
    public ThemeScheme Scheme { get; set; }

    /// <summary>The colours in dark.</summary>
    public CookieConsentDarkThemeOptions Dark { get; set; } = new();
}
