using System.Text.RegularExpressions;
using CookieConsent.Catalogue;

namespace CookieConsent.Configuration;

/// <summary>Rules for <c>Vendors</c>.</summary>
internal static partial class VendorRules
{
    public static IEnumerable<Mistake> Check(CookieConsentOptions options, CookieCatalogue catalogue)
    {
        foreach ((string id, CookieConsentVendorOptions? entry) in options.Vendors)
        {
            string path = $"{options.SectionPath}:Vendors:{id}";
            CookieConsentVendorOptions vendor = entry ?? new();
            if (OptionsCheck.BadId(path, id) is { } badId)
            {
                yield return badId;
            }
            else if (!catalogue.Vendors.ContainsKey(id) && string.IsNullOrEmpty(vendor.Category))
            {
                yield return new Mistake(path, id, "the catalogue has no vendor of this id.", $"{Suggestion.For(id, catalogue.Vendors.Keys)}To declare a vendor of your own, give it a Category and a Name.");
            }

            if (vendor.Category is { Length: > 0 } category && !OptionsCheck.IsCategory(options, category))
            {
                yield return OptionsCheck.UnknownCategory(options, $"{path}:Category", category);
            }

            if (OptionsCheck.BadAddress($"{path}:PolicyUrl", vendor.PolicyUrl) is { } badPolicy)
            {
                yield return badPolicy;
            }

            if (OptionsCheck.BadAddress($"{path}:OptOutUrl", vendor.OptOutUrl) is { } badOptOut)
            {
                yield return badOptOut;
            }

            foreach ((int index, string origin) in vendor.Origins.Index())
            {
                if (!Origin().IsMatch(origin))
                {
                    yield return new Mistake($"{path}:Origins:{index}", origin, "an origin is a host, or *. and a host, with an optional path; it has no scheme.", "Write club.acme.example, *.acme.example or acme.example/widgets.");
                }
            }
        }
    }

    [GeneratedRegex(@"^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}(/[^\s?#]*)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Origin();
}
