namespace CookieConsent.Configuration;

/// <summary>Rules for <c>Lint:Suppress</c>.</summary>
internal static class SuppressionRules
{
    public static IEnumerable<Mistake> Check(CookieConsentOptions options, IReadOnlyCollection<string> known)
    {
        foreach ((string id, string? reason) in options.Lint.Suppress)
        {
            string path = $"{options.SectionPath}:Lint:Suppress:{id}";
            if (!known.Contains(id, StringComparer.OrdinalIgnoreCase))
            {
                yield return new Mistake(path, id, "the lint has no such rule.", $"{Suggestion.For(id, known)}The rules are {string.Join(", ", known)}.");
            }
            else if (string.IsNullOrWhiteSpace(reason))
            {
                yield return new Mistake(path, reason, "a rule is suppressed with a written reason.", "Say why it does not apply to this site; the reason is shown on the audit page.");
            }
        }
    }
}
