using CookieConsent.Catalogue;
using CookieConsent.Configuration;
using CookieConsent.Consent;

namespace CookieConsent.Enforcement;

/// <summary>Compares what was seen with what is declared.</summary>
internal static class ObservedLint
{
    private const int Day = 86_400;

    private static readonly LintRule Declared = new("LINT-46", LintSeverity.Warning, "What is seen is declared, and what is declared is seen.");

    private static readonly LintRule Lifetime = new("LINT-47", LintSeverity.Warning, "No cookie stays longer than its declaration says.");

    private static readonly LintRule Listed = new("LINT-56", LintSeverity.Warning, "An essential cookie that the catalogue lets pass stands in the declaration, too.");

    public static readonly IReadOnlyList<LintRule> Rules = [Declared, Lifetime, ServiceLint.OneConsent, Listed];

    public static IEnumerable<LintFinding> Find(CookieInventory inventory, ConsentPolicy policy)
    {
        IReadOnlyList<InventoryRow> rows = inventory.Rows;
        foreach (InventoryRow row in rows)
        {
            CookieStanding? standing = row.Kind == SeenKind.Cookie ? policy.Classify(row.Name) : null;
            if (ReferenceEquals(standing, CookieStanding.CataloguedEssential))
            {
                if (row.Has(SeenTraits.Passed))
                {
                    yield return PassesUndeclared(row);
                }
            }
            else if (!CookieInventory.IsDeclared(row, policy))
            {
                yield return row.Has(SeenTraits.Set | SeenTraits.Reported)
                    ? Declared.At(Path(row), "nobody has declared it.", "Declare it, or remove what sets it.")
                    : Declared.At(Path(row), "nobody has declared it; browsers send it, and this app was not seen setting it.", "Declare it if it is this site's; another app of the domain may own it.", LintSeverity.Info);
            }

            if (Outlives(row, standing?.Cookie))
            {
                yield return TooLong(row);
            }

            if (row.Has(SeenTraits.Contradicted) && standing is { IsAsked: true, IsDeclaredBySite: true })
            {
                yield return Contradicts(row);
            }
        }

        string[] unseen = [.. Unseen(rows, policy).Where(cookie => cookie.Key is not null).Select(cookie => cookie.Pattern.Text)];
        if (unseen.Length > 0)
        {
            yield return Declared.At("Cookies", $"declared and not seen since the app started: {string.Join(", ", unseen)}.", "Remove what the site no longer sets.", LintSeverity.Info);
        }
    }

    /// <summary>What this server could have seen and has not.</summary>
    public static IEnumerable<DeclaredCookie> Unseen(IReadOnlyList<InventoryRow> rows, ConsentPolicy policy)
    {
        HashSet<(string, string)> seen = [.. rows.Select(row => (row.Kind.ToString(), row.Name))];
        return policy.Cookies.Where(cookie => cookie.Host is null && cookie.Storage != StorageType.Pixel && !seen.Contains((cookie.Storage.ToString(), cookie.Pattern.Text)));
    }

    /// <summary>It was set for longer than declared.</summary>
    /// <remarks>
    /// No number of calendar months is three days longer than on average, and a refusal holds one day more, to the end of its
    /// own: hence four days of grace. A clock is never exact, hence a minute.
    /// </remarks>
    public static bool Outlives(InventoryRow row, DeclaredCookie? cookie) => cookie is not null && row.Longest is { } seconds && seconds > Seconds(cookie.Lifetime);

    public static LintFinding TooLong(InventoryRow row) => Lifetime.At(Path(row), $"it was set for {InWords(row.Longest ?? 0)}, longer than it is declared for.", "Declare the true lifetime, or set it for less.");

    public static LintFinding PassesUndeclared(InventoryRow row) => Listed.At(Path(row), "it passes because the catalogue knows it as essential, and the declaration does not list it.", "Declare it, with its reason.");

    public static LintFinding Contradicts(InventoryRow row) => ServiceLint.OneConsent.At(Path(row), "the app sets it with IsEssential, and the declaration has it in a category that needs consent.", "Remove IsEssential, or declare it as essential with its reason.");

    /// <summary>Seconds in the largest unit that is not too coarse.</summary>
    public static string InWords(long seconds) => seconds switch
    {
        0 => "the session",
        >= 2 * Day => $"{seconds / Day} days",
        >= 2 * 3600 => $"{seconds / 3600} hours",
        >= 2 * 60 => $"{seconds / 60} minutes",
        _ => $"{seconds} seconds",
    };

    private static double Seconds(CookieLifetime lifetime) => lifetime.IsSession
        ? 0
        : (lifetime.Months * (365.25 / 12) * Day) + lifetime.Seconds + (lifetime.Months > 0 ? 4 * Day : 60);

    private static string Path(InventoryRow row) => row.Kind switch
    {
        SeenKind.Cookie => $"Cookies:{row.Name}",
        SeenKind.Host => row.Name,
        _ => $"Cookies:{row.Name} ({row.Kind})",
    };
}
