using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CookieConsent.Configuration;

namespace CookieConsent.Consent;

/// <summary>A hash of what the declaration says: the same on every machine, in every language and whatever the order in which things were declared.</summary>
/// <remarks>It holds what the owner and the catalogue say, not the library's own sentences and their translations.</remarks>
internal static class DeclarationHash
{
    // Neither can stand in a value that a configuration file, a catalogue row or a cookie's name carries.
    private const char FieldEnd = '\u001f';
    private const char LineEnd = '\u001e';

    /// <summary>How the keys of the texts begin that stand in the declaration.</summary>
    private static readonly string[] Shown =
    [
        "Category.", "Purpose.", "Reason.", "Catalogued.", "Declaration", "Storage", "Lifetime", "EssentialOnPaths",
        "VendorPolicy", "VendorOptOut", "VendorDiscontinued", "VendorNoCookies", "PolicyLink", "OptOut", "BannerValidity", "CookieCount.", "ListSeparator", "DurationSeparator", "Second.", "Minute.", "Hour.", "Day.", "Month.", "Year.",
    ];

    public static string Of(ConsentPolicy policy)
    {
        IEnumerable<string> lines = new[] { Line("controller", policy.Settings.ControllerName, policy.Settings.ControllerContact) }
            .Concat(policy.Categories.Select(Category))
            .Concat(policy.Settings.Texts.SelectMany(Texts))
            .Concat(policy.Vendors.Select(Vendor))
            .Concat(policy.Cookies.Select(Cookie))
            .Order(StringComparer.Ordinal);
        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(LineEnd, lines)));
        return Convert.ToHexStringLower(digest)[..DeclarationRules.HashLength];
    }

    private static string Category(ConsentCategory category) =>
        Line(["category", category.Id, category.Title, category.Description, category.IsEssential ? "essential" : "asked", .. category.EssentialOn.Order(StringComparer.Ordinal)]);

    private static IEnumerable<string> Texts(KeyValuePair<string, IReadOnlyDictionary<string, string>> language) => language.Value
        .Where(text => Shown.Any(beginning => text.Key.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)))
        .Select(text => Line("text", language.Key.ToLowerInvariant(), text.Key.ToLowerInvariant(), text.Value));

    private static string Vendor(ConsentVendor vendor) =>
        Line("vendor", vendor.Id, vendor.Name, vendor.Category.Id, vendor.PolicyUrl, vendor.OptOutUrl, vendor.IsDiscontinued ? "discontinued" : null);

    private static string Cookie(DeclaredCookie cookie) => Line(
        "cookie",
        Name(cookie),
        cookie.Category.Id,
        cookie.Vendor?.Id,
        cookie.Storage.ToString(),
        cookie.Host,
        cookie.Lifetime.Months.ToString(CultureInfo.InvariantCulture),
        cookie.Lifetime.Seconds.ToString(CultureInfo.InvariantCulture),
        cookie.Essential,
        cookie.Purpose,
        cookie.Reason);

    /// <summary>The framework ends an antiforgery cookie's name with a hash of the folder that the app runs in, which differs between machines.</summary>
    private static string Name(DeclaredCookie cookie) => cookie is { Essential: "Antiforgery", Pattern.Text: var name } && name.StartsWith(".AspNetCore.Antiforgery.", StringComparison.Ordinal)
        ? ".AspNetCore.Antiforgery.*"
        : cookie.Pattern.Text;

    private static string Line(params ReadOnlySpan<string?> fields) => string.Join(FieldEnd, fields);
}
