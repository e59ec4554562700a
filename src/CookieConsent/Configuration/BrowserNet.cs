namespace CookieConsent.Configuration;

/// <summary>What one net of the browser script does with what the visitor has not agreed to.</summary>
public enum BrowserNet
{
    /// <summary>It is stopped before it lands.</summary>
    Withhold,

    /// <summary>It passes and is reported: in the console and the audit in Development, as a count in Production.</summary>
    Report,

    /// <summary>The net is not hung up: the browser's own functions stay as they are.</summary>
    Off,
}
