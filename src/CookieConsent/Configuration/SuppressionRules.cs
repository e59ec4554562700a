namespace CookieConsent.Configuration;

/// <summary>Rules for <c>Lint:Suppress</c>.</summary>
internal static class SuppressionRules
{
    public static IEnumerable<Mistake> Check(CookieConsentOptions options, IReadOnlyCollection<string> known)
    {
        foreach ((string key, string? reason) in options.Lint.Suppress)
        {
            string path = $"{options.SectionPath}:Lint:Suppress:{key}";
            (string rule, string? place) = LintSuppressions.Read(key);
            if (!known.Contains(rule, StringComparer.OrdinalIgnoreCase))
            {
                yield return new Mistake(path, rule, "the lint has no such rule.", $"{Suggestion.For(rule, known)}The rules are {string.Join(", ", known)}.");
            }
            else if (place is not null && string.IsNullOrWhiteSpace(place))
            {
                yield return new Mistake(path, place, "a rule is suppressed at a place by a part of what stands behind its number in the log.", "Name the cookie, the vendor, the setting or the view.");
            }
            else if (string.IsNullOrWhiteSpace(reason))
            {
                yield return new Mistake(path, reason, "a rule is suppressed with a written reason.", "Say why it does not apply to this site; the reason is shown on the audit page.");
            }
        }
    }
}
