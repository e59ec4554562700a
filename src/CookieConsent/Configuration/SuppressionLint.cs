namespace CookieConsent.Configuration;

/// <summary>Finds what is overlooked and is not there any more.</summary>
internal static class SuppressionLint
{
    private static readonly LintRule Needed = new("LINT-63", LintSeverity.Info, "What is suppressed would be found.");

    public static readonly IReadOnlyList<LintRule> Rules = [Needed];

    /// <param name="suppressions">What is overlooked.</param>
    /// <param name="found">All that was found.</param>
    /// <param name="later">Rules that can still find something when the site is in use.</param>
    /// <param name="section">The configuration path of the section.</param>
    public static IEnumerable<LintFinding> Find(LintSuppressions suppressions, IReadOnlyList<LintFinding> found, IReadOnlyList<LintRule> later, string section) =>
        from key in suppressions.Keys
        let rule = LintSuppressions.Read(key).Rule
        where !Rules.Concat(later).Any(other => other.Id.Equals(rule, StringComparison.OrdinalIgnoreCase))
        where !found.Any(finding => LintSuppressions.Hides(key, finding))
        select Needed.At($"{section}:Lint:Suppress:{key}", "there is nothing at this start that it hides.", "Remove it, so that it hides nothing that comes later.");
}
