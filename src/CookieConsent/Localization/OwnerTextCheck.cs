using CookieConsent.Configuration;

namespace CookieConsent.Localization;

/// <summary>Finds the owner's texts that replace nothing, or that name a placeholder their text does not have.</summary>
internal static class OwnerTextCheck
{
    /// <remarks>Most sites keep the library's words, and need not have read them to start.</remarks>
    public static IEnumerable<Mistake> Mistakes(IReadOnlyDictionary<string, Dictionary<string, string>> texts, IEnumerable<string> categoryIds, string path) =>
        texts.Count == 0 ? [] : Check(texts, categoryIds, path);

    private static IEnumerable<Mistake> Check(IReadOnlyDictionary<string, Dictionary<string, string>> texts, IEnumerable<string> categoryIds, string path)
    {
        IReadOnlyDictionary<string, string> shipped = ShippedTexts.In(ShippedTexts.Complete);
        string[] plain = [.. shipped.Keys.Where(key => !IsCounted(key)), .. categoryIds.SelectMany(id => (string[])[$"Category.{id}.Title", $"Category.{id}.Description"])];
        string[] counted = [.. shipped.Keys.Where(IsCounted).Select(Stem).Distinct()];
        foreach ((string language, Dictionary<string, string> entries) in texts)
        {
            IReadOnlyList<string> forms = PluralRule.Of(language).Forms;
            HashSet<string> known = new([.. plain, .. counted.SelectMany(stem => forms.Select(form => $"{stem}.{form}"))], StringComparer.OrdinalIgnoreCase);
            foreach ((string key, string text) in entries)
            {
                string where = $"{path}:{language}:{key}";
                string english = shipped.GetValueOrDefault(key) ?? shipped.GetValueOrDefault($"{Stem(key)}.{PluralRule.Other}", "");
                if (!known.Contains(key) && IsCounted(key) && counted.Contains(Stem(key), StringComparer.OrdinalIgnoreCase))
                {
                    yield return new Mistake(where, text, $"numbers of \"{language}\" do not have this form.", $"Write {string.Join(", ", forms.Select(form => $"\"{Stem(key)}.{form}\""))}.");
                }
                else if (!known.Contains(key))
                {
                    yield return new Mistake(where, text, "there is no such text.", $"{Suggestion.For(key, known)}The keys are those of Localization/en.json.");
                }
                else if (string.IsNullOrEmpty(text) || (string.IsNullOrWhiteSpace(text) && !key.EndsWith("Separator", StringComparison.OrdinalIgnoreCase)))
                {
                    yield return new Mistake(where, text, "a text cannot be empty.", "Write the text, or remove the line to get the library's.");
                }
                else if (LanguageTexts.Placeholder().Matches(text).Select(match => match.Value).FirstOrDefault(name => !english.Contains(name, StringComparison.Ordinal)) is { } unknown)
                {
                    yield return new Mistake(where, text, $"this text has no placeholder {unknown}.", $"The library's text is \"{english}\".");
                }
            }
        }
    }

    /// <summary>The key ends with a dot and a form.</summary>
    private static bool IsCounted(string key) =>
        key.LastIndexOf('.') is >= 0 and var dot && PluralRule.AllForms.Contains(key[(dot + 1)..], StringComparer.OrdinalIgnoreCase);

    private static string Stem(string key) => IsCounted(key) ? key[..key.LastIndexOf('.')] : key;
}
