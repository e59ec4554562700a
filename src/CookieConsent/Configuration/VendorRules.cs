using CookieConsent.Catalogue;

namespace CookieConsent.Configuration;

/// <summary>Rules for <c>Vendors</c>.</summary>
internal static class VendorRules
{
    public static void Check(CookieConsentOptions options, CookieCatalogue catalogue, List<Mistake> mistakes)
    {
        foreach ((string id, CookieConsentVendorOptions? entry) in options.Vendors)
        {
            string path = $"{options.SectionPath}:Vendors:{id}";
            CookieConsentVendorOptions vendor = entry ?? new();
            if (OptionsCheck.BadId(path, id) is { } badId)
            {
                mistakes.Add(badId);
            }
            else if (!catalogue.Vendors.ContainsKey(id) && string.IsNullOrEmpty(vendor.Category))
            {
                mistakes.Add(new Mistake(path, id, "the catalogue has no vendor of this id.", $"{Suggestion.For(id, catalogue.Vendors.Keys)}To declare a vendor of your own, give it a Category and a Name."));
            }

            if (vendor.Category is { Length: > 0 } category && !OptionsCheck.IsCategory(options, category))
            {
                mistakes.Add(OptionsCheck.UnknownCategory(options, $"{path}:Category", category));
            }

            if (OptionsCheck.BadAddress($"{path}:PolicyUrl", vendor.PolicyUrl) is { } badPolicy)
            {
                mistakes.Add(badPolicy);
            }

            if (OptionsCheck.BadAddress($"{path}:OptOutUrl", vendor.OptOutUrl) is { } badOptOut)
            {
                mistakes.Add(badOptOut);
            }

            foreach ((int index, string origin) in vendor.Origins.Index())
            {
                if (!AddressPattern.TryParse(origin, out _, out string? brokenRule))
                {
                    mistakes.Add(new Mistake($"{path}:Origins:{index}", origin, $"{brokenRule}.", "Write club.acme.example, *.acme.example, acme.example/widgets or acme.example/*/pixel.js."));
                }
            }
        }
    }
}
