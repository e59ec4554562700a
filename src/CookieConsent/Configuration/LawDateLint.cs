using System.Globalization;

namespace CookieConsent.Configuration;

/// <summary>Says that the rules themselves have grown old: law moves on, and a package that nobody updates does not.</summary>
internal static class LawDateLint
{
    /// <summary>The law of this day is what this version's rules, texts and durations follow; to be moved with each look at it.</summary>
    public static readonly DateOnly LookedAt = new(2026, 6, 30);

    private const int ValidMonths = 12;

    private static readonly LintRule Current = new("LINT-54", LintSeverity.Info, "The law was last looked at for these rules no more than 12 months ago.");

    public static readonly IReadOnlyList<LintRule> Rules = [Current];

    public static IEnumerable<LintFinding> Find(string section, DateOnly today) => today <= LookedAt.AddMonths(ValidMonths)
        ? []
        : [Current.At(section, $"this version of the library follows the law of {LookedAt.ToString("O", CultureInfo.InvariantCulture)}.", "Update the package, and see whether your regulator has said anything since.")];
}
