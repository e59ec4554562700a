using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CookieConsent.Configuration;

/// <summary>Binds the configuration section; what does not fit is noted for the validator and left out.</summary>
internal sealed class SectionBinder(IConfiguration section) : IConfigureOptions<CookieConsentOptions>
{
    public void Configure(CookieConsentOptions options)
    {
        options.SectionPath = section is IConfigurationSection { Path: { Length: > 0 } path } ? path : options.SectionPath;
        int before = options.BindingMistakes.Count;
        SectionShape.Root.Check(section, options.SectionPath, options.BindingMistakes);
        if (options.BindingMistakes.Count == before)
        {
            section.Bind(options);
            return;
        }

        // The binder would stop at the first value it cannot read, and the other mistakes would stay unnamed.
        string[] bad = [.. options.BindingMistakes.Skip(before).Select(mistake => mistake.Path)];
        new ConfigurationBuilder()
            .AddInMemoryCollection(section.AsEnumerable(makePathsRelative: true).Where(pair => !bad.Any(path =>
                IsAtOrBelow($"{options.SectionPath}:{pair.Key}", path))))
            .Build()
            .Bind(options);
    }

    private static bool IsAtOrBelow(string path, string ancestor) =>
        path.StartsWith(ancestor, StringComparison.OrdinalIgnoreCase)
        && (path.Length == ancestor.Length || path[ancestor.Length] == ':');
}
