using System.Text.RegularExpressions;
using CookieConsent.Catalogue;

namespace CookieConsent.Configuration;

/// <summary>Finds every mistake of the bound options at once, from the options and the catalogue alone.</summary>
internal static partial class OptionsCheck
{
    public static List<Mistake> Mistakes(CookieConsentOptions options, CookieCatalogue catalogue)
    {
        IEnumerable<Mistake> inMeaning =
        [
            .. GeneralRules.Check(options),
            .. DecisionCookieRules.Check(options),
            .. DeclarationRules.Check(options),
            .. ThemeRules.Check(options),
            .. CategoryRules.Check(options),
            .. VendorRules.Check(options, catalogue),
            .. CookieRules.Check(options, catalogue),
        ];

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

    internal static Mistake? BadId(string path, string id) => Id().IsMatch(id)
        ? null
        : new Mistake(path, id, "an id consists of letters, digits and single hyphens.", "Rename the entry; give it a Name or Title for what visitors read.");

    internal static Mistake? BadAddress(string path, string? address) => address is null || IsAddress(address)
        ? null
        : new Mistake(path, address, "an address is a path of this site that begins with one /, or an absolute http or https address.", "Correct the address.");

    internal static Mistake? BadPath(string path, string value) => value.StartsWith('/') && !value.AsSpan().ContainsAnyExceptInRange('!', '~') && !value.AsSpan().ContainsAny(";,?#*\"\\") && !value.Contains("//", StringComparison.Ordinal)
        ? null
        : new Mistake(path, value, "a path begins with / and has no query, fragment, wildcard or space; it covers everything below it.", "Write it as /checkout.");

    private static bool IsAddress(string address) => address.StartsWith('/')
        ? address is not ['/', '/' or '\\', ..] && !address.AsSpan().ContainsAnyInRange('\0', ' ')
        : Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    [GeneratedRegex("^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
