using System.Globalization;
using System.Text.RegularExpressions;

namespace CookieConsent.Localization;

/// <summary>Every text in one language; what the owner wrote goes before what the library ships.</summary>
/// <param name="language">The culture name.</param>
/// <param name="layers">The owner's texts, its parent languages' after its own, and last the library's.</param>
internal sealed partial class LanguageTexts(string language, IReadOnlyList<IReadOnlyDictionary<string, string>> layers)
{
    private readonly CultureInfo _culture = Culture(language);
    private readonly PluralRule _plural = PluralRule.Of(language);

    /// <summary>The language's culture name, for <c>lang</c> attributes.</summary>
    public string Language => language;

    /// <summary><c>rtl</c> or <c>ltr</c>, for <c>dir</c> attributes.</summary>
    public string Direction => LanguageName.IsRightToLeft(language) ? "rtl" : "ltr";

    public string this[string key] => Find(key) ?? throw new KeyNotFoundException($"Localization/{language}.json has no text '{key}'.");

    /// <summary>The text, or null where neither the owner nor the library has one.</summary>
    public string? Find(string key) => FindOwner(key) ?? layers[^1].GetValueOrDefault(key);

    /// <summary>The owner's text, or null.</summary>
    public string? FindOwner(string key) => layers.SkipLast(1).Select(layer => layer.GetValueOrDefault(key)).FirstOrDefault(text => text is not null);

    /// <summary>The text with its <c>{placeholders}</c> filled in.</summary>
    public string Format(string key, params (string Placeholder, string Value)[] values) =>
        Placeholder().Replace(this[key], match => values.FirstOrDefault(value => match.ValueSpan[1..^1].SequenceEqual(value.Placeholder)).Value ?? match.Value);

    /// <summary>The form of the text that fits the number.</summary>
    public string Count(string key, long count)
    {
        string form = $"{key}.{_plural.Form(count)}";
        return Format(Find(form) is null ? $"{key}.{PluralRule.Other}" : form, ("count", count.ToString("N0", _culture)));
    }

    /// <summary>The day, written out in the calendar of the language's readers; in figures where the app has no culture data.</summary>
    public string Date(DateTimeOffset date) =>
        date.UtcDateTime.ToString(_culture.Equals(CultureInfo.InvariantCulture) ? "yyyy-MM-dd" : "D", _culture);

    /// <summary>The words with a capital letter, as the language writes it.</summary>
    public string Capitalized(string words) => words.Length == 0 ? words : _culture.TextInfo.ToUpper(words[0]) + words[1..];

    /// <summary>An app with invariant globalization knows no culture, and must show its pages all the same.</summary>
    private static CultureInfo Culture(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }

    [GeneratedRegex(@"\{[A-Za-z]+\}", RegexOptions.CultureInvariant)]
    internal static partial Regex Placeholder();
}
