namespace CookieConsent.Configuration;

/// <summary>From which severity on a finding of the lint stops start-up.</summary>
public enum LintFailure
{
    /// <summary>Findings are logged.</summary>
    Never,

    /// <summary>A finding of severity error stops start-up, as a mistake does.</summary>
    Error,

    /// <summary>A finding of severity warning or error stops start-up.</summary>
    Warning,
}
