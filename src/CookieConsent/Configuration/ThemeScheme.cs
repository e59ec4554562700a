namespace CookieConsent.Configuration;

/// <summary>Whether what the library shows is light or dark.</summary>
public enum ThemeScheme
{
    /// <summary>As the visitor's system is set.</summary>
    System,

    /// <summary>Always light, for a site that has no dark look.</summary>
    Light,

    /// <summary>Always dark.</summary>
    Dark,
}
