namespace CookieConsent.Localization;

/// <summary>Chooses the language of our texts among those that exist.</summary>
internal sealed class LanguageSelector
{
    private readonly Dictionary<string, LanguageTexts> _languages;
    private readonly LanguageTexts _fallback;

    /// <param name="owner">The owner's texts by language.</param>
    /// <param name="fallback">The language where none of the wanted ones exists.</param>
    public LanguageSelector(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> owner, string fallback)
    {
        _languages = ShippedTexts.Languages.Concat(owner.Keys).Append(fallback)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                language => language,
                language => new LanguageTexts(
                    language,
                    [
                        .. Lineage(language).Select(owner.GetValueOrDefault).OfType<IReadOnlyDictionary<string, string>>(),
                        ShippedTexts.In(Nearest(language, ShippedTexts.Languages) ?? ShippedTexts.Complete),
                    ]),
                StringComparer.OrdinalIgnoreCase);
        _fallback = _languages[fallback];
    }

    /// <summary>False where every visitor gets the same language.</summary>
    public bool HasChoice => _languages.Count > 1;

    /// <summary>The first wanted language that exists, itself or as its parent (<c>de</c> for <c>de-AT</c>).</summary>
    public LanguageTexts Choose(IEnumerable<string> wanted) => wanted
        .Select(name => Nearest(name, _languages.Keys))
        .Where(name => name is not null)
        .Select(name => _languages[name!])
        .FirstOrDefault(_fallback);

    private static string? Nearest(string name, IEnumerable<string> known) => Lineage(name)
        .Select(ancestor => known.FirstOrDefault(language => language.Equals(ancestor, StringComparison.OrdinalIgnoreCase)))
        .FirstOrDefault(found => found is not null);

    /// <summary>A language and its parents: <c>de-AT</c>, <c>de</c>.</summary>
    private static IEnumerable<string> Lineage(string name)
    {
        for (; name.Length > 0; name = name[..Math.Max(0, name.LastIndexOf('-'))])
        {
            yield return name;
        }
    }
}
