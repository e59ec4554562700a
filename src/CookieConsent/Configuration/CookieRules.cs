using CookieConsent.Catalogue;

namespace CookieConsent.Configuration;

/// <summary>Rules for <c>Cookies</c>.</summary>
internal static class CookieRules
{
    /// <summary>A pattern with less than this in it would soon claim another app's cookies.</summary>
    public const int ShortestFixed = 3;

    public static void Check(CookieConsentOptions options, CookieCatalogue catalogue, List<Mistake> mistakes)
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string key, CookieConsentCookieOptions? entry) in options.Cookies)
        {
            string path = $"{options.SectionPath}:Cookies:{key}";
            CookieConsentCookieOptions cookie = entry ?? new();
            string name = cookie.Name ?? key;
            if (!CookiePattern.TryParse(name, out CookiePattern? pattern, out string? brokenRule) || !IsNarrow(pattern!, out brokenRule))
            {
                mistakes.Add(new Mistake(
                    cookie.Name is null ? path : $"{path}:Name",
                    name,
                    $"{brokenRule}.",
                    name.Length == 0 ? "A name with __ cannot be the key of an environment variable: choose another key and give the cookie a Name." : "Write the name as the browser shows it, with one * for a part that varies."));
            }
            else if (name == options.DecisionCookie.Name)
            {
                mistakes.Add(new Mistake(path, name, "the decision cookie is declared by the library.", "Remove the entry."));
            }
            else if (Places(key, cookie, catalogue).FirstOrDefault(place => !paths.TryAdd(place, path)) is { } taken)
            {
                mistakes.Add(new Mistake(path, name, $"the same name stands at {paths[taken]}.", "Remove one of the two."));
            }

            CheckMeaning(options, catalogue, path, key, cookie, mistakes);
            ThirdPartyRules.Check(options, catalogue, path, key, cookie, mistakes);
        }
    }

    /// <summary>The owner may write the pattern, or there is one sentence that says why not.</summary>
    public static bool IsNarrow(CookiePattern pattern, out string? brokenRule)
    {
        brokenRule = pattern.IsExact || pattern.FixedLength >= ShortestFixed ? null : "a pattern needs at least three fixed characters beside its *";
        return brokenRule is null;
    }

    /// <summary>Where the browser keeps it: one name can stand for several things, one a host and kind of storage.</summary>
    private static IEnumerable<string> Places(string key, CookieConsentCookieOptions cookie, CookieCatalogue catalogue) =>
        EntryRows.Hosts(key, cookie, catalogue).DefaultIfEmpty("").Select(host => $"{EntryRows.StoredAs(cookie.Storage)} {cookie.Name ?? key} {host}");

    private static void CheckMeaning(CookieConsentOptions options, CookieCatalogue catalogue, string path, string key, CookieConsentCookieOptions cookie, List<Mistake> mistakes)
    {
        if (cookie.Category is { Length: > 0 } category)
        {
            if (!OptionsCheck.IsCategory(options, category))
            {
                mistakes.Add(OptionsCheck.UnknownCategory(options, $"{path}:Category", category));
            }
        }
        else if (string.IsNullOrEmpty(cookie.Vendor) && string.IsNullOrEmpty(cookie.Host) && EntryRows.Of(key, cookie, catalogue).Count == 0)
        {
            mistakes.Add(new Mistake($"{path}:Category", null, "the cookie has no category, and the catalogue does not know its name.", $"Add a Category: one of {string.Join(", ", OptionsCheck.CategoryIds(options))}."));
        }

        if (cookie.Vendor is { Length: > 0 } vendor && !options.Vendors.ContainsKey(vendor) && !catalogue.Vendors.ContainsKey(vendor))
        {
            mistakes.Add(new Mistake(
                $"{path}:Vendor",
                vendor,
                "there is no such vendor.",
                $"{Suggestion.For(vendor, options.Vendors.Keys.Concat(catalogue.Vendors.Keys))}Declare a vendor of your own in {options.SectionPath}:Vendors, or leave Vendor out for the site's own cookies."));
        }

        if (cookie.Lifetime is { } lifetime && !CookieLifetime.TryParse(lifetime, out _))
        {
            mistakes.Add(new Mistake($"{path}:Lifetime", lifetime, "a lifetime is session, an ISO 8601 duration or words.", "Write session, P13M, PT30M, 13 months or 30 days."));
        }

        if (cookie.Path is { } cookiePath && OptionsCheck.BadPath($"{path}:Path", cookiePath) is { } badPath)
        {
            mistakes.Add(badPath);
        }
    }
}
