using CookieConsent.Catalogue;
using CookieConsent.Configuration;

namespace CookieConsent.Consent;

/// <summary>Doubts how long an essential entry stays: no longer than what it is needed for.</summary>
internal static class LifetimeLint
{
    private const long LongestSession = 24 * 3600;

    private const int LongestMonths = 13;

    private static readonly LintRule Duration = new("LINT-15", LintSeverity.Warning, "A session cookie stays for 24 hours at most, any other essential one for 13 months.");

    public static readonly IReadOnlyList<LintRule> Rules = [Duration];

    public static IEnumerable<LintFinding> Find(ConsentPolicy policy, string section) =>
        from cookie in policy.Cookies
        where cookie.Category.IsEssential && IsOfSite(cookie) && StaysTooLong(cookie)
        let finding = Duration.At(
            $"{section}:Cookies:{cookie.Key ?? cookie.Pattern.Text}:Lifetime",
            cookie.IsKeptUntilDeleted ? "an essential entry stays no longer than what it is needed for, and this storage keeps it until somebody deletes it." : "an essential cookie stays no longer than what it is needed for.",
            cookie.Key is null ? "Shorten it in the options of the service that sets it."
                : cookie.IsKeptUntilDeleted ? "Delete it in time and declare when, or move it to a category that visitors are asked about."
                : "Shorten it, or move it to a category that visitors are asked about.")
        select IsOfCatalogue(cookie) ? finding.FromCatalogue() : finding;

    /// <summary>The owner wrote no lifetime, the catalogue did.</summary>
    private static bool IsOfCatalogue(DeclaredCookie cookie) => cookie.Key is not null && cookie.MaterialMonths == 0 && !cookie.IsKeptUntilDeleted;

    /// <summary>The site can shorten it: its own, or a service's of this app, but not what a vendor brings along or keeps itself.</summary>
    private static bool IsOfSite(DeclaredCookie cookie) => !cookie.IsThirdParty && (cookie.Key is not null || cookie.Vendor is null);

    private static bool StaysTooLong(DeclaredCookie cookie) => cookie.IsKeptUntilDeleted || (cookie.Category.Id == KnownCategory.Session
        ? cookie.Lifetime.Months > 0 || cookie.Lifetime.Seconds > LongestSession
        : cookie.Lifetime.Months > LongestMonths || Longest(cookie.Lifetime.Months) + cookie.Lifetime.Seconds > Longest(LongestMonths));

    /// <summary>The seconds of so many calendar months, counted from where they are longest.</summary>
    private static long Longest(int months) => 86_400L * Enumerable.Range(0, 24).Select(static month => new DateOnly(2027, 1, 1).AddMonths(month))
        .Max(start => start.AddMonths(months).DayNumber - start.DayNumber);
}
