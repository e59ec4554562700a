using System.Buffers;
using System.Globalization;
using System.Text;

namespace CookieConsent.Catalogue;

/// <summary>Takes an address apart as browsers do, without allocating, unless its host has letters beyond ASCII.</summary>
internal readonly ref struct WebAddress
{
    /// <summary>No host that can be looked up is longer.</summary>
    public const int LongestHost = 253;

    private static readonly SearchValues<char> EndOfHost = SearchValues.Create("/\\?#");
    private static readonly IdnMapping Idn = new();

    private WebAddress(ReadOnlySpan<char> host, ReadOnlySpan<char> rest)
    {
        Host = host;
        Rest = rest;
    }

    /// <summary>The host in lower case and ASCII, without user, port and final dot.</summary>
    public ReadOnlySpan<char> Host { get; }

    /// <summary>Path and query, without the fragment; empty where nothing follows the host.</summary>
    public ReadOnlySpan<char> Rest { get; }

    /// <summary>Reads an <c>http</c>, <c>https</c> or scheme-relative address; every other one is nobody's.</summary>
    /// <param name="url">The address as it stands in a page.</param>
    /// <param name="buffer">Room for a host of <see cref="LongestHost"/> characters.</param>
    /// <param name="address">What was read.</param>
    public static bool TryRead(ReadOnlySpan<char> url, Span<char> buffer, out WebAddress address)
    {
        address = default;
        ReadOnlySpan<char> rest = url.TrimStart(" \t\r\n\f");
        if (rest.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
        {
            rest = rest[6..];
        }
        else if (rest.StartsWith("http:", StringComparison.OrdinalIgnoreCase))
        {
            rest = rest[5..];
        }

        // Browsers take a backslash for a slash, and any number of them for two.
        ReadOnlySpan<char> afterSlashes = rest.TrimStart("/\\");
        if (rest.Length - afterSlashes.Length < 2)
        {
            return false;
        }

        int end = afterSlashes.IndexOfAny(EndOfHost);
        ReadOnlySpan<char> host = end < 0 ? afterSlashes : afterSlashes[..end];
        ReadOnlySpan<char> path = end < 0 ? default : afterSlashes[end..];
        host = host[(host.LastIndexOf('@') + 1)..];
        int port = host.LastIndexOf(':');
        host = (port < 0 ? host : host[..port]).TrimEnd(" \t\r\n\f");
        host = host.EndsWith('.') ? host[..^1] : host;
        if (!TryToAscii(host, buffer, out int length))
        {
            return false;
        }

        int fragment = path.IndexOf('#');
        address = new WebAddress(buffer[..length], (fragment < 0 ? path : path[..fragment]).TrimEnd(" \t\r\n\f"));
        return true;
    }

    private static bool TryToAscii(ReadOnlySpan<char> host, Span<char> buffer, out int length)
    {
        length = host.Length;
        if (host.IsEmpty || host[0] == '.' || host.Length > LongestHost)
        {
            return false;
        }

        if (Ascii.ToLower(host, buffer, out length) == OperationStatus.Done)
        {
            return true;
        }

        try
        {
            string ascii = Idn.GetAscii(host.ToString()).ToLowerInvariant();
            length = ascii.Length;
            return ascii.TryCopyTo(buffer);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
