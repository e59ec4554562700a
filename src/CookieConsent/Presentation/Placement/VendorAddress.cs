using System.Net;
using CookieConsent.Consent;
using CookieConsent.Presentation.Gates;

namespace CookieConsent.Presentation.Placement;

/// <summary>Tells whether an attribute names an address of a vendor's that needs consent. Where that is not certain, it does.</summary>
internal static class VendorAddress
{
    private static readonly string[] Single = ["src", "href", "xlink:href", "data", "poster"];
    private static readonly string[] Lists = ["srcset", "imagesrcset"];

    public static bool IsIn(ReadOnlySpan<char> name, ReadOnlySpan<char> value, ConsentPolicy policy)
    {
        bool isList = TagReader.IsOneOf(name, Lists);
        if ((!isList && !TagReader.IsOneOf(name, Single)) || IsPlainPath(value))
        {
            return false;
        }

        string text = WebUtility.HtmlDecode(value.ToString()).Trim();
        if (IsUnclear(text) || (!isList && text.AsSpan().ContainsAnyInRange('\0', '\x1f')))
        {
            return true;
        }

        foreach (string address in text.Split([' ', ',', '\t', '\r', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (IsOdd(address) || Gate.OfAddress(address, policy) is { IsEssential: false })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A path of the site's, as most addresses are.</summary>
    private static bool IsPlainPath(ReadOnlySpan<char> value) =>
        value.Length > 1 && value[0] == '/' && char.IsAsciiLetterOrDigit(value[1]) && !value.ContainsAny(',', '&', '\\') && !value.ContainsAnyInRange('\0', '\x1f');

    /// <summary>It may hold a name of a character that only browsers know.</summary>
    private static bool IsUnclear(string decoded) =>
        decoded.IndexOf('&', StringComparison.Ordinal) is >= 0 and int at && (decoded.IndexOf(';', at) >= 0 || decoded.IndexOf("&#", at, StringComparison.Ordinal) >= 0);

    /// <summary>A scheme without its slashes, which browsers read in one way or another.</summary>
    private static bool IsOdd(string address) =>
        address.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        && !address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        && address.Contains(':', StringComparison.Ordinal);
}
