using System.Text.Json;
using System.Text.RegularExpressions;
using CookieConsent.Localization;

namespace CookieConsent.Tests.Localization;

/// <summary>The language files as they are written: every key in its place, twice if it stands there twice.</summary>
internal static partial class LanguageFiles
{
    private const string Folder = "src/CookieConsent/Localization";

    /// <summary>The languages that the library promises, without English.</summary>
    public static readonly string[] Translated =
        "de fr fr-CA nl da sv nb nn is bg hr cs et fi el hu ga it lv lt mt pl pt pt-BR ro sk sl es es-419 tr uk ru sr sr-Latn sq mk bs ca eu gl cy ar he fa ja ko zh-Hans zh-Hant hi th vi id".Split(' ');

    public static readonly IReadOnlyList<KeyValuePair<string, string>> English = Read("en");

    private static readonly Dictionary<string, string> EnglishTexts = new(English);

    public static IEnumerable<string> Shipped => Repository.Files(Folder).Where(file => file.EndsWith(".json", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension)!;

    public static IReadOnlyList<KeyValuePair<string, string>> Read(string language)
    {
        using JsonDocument document = JsonDocument.Parse(Repository.Read($"{Folder}/{language}.json"));
        return [.. document.RootElement.EnumerateObject().Select(text => KeyValuePair.Create(text.Name, text.Value.GetString()!))];
    }

    /// <summary>The English text of a key; the general one for a plural form that English has not.</summary>
    public static string InEnglish(string key) => EnglishTexts.TryGetValue(key, out string? text) ? text : EnglishTexts[Form().Replace(key, ".other")];

    /// <summary>The keys of English in their order, with the plural forms of the language.</summary>
    public static IEnumerable<string> Keys(string language) => English
        .Where(text => !text.Key.EndsWith(".other", StringComparison.Ordinal))
        .SelectMany(text => text.Key.EndsWith(".one", StringComparison.Ordinal)
            ? PluralRule.Of(language).Forms.Select(form => $"{text.Key[..^".one".Length]}.{form}")
            : [text.Key]);

    /// <summary>What stands in a text besides its placeholders.</summary>
    public static string Words(string text) => Placeholder().Replace(text, "");

    [GeneratedRegex(@"\{[A-Za-z]+\}")]
    public static partial Regex Placeholder();

    [GeneratedRegex(@"\.(zero|one|two|few|many|other)$")]
    private static partial Regex Form();
}
