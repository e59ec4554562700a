namespace CookieConsent.Configuration;

/// <summary>One thing that the lint looks for. The room whose facts it judges declares it and checks it.</summary>
/// <param name="Id">What the owner suppresses it by; never changes.</param>
/// <param name="Severity">What its findings have unless they say otherwise.</param>
/// <param name="Demands">What should be so, in one sentence.</param>
/// <param name="StopsStart">False where what the package brings along is always part of what is judged, so that a mere update can break the rule. Where that holds for some findings alone, these say so (<see cref="LintFinding.FromCatalogue"/>).</param>
internal sealed record LintRule(string Id, LintSeverity Severity, string Demands, bool StopsStart = true)
{
    /// <summary>What is wrong at one place.</summary>
    /// <param name="path">The configuration path, or the name of what was seen.</param>
    /// <param name="wrong">What is wrong, in one sentence.</param>
    /// <param name="remedy">What to do, in one sentence.</param>
    /// <param name="severity">Where it differs from the rule's.</param>
    public LintFinding At(string path, string wrong, string remedy, LintSeverity? severity = null) =>
        new(Id, severity ?? Severity, path, wrong, remedy, StopsStart);
}
