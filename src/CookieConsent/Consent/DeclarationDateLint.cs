using System.Globalization;
using CookieConsent.Configuration;

namespace CookieConsent.Consent;

/// <summary>Finds a declaration whose date of last change nobody has confirmed (law.md R72).</summary>
internal static class DeclarationDateLint
{
    private static readonly LintRule Dated = new("LINT-72", LintSeverity.Warning, "The declaration says when it was last changed, and has not changed since.", StopsStart: false);

    public static readonly IReadOnlyList<LintRule> Rules = [Dated];

    /// <param name="policy">The whole policy, the framework's cookies included: they are part of what the hash is of.</param>
    /// <param name="section">The configuration path of the section.</param>
    /// <param name="today">The date to propose.</param>
    public static IEnumerable<LintFinding> Find(ConsentPolicy policy, string section, DateOnly today)
    {
        string date = today.ToString("O", CultureInfo.InvariantCulture);
        string remedy = $"Write \"Declaration\": {{ \"Hash\": \"{policy.DeclarationHash}\", \"Changed\": \"{date}\" }}.";
        if (policy.Settings.DeclaredHash is null)
        {
            if (policy.Asked.Count > 0)
            {
                yield return Dated.At($"{section}:Declaration", "the declaration does not say when it was last changed.", remedy, LintSeverity.Info);
            }
        }
        else if (policy.DeclarationChanged is null)
        {
            yield return Dated.At($"{section}:Declaration:Hash", "the declaration has changed since the date that you gave, so it shows none.", remedy);
        }
    }
}
