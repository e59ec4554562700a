namespace CookieConsent.Configuration;

/// <summary>What happens to a response cookie that neither the site nor the catalogue knows.</summary>
public enum UndeclaredCookies
{
    /// <summary>It is withheld and named in the log.</summary>
    Withhold,

    /// <summary>It passes and is named in the log.</summary>
    Allow,
}
