namespace CookieConsent.Configuration;

/// <summary>How strictly the lint's findings are treated: what the law asks for and the section lacks or contradicts.</summary>
public sealed class CookieConsentLintOptions
{
    /// <summary>From which severity on a finding stops start-up. Default: <see cref="LintFailure.Never"/>, findings are logged.</summary>
    public LintFailure FailOn { get; set; }

    /// <summary>Rules to overlook: the rule's id (<c>LINT-36</c>) and, in writing, why it does not apply. Default: none. Shown on the audit page.</summary>
    public Dictionary<string, string> Suppress { get; } = new(StringComparer.OrdinalIgnoreCase);
}
