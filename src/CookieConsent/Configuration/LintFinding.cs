namespace CookieConsent.Configuration;

/// <summary>Where a rule is not kept, and what to do about it.</summary>
/// <param name="Id">The rule's.</param>
/// <param name="Severity">The rule's, or what it is at this place.</param>
/// <param name="Path">The configuration path, or the name of what was seen.</param>
/// <param name="Wrong">What is wrong, in one sentence.</param>
/// <param name="Remedy">What to do, in one sentence.</param>
/// <param name="StopsStart">It stops start-up where <c>Lint:FailOn</c> says so.</param>
internal sealed record LintFinding(string Id, LintSeverity Severity, string Path, string Wrong, string Remedy, bool StopsStart = true)
{
    /// <summary>The same, known from the catalogue's rows alone: an update of the package can bring it about, which must never stop anybody's start-up.</summary>
    public LintFinding FromCatalogue() => this with { StopsStart = false };

    public override string ToString() => $"{Id} {Path}: {Wrong} {Remedy}";
}
