using System.Collections.Frozen;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CookieConsent.Configuration;

/// <summary>Binds the configuration section; what does not fit is noted for the validator and left out.</summary>
internal sealed class SectionBinder(IConfiguration section) : IConfigureOptions<CookieConsentOptions>
{
    private static readonly FrozenSet<string> Dictionaries = FrozenSet.ToFrozenSet(
        [nameof(CookieConsentOptions.Vendors), nameof(CookieConsentOptions.Categories), nameof(CookieConsentOptions.Cookies), nameof(CookieConsentOptions.Texts)],
        StringComparer.OrdinalIgnoreCase);

    private const string Suppress = $"{nameof(CookieConsentOptions.Lint)}:{nameof(CookieConsentLintOptions.Suppress)}:";

    public void Configure(CookieConsentOptions options)
    {
        options.SectionPath = section is IConfigurationSection { Path: { Length: > 0 } path } ? path : options.SectionPath;
        int before = options.BindingMistakes.Count;
        SectionShape.Root.Check(section, options.SectionPath, options.BindingMistakes);
        string[] bad = [.. options.BindingMistakes.Skip(before).Select(mistake => mistake.Path)];

        // The binder would stop at the first value it cannot read, and write null over a default.
        KeyValuePair<string, string?>[] readable = [.. section.AsEnumerable(makePathsRelative: true).SelectMany(pair => Readable(pair, $"{options.SectionPath}:{pair.Key}", bad))];
        new ConfigurationBuilder().AddInMemoryCollection(readable.Where(pair => !IsSuppression(pair.Key))).Build().Bind(options);

        // A place has colons in it, at which configuration splits keys: here they come together again.
        foreach ((string key, string? reason) in readable.Where(pair => IsSuppression(pair.Key) && pair.Value is not null))
        {
            options.Lint.Suppress[key[Suppress.Length..]] = reason!;
        }
    }

    private IEnumerable<KeyValuePair<string, string?>> Readable(KeyValuePair<string, string?> pair, string path, string[] bad)
    {
        bool isBad = bad.Any(ancestor => IsAtOrBelow(path, ancestor));
        bool isEmpty = pair.Value is null && !section.GetSection(pair.Key).GetChildren().Any();
        return !isBad && !isEmpty ? [pair]
            : IsEntry(pair.Key) ? [KeyValuePair.Create(pair.Key, (string?)"")]
            : [];
    }

    private static bool IsSuppression(string key) => key.StartsWith(Suppress, StringComparison.OrdinalIgnoreCase);

    /// <summary>An entry is declared by its key, whatever stands under it.</summary>
    private static bool IsEntry(string key) => key.Split(':') is [var dictionary, _] && Dictionaries.Contains(dictionary);

    private static bool IsAtOrBelow(string path, string ancestor) =>
        path.StartsWith(ancestor, StringComparison.OrdinalIgnoreCase)
        && (path.Length == ancestor.Length || path[ancestor.Length] == ':');
}
