namespace CookieConsent.Configuration;

/// <summary>What the owner has the lint overlook, and why: a rule (<c>LINT-36</c>), or a rule at one place (<c>LINT-14:_ga</c>).</summary>
internal sealed class LintSuppressions(IEnumerable<KeyValuePair<string, string>> reasons)
{
    private readonly Dictionary<string, string> _reasons = new(reasons, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<string> Keys => _reasons.Keys;

    /// <summary>The rule's id, and the place or null for every place.</summary>
    public static (string Rule, string? Place) Read(string key) =>
        key.Split(':', 2) is [var rule, var place] ? (rule, place) : (key, null);

    /// <summary>Whether an entry speaks of a finding.</summary>
    public static bool Hides(string key, LintFinding finding)
    {
        (string rule, string? place) = Read(key);
        return rule.Equals(finding.Id, StringComparison.OrdinalIgnoreCase) && (place is null || Names(Flat(place), Flat(finding.Path)));
    }

    /// <summary>Why a finding is overlooked, by the entry that speaks of it most narrowly; null where it is not.</summary>
    public string? ReasonFor(LintFinding finding) =>
        _reasons.Keys.Where(key => Hides(key, finding)).MaxBy(key => key.Length) is { } narrowest ? _reasons[narrowest] : null;

    /// <summary>The place is a part of the path, as a whole word between colons and spaces.</summary>
    private static bool Names(string place, string path)
    {
        for (int at = path.IndexOf(place, StringComparison.OrdinalIgnoreCase); at >= 0; at = path.IndexOf(place, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            int end = at + place.Length;
            if ((at == 0 || path[at - 1] is ':' or ' ') && (end == path.Length || path[end] is ':' or ' '))
            {
                return true;
            }
        }

        return false;
    }

    // Out of an environment variable, the two underscores of __stripe_mid come as a colon.
    private static string Flat(string text) => text.Replace("__", ":", StringComparison.Ordinal);
}
