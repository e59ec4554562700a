using CookieConsent.Configuration;

namespace CookieConsent.Localization;

/// <summary>Finds the owner's texts that replace nothing, or that name a placeholder their text does not have.</summary>
internal static class OwnerTextCheck
{
    public static IEnumerable<Mistake> Mistakes(IReadOnlyDictionary<string, Dictionary<string, string>> texts, IEnumerable<string> categoryIds, string path)
    {
        IReadOnlyDictionary<string, string> shipped = ShippedTexts.In(ShippedTexts.Complete);
        string[] known =
        [
            .. shipped.Keys,
            .. categoryIds.SelectMany(id => (string[])[$"Category.{id}.Title", $"Category.{id}.Description"]),
        ];
        foreach ((string language, Dictionary<string, string> entries) in texts)
        {
            foreach ((string key, string text) in entries)
            {
                string where = $"{path}:{language}:{key}";
                if (!known.Contains(key, StringComparer.OrdinalIgnoreCase))
                {
                    yield return new Mistake(where, text, "there is no such text.", $"{Suggestion.For(key, known)}The keys are those of Localization/en.json.");
                }
                else if (string.IsNullOrWhiteSpace(text))
                {
                    yield return new Mistake(where, text, "a text cannot be empty.", "Write the text, or remove the line to get the library's.");
                }
                else if (LanguageTexts.Placeholder().Matches(text).Select(match => match.Value).FirstOrDefault(name => !shipped.GetValueOrDefault(key, "").Contains(name, StringComparison.Ordinal)) is { } unknown)
                {
                    yield return new Mistake(where, text, $"this text has no placeholder {unknown}.", $"The library's text is \"{shipped.GetValueOrDefault(key, "")}\".");
                }
            }
        }
    }
}
