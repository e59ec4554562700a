namespace CookieConsent.Configuration;

/// <summary>How strictly the lint's findings are treated: what the law asks for and the section lacks or contradicts.</summary>
public sealed class CookieConsentLintOptions
{
    /// <summary>From which severity on a finding stops start-up. Default: <see cref="LintFailure.Never"/>, findings are logged.</summary>
    public LintFailure FailOn { get; set; }

    /// <summary>
    /// What to overlook and, in writing, why: a rule by its id (<c>LINT-36</c>), or a rule at one place (<c>LINT-14:_ga</c>, in JSON also <c>"LINT-14": { "_ga": "..." }</c>).
    /// The place is a whole part of the path that the finding has: a cookie, a vendor, a setting or a view. Default: none. Shown on the audit page.
    /// An unknown rule and a missing reason are mistakes; an entry that hides nothing is a note of the lint.
    /// </summary>
    public Dictionary<string, string> Suppress { get; } = new(StringComparer.OrdinalIgnoreCase);
}
