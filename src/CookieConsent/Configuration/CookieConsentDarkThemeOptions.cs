namespace CookieConsent.Configuration;

/// <summary>The colours where the visitor's system is dark.</summary>
public sealed class CookieConsentDarkThemeOptions
{
    /// <summary>Fill of the buttons and of a switch that is on. Default: the theme's <see cref="CookieConsentThemeOptions.Accent"/>, else a light blue.</summary>
    public string? Accent { get; set; }

    /// <summary>Text. Default: nearly white; with <see cref="ThemeScheme.Dark"/> the theme's <see cref="CookieConsentThemeOptions.Ink"/> if there is one.</summary>
    public string? Ink { get; set; }

    /// <summary>Background. Default: nearly black; with <see cref="ThemeScheme.Dark"/> the theme's <see cref="CookieConsentThemeOptions.Paper"/> if there is one.</summary>
    public string? Paper { get; set; }
}
