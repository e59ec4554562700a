namespace CookieConsent.Configuration;

/// <summary>From which severity on a gap stops start-up.</summary>
public enum LintFailure
{
    /// <summary>Gaps are logged.</summary>
    Never,

    /// <summary>A gap of severity error stops start-up, as a mistake does.</summary>
    Error,

    /// <summary>A gap of severity warning or error stops start-up.</summary>
    Warning,
}
