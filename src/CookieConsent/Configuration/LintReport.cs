namespace CookieConsent.Configuration;

/// <summary>What the lint found, what the owner had it overlook, and how many rules it looked at.</summary>
internal sealed class LintReport
{
    private readonly LintSuppressions _suppressions;

    /// <param name="rules">The rules that were checked.</param>
    /// <param name="found">All that they found.</param>
    /// <param name="suppressions">What to overlook.</param>
    public LintReport(IReadOnlyList<LintRule> rules, IEnumerable<LintFinding> found, LintSuppressions suppressions)
    {
        _suppressions = suppressions;
        (LintFinding Finding, string? Reason)[] all =
        [
            .. found.OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Id, StringComparer.Ordinal).Select(finding => (finding, suppressions.ReasonFor(finding))),
        ];
        Rules = rules;
        Findings = [.. all.Where(entry => entry.Reason is null).Select(entry => entry.Finding)];
        Suppressed = [.. all.Where(entry => entry.Reason is not null).Select(entry => (entry.Finding, entry.Reason!))];
    }

    /// <summary>The rules that were checked.</summary>
    public IReadOnlyList<LintRule> Rules { get; }

    /// <summary>What counts, the worst first.</summary>
    public IReadOnlyList<LintFinding> Findings { get; }

    /// <summary>What the owner knows of, with the reason.</summary>
    public IReadOnlyList<(LintFinding Finding, string Reason)> Suppressed { get; }

    public int Count(LintSeverity severity) => Findings.Count(finding => finding.Severity == severity);

    /// <summary>This report and what has been seen since.</summary>
    public LintReport With(IReadOnlyList<LintRule> rules, IEnumerable<LintFinding> found) =>
        new([.. Rules.Concat(rules).Distinct().OrderBy(rule => rule.Id, StringComparer.Ordinal)], Findings.Concat(Suppressed.Select(entry => entry.Finding)).Concat(found), _suppressions);

    /// <summary>The findings that stop start-up where the owner wants it so.</summary>
    public IEnumerable<LintFinding> Fatal(LintFailure failOn) => Findings.Where(finding => finding.StopsStart && failOn switch
    {
        LintFailure.Error => finding.Severity == LintSeverity.Error,
        LintFailure.Warning => finding.Severity >= LintSeverity.Warning,
        _ => false,
    });
}
