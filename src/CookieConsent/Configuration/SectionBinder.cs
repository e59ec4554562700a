using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CookieConsent.Configuration;

/// <summary>Binds the configuration section; what does not fit is noted for the validator and left out.</summary>
internal sealed class SectionBinder(IConfiguration section) : IConfigureOptions<CookieConsentOptions>
{
    private static readonly string[] Dictionaries =
        [nameof(CookieConsentOptions.Vendors), nameof(CookieConsentOptions.Categories), nameof(CookieConsentOptions.Cookies), nameof(CookieConsentOptions.Texts)];

    private const string Suppress = $"{nameof(CookieConsentOptions.Lint)}:{nameof(CookieConsentLintOptions.Suppress)}:";

    public void Configure(CookieConsentOptions options)
    {
        options.SectionPath = section is IConfigurationSection { Path: { Length: > 0 } path } ? path : options.SectionPath;
        int before = options.BindingMistakes.Count;
        SectionShape.Root.Check(section, options.SectionPath, options.BindingMistakes);
        string[] bad = [.. options.BindingMistakes.Skip(before).Select(mistake => mistake.Path)];

        // The binder would stop at the first value it cannot read, and write null over a default.
        Dictionary<string, string?> readable = [];
        foreach ((string key, string? value) in section.AsEnumerable(makePathsRelative: true))
        {
            string where = $"{options.SectionPath}:{key}";
            bool isEmpty = value is null && !section.GetSection(key).GetChildren().Any();
            if (isEmpty || bad.Any(ancestor => IsAtOrBelow(where, ancestor)))
            {
                // An entry is declared by its key, whatever stands under it.
                if (IsEntry(key))
                {
                    readable[key] = "";
                }
            }
            else if (!key.StartsWith(Suppress, StringComparison.OrdinalIgnoreCase))
            {
                readable[key] = value;
            }
            else if (value is not null)
            {
                // A place has colons in it, at which configuration splits keys: here they come together again.
                options.Lint.Suppress[key[Suppress.Length..]] = value;
            }
        }

        new ConfigurationBuilder().AddInMemoryCollection(readable).Build().Bind(options);
    }

    private static bool IsEntry(string key) => key.Split(':') is [var dictionary, _] && Dictionaries.Contains(dictionary, StringComparer.OrdinalIgnoreCase);

    private static bool IsAtOrBelow(string path, string ancestor) =>
        path.StartsWith(ancestor, StringComparison.OrdinalIgnoreCase)
        && (path.Length == ancestor.Length || path[ancestor.Length] == ':');
}
