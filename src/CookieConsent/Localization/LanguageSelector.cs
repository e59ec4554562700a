using System.Collections.Concurrent;

namespace CookieConsent.Localization;

/// <summary>Chooses the language of our texts among those that exist. A language is read when somebody first wants it.</summary>
/// <param name="owner">The owner's texts by language.</param>
/// <param name="fallback">The language where none of the wanted ones exists.</param>
internal sealed class LanguageSelector(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> owner, string fallback)
{
    /// <summary>No language's name is longer (RFC 5646, 4.4.1); a browser's wish can be.</summary>
    private const int LongestName = 35;

    private readonly HashSet<string> _names = new([.. ShippedTexts.Languages, .. owner.Keys, fallback], StringComparer.OrdinalIgnoreCase);

    // As many as there are names: what a browser wants and does not exist is never a key.
    private readonly ConcurrentDictionary<string, LanguageTexts> _read = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first wanted language that exists, itself or as its parent (<c>de</c> for <c>de-AT</c>).</summary>
    public LanguageTexts Choose(IEnumerable<string> wanted) =>
        _read.GetOrAdd(wanted.Where(name => name.Length <= LongestName).Select(Nearest).FirstOrDefault(name => name is not null) ?? Nearest(fallback)!, Read);

    private LanguageTexts Read(string language) => new(
        language,
        [
            .. LanguageName.Lineage(language).Select(owner.GetValueOrDefault).OfType<IReadOnlyDictionary<string, string>>(),
            ShippedTexts.Nearest(language),
        ]);

    private string? Nearest(string name) => LanguageName.Lineage(name)
        .Select(ancestor => _names.TryGetValue(ancestor, out string? known) ? known : null)
        .FirstOrDefault(known => known is not null);
}
