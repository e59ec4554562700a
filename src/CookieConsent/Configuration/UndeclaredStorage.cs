namespace CookieConsent.Configuration;

/// <summary>What happens to an entry of local or session storage that nobody declared.</summary>
public enum UndeclaredStorage
{
    /// <summary>It passes and is reported: sign-in libraries and the site's own code live there.</summary>
    Report,

    /// <summary>It is stopped before it lands, and reported.</summary>
    Withhold,
}
