using CookieConsent.Catalogue;

namespace CookieConsent.Configuration;

/// <summary>Finds every mistake of the bound options at once, from the options and the catalogue alone.</summary>
internal static class OptionsCheck
{
    public static List<Mistake> Mistakes(CookieConsentOptions options, CookieCatalogue catalogue)
    {
        List<Mistake> inMeaning = [];
        GeneralRules.Check(options, inMeaning);
        DecisionCookieRules.Check(options, inMeaning);
        DeclarationRules.Check(options, inMeaning);
        ThemeRules.Check(options, inMeaning);
        CategoryRules.Check(options, inMeaning);
        VendorRules.Check(options, catalogue, inMeaning);
        CookieRules.Check(options, catalogue, inMeaning);

        // What could not be read has no meaning to complain about.
        HashSet<string> unreadable = new(options.BindingMistakes.Select(mistake => mistake.Path), StringComparer.OrdinalIgnoreCase);
        return [.. options.BindingMistakes, .. inMeaning.Where(mistake => !unreadable.Contains(mistake.Path))];
    }

    /// <summary>The ids that a category may have: the predefined ones and the owner's.</summary>
    internal static IEnumerable<string> CategoryIds(CookieConsentOptions options) =>
        KnownCategory.All.Concat(options.Categories.Keys).Distinct(StringComparer.OrdinalIgnoreCase);

    internal static bool IsCategory(CookieConsentOptions options, string id) =>
        CategoryIds(options).Contains(id, StringComparer.OrdinalIgnoreCase);

    internal static Mistake UnknownCategory(CookieConsentOptions options, string path, string id) => new(
        path,
        id,
        "there is no such category.",
        $"{Suggestion.For(id, CategoryIds(options))}Use one of {string.Join(", ", CategoryIds(options))}, or add \"{id}\" to {options.SectionPath}:Categories.");

    internal static Mistake? BadId(string path, string id) => id.Split('-').All(static part => part.Length > 0 && part.All(char.IsAsciiLetterOrDigit))
        ? null
        : new Mistake(path, id, "an id consists of letters, digits and single hyphens.", "Rename the entry; give it a Name or Title for what visitors read.");

    internal static Mistake? BadAddress(string path, string? address) => address is null || IsAddress(address)
        ? null
        : new Mistake(path, address, "an address is a path of this site that begins with one /, or an absolute http or https address.", "Correct the address.");

    internal static Mistake? BadPath(string path, string value) => value.StartsWith('/') && value.All(static character => character is >= '!' and <= '~' and not (';' or ',' or '?' or '#' or '*' or '"' or '\\')) && !value.Contains("//", StringComparison.Ordinal)
        ? null
        : new Mistake(path, value, "a path begins with / and has no query, fragment, wildcard or space; it covers everything below it.", "Write it as /checkout.");

    private static bool IsAddress(string address) => address.StartsWith('/')
        ? address is not ['/', '/' or '\\', ..] && !address.AsSpan().ContainsAnyInRange('\0', ' ')
        : Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
