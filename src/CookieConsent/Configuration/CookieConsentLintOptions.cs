namespace CookieConsent.Configuration;

/// <summary>How strictly gaps are treated: what the law asks for and the section does not say.</summary>
public sealed class CookieConsentLintOptions
{
    /// <summary>From which severity on a gap stops start-up. Default: <see cref="LintFailure.Never"/>, gaps are logged.</summary>
    public LintFailure FailOn { get; set; }
}
