using System.Text.Json;

namespace CookieConsent.Localization;

/// <summary>The texts that come with the library, one embedded JSON file a language.</summary>
internal static class ShippedTexts
{
    /// <summary>The language whose file has every key.</summary>
    public const string Complete = "en";

    private const string Prefix = "Localization.";
    private const string Suffix = ".json";

    /// <summary>The languages that come with the library.</summary>
    public static readonly IReadOnlyList<string> Languages =
    [
        .. typeof(ShippedTexts).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    private static readonly Dictionary<string, Lazy<IReadOnlyDictionary<string, string>>> Files =
        Languages.ToDictionary(language => language, language => new Lazy<IReadOnlyDictionary<string, string>>(() => Read(language)), StringComparer.OrdinalIgnoreCase);

    /// <summary>The texts of a language; those of <see cref="Complete"/> where the library does not ship it.</summary>
    public static IReadOnlyDictionary<string, string> In(string language) =>
        (Files.GetValueOrDefault(language) ?? Files[Complete]).Value;

    /// <summary>The texts of a language or of its nearest parent that the library ships, else those of <see cref="Complete"/>.</summary>
    public static IReadOnlyDictionary<string, string> Nearest(string language) =>
        In(LanguageName.Lineage(language).FirstOrDefault(Files.ContainsKey, Complete));

    private static Dictionary<string, string> Read(string language)
    {
        using Stream stream = typeof(ShippedTexts).Assembly.GetManifestResourceStream(Prefix + language + Suffix)!;
        using JsonDocument document = JsonDocument.Parse(stream);
        Dictionary<string, string> texts = new(StringComparer.OrdinalIgnoreCase);
        foreach (JsonProperty text in document.RootElement.EnumerateObject())
        {
            texts.Add(text.Name, text.Value.GetString()!);
        }

        return texts;
    }
}
