using System.Net;
using CookieConsent.Consent;
using CookieConsent.Presentation.Gates;

namespace CookieConsent.Presentation.Placement;

/// <summary>What the library's script has to stand before.</summary>
internal static class EarlyCode
{
    private static readonly string[] Addresses = ["src", "srcset", "srcdoc", "href", "xlink:href", "data", "poster", "imagesrcset", "action", "formaction"];

    /// <summary>Where the first thing stands that may run, or load from a vendor that needs consent, before the page is parsed; -1 where there is none. Where that is not certain, it may.</summary>
    /// <param name="markup">The markup.</param>
    /// <param name="policy">Who needs consent.</param>
    /// <param name="isScript">It is a script of the site's own, before which another may stand.</param>
    public static int IndexOf(ReadOnlySpan<char> markup, ConsentPolicy policy, out bool isScript)
    {
        isScript = false;
        var reader = new MarkupReader(markup);
        while (reader.ReadTag())
        {
            int start = reader.Start;
            if ((reader.Kind & TagKind.Script) != 0)
            {
                if (IsEarlyScript(ref reader, policy, out bool isVendors))
                {
                    isScript = !isVendors && !reader.IsForeign;
                    return start;
                }
            }
            else if (IsEarly(ref reader, policy) || (reader.IsForeign && reader.Kind == TagKind.Template))
            {
                return start;
            }
        }

        return -1;
    }

    /// <summary>A deferred one follows ours, and so does a module.</summary>
    private static bool IsEarlyScript(ref MarkupReader reader, ConsentPolicy policy, out bool isVendors)
    {
        (bool hasAddress, bool isDeferred, bool isModule, bool isAsync, bool isData) = (false, false, false, false, false);
        isVendors = false;
        while (reader.ReadAttribute(out ReadOnlySpan<char> name, out ReadOnlySpan<char> value))
        {
            bool isType = Is(name, "type");
            isModule |= isType && Is(value.Trim(), "module");
            isData |= isType && IsData(value.Trim());
            isDeferred |= Is(name, "defer");
            isAsync |= Is(name, "async");
            hasAddress |= Is(name, "src");
            isVendors |= IsHandler(name) || (IsOneOf(name, Addresses) && NeedsConsent(value, policy));
        }

        return !isData && (isVendors || isAsync || !(isModule || (isDeferred && hasAddress)));
    }

    private static bool IsEarly(ref MarkupReader reader, ConsentPolicy policy)
    {
        bool isFrame = (reader.Kind & TagKind.Frame) != 0;
        while (reader.ReadAttribute(out ReadOnlySpan<char> name, out ReadOnlySpan<char> value))
        {
            // Scripts run in shadows, too.
            if (IsHandler(name)
                || (reader.Kind == TagKind.Template && Is(name, "shadowrootmode"))
                || ((isFrame || IsCode(value)) && IsOneOf(name, Addresses))
                || (reader.Kind == TagKind.Loader && IsOneOf(name, Addresses) && NeedsConsent(value, policy)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHandler(ReadOnlySpan<char> name) => name.StartsWith("on", StringComparison.OrdinalIgnoreCase);

    private static bool IsData(ReadOnlySpan<char> type) =>
        !type.IsEmpty && !Is(type, "module") && !type.Contains("script", StringComparison.OrdinalIgnoreCase) && !type.Contains('&');

    private static bool IsCode(ReadOnlySpan<char> address)
    {
        if (address.IndexOfAny(':', '&') < 0 || "/#?.".Contains(address[0]) || address.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        string text = string.Concat(Decoded(address).Where(static character => character > ' '));
        return text.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) || IsUnclear(text);
    }

    private static bool NeedsConsent(ReadOnlySpan<char> addresses, ConsentPolicy policy)
    {
        // One that is relative is the site's own.
        if (!addresses.ContainsAny('/', '\\', '&') || (addresses[0] == '/' && addresses.Length > 1 && char.IsAsciiLetterOrDigit(addresses[1]) && !addresses.ContainsAny(',', '\\', '&')))
        {
            return false;
        }

        string text = Decoded(addresses);
        if (IsUnclear(text))
        {
            return true;
        }

        foreach (string address in text.Split([' ', ',', '\t', '\r', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Gate.OfAddress(address, policy) is { IsEssential: false })
            {
                return true;
            }
        }

        return false;
    }

    private static string Decoded(ReadOnlySpan<char> value) => WebUtility.HtmlDecode(value.ToString());

    /// <summary>It may hold a name of a character that only browsers know.</summary>
    private static bool IsUnclear(string decoded) => decoded.IndexOf('&', StringComparison.Ordinal) is >= 0 and int at && decoded.IndexOf(';', at) >= 0;

    private static bool Is(ReadOnlySpan<char> text, string other) => text.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool IsOneOf(ReadOnlySpan<char> text, string[] others)
    {
        foreach (string other in others)
        {
            if (Is(text, other))
            {
                return true;
            }
        }

        return false;
    }
}
