namespace CookieConsent.Configuration;

/// <summary>Whether cookies without consent are stopped.</summary>
public enum EnforcementMode
{
    /// <summary>They are withheld, hidden and swept.</summary>
    Withhold,

    /// <summary>Nothing is changed; what would have been withheld is logged and counted. For finding out what an existing site sets.</summary>
    Report,
}
