namespace CookieConsent.Configuration;

/// <summary>One thing that the lint looks for. The room whose facts it judges declares it and checks it.</summary>
/// <param name="Id">What the owner suppresses it by; never changes.</param>
/// <param name="Severity">What its findings have unless they say otherwise.</param>
/// <param name="Demands">What should be so, in one sentence.</param>
/// <param name="StopsStart">False where updating a package can break it, which must never stop anybody's start-up.</param>
internal sealed record LintRule(string Id, LintSeverity Severity, string Demands, bool StopsStart = true)
{
    /// <summary>What is wrong at one place.</summary>
    /// <param name="path">The configuration path, or the name of what was seen.</param>
    /// <param name="wrong">What is wrong, in one sentence.</param>
    /// <param name="remedy">What to do, in one sentence.</param>
    /// <param name="severity">Where it differs from the rule's.</param>
    public LintFinding At(string path, string wrong, string remedy, LintSeverity? severity = null) =>
        new(Id, severity ?? Severity, path, wrong, remedy);
}
