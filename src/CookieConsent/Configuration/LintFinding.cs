namespace CookieConsent.Configuration;

/// <summary>Where a rule is not kept, and what to do about it.</summary>
internal sealed record LintFinding(string Id, LintSeverity Severity, string Path, string Wrong, string Remedy)
{
    public override string ToString() => $"{Id} {Path}: {Wrong} {Remedy}";
}
