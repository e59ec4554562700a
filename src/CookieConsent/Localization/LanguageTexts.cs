using System.Globalization;
using System.Text.RegularExpressions;

namespace CookieConsent.Localization;

/// <summary>Every text in one language; what the owner wrote goes before what the library ships.</summary>
/// <param name="language">The culture name.</param>
/// <param name="layers">The owner's texts, its parent languages' after its own, and last the library's.</param>
internal sealed partial class LanguageTexts(string language, IReadOnlyList<IReadOnlyDictionary<string, string>> layers)
{
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language);

    /// <summary>The language's culture name, for <c>lang</c> attributes.</summary>
    public string Language => language;

    /// <summary><c>rtl</c> or <c>ltr</c>, for <c>dir</c> attributes.</summary>
    public string Direction => _culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    public string this[string key] => Find(key) ?? throw new KeyNotFoundException($"Localization/{language}.json has no text '{key}'.");

    /// <summary>The text, or null where neither the owner nor the library has one.</summary>
    public string? Find(string key) => FindOwner(key) ?? layers[^1].GetValueOrDefault(key);

    /// <summary>The owner's text, or null.</summary>
    public string? FindOwner(string key) => layers.SkipLast(1).Select(layer => layer.GetValueOrDefault(key)).FirstOrDefault(text => text is not null);

    /// <summary>The text with its <c>{placeholders}</c> filled in.</summary>
    public string Format(string key, params (string Placeholder, string Value)[] values) =>
        Placeholder().Replace(this[key], match => values.FirstOrDefault(value => match.ValueSpan[1..^1].SequenceEqual(value.Placeholder)).Value ?? match.Value);

    /// <summary>The plural form of the text that fits the number.</summary>
    public string Count(string key, long count) =>
        Format(count == 1 ? key + ".one" : key + ".other", ("count", count.ToString("N0", _culture)));

    public string Date(DateTimeOffset date) => date.UtcDateTime.ToString("D", _culture);

    [GeneratedRegex(@"\{[A-Za-z]+\}", RegexOptions.CultureInvariant)]
    internal static partial Regex Placeholder();
}
