using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CookieConsent.Enforcement;

/// <summary>Reads a <c>Set-Cookie</c> line as a browser does (RFC 6265bis section 5.6), without allocating.</summary>
internal static class SetCookieLine
{
    /// <summary>The cookie's name. A line that begins with = sets a nameless cookie, which comes back looking like what follows.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isNameless">The cookie has no name, and what is returned is the beginning of its value.</param>
    public static ReadOnlySpan<char> Name(ReadOnlySpan<char> line, out bool isNameless)
    {
        ReadOnlySpan<char> pair = line.TrimStart(" \t=");
        int end = pair.IndexOfAny('=', ';');
        isNameless = end < 0 || pair[end] == ';' || line[..^pair.Length].Contains('=');
        return (end < 0 ? pair : pair[..end]).TrimEnd(" \t");
    }

    /// <summary>The line deletes the cookie: its last <c>Max-Age</c>, else its last <c>Expires</c>, lies in the past.</summary>
    public static bool IsDeletion(ReadOnlySpan<char> line, TimeProvider time) => Lifetime(line, time) is null;

    /// <summary>For how many seconds the cookie stays: 0 until the browser closes, null where the line deletes it.</summary>
    public static long? Lifetime(ReadOnlySpan<char> line, TimeProvider time)
    {
        long? byAge = null;
        long? byDate = null;
        for (ReadOnlySpan<char> rest = line; NextAttribute(ref rest, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value);)
        {
            if (name.Equals("max-age", StringComparison.OrdinalIgnoreCase))
            {
                // A browser ignores an attribute that it cannot read.
                byAge = value.Length > 0 && (value[0] == '-' || char.IsAsciiDigit(value[0])) && !value[1..].ContainsAnyExceptInRange('0', '9')
                    ? value[0] == '-' ? 0 : long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long age) ? age : long.MaxValue
                    : byAge;
            }
            else if (name.Equals("expires", StringComparison.OrdinalIgnoreCase))
            {
                byDate = DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset expires) ? (long)Math.Ceiling(Math.Max(0, (expires - time.GetUtcNow()).TotalSeconds)) : byDate;
            }
        }

        return (byAge ?? byDate) switch
        {
            null => 0,
            <= 0 => null,
            var seconds => seconds,
        };
    }

    /// <summary>The line has an attribute of the name, given in lower case.</summary>
    public static bool Has(ReadOnlySpan<char> line, string attribute)
    {
        for (ReadOnlySpan<char> rest = line; NextAttribute(ref rest, out ReadOnlySpan<char> name, out _);)
        {
            if (name.Equals(attribute, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The options delete the cookie.</summary>
    public static bool IsDeletion(CookieOptions options, TimeProvider time) =>
        options.MaxAge is { } age ? age <= TimeSpan.Zero : options.Expires is { } expires && expires <= time.GetUtcNow();

    /// <summary>Moves to the next attribute: <paramref name="rest"/> begins with the semicolon before it, or at first with the cookie's name and value.</summary>
    private static bool NextAttribute(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        name = value = default;
        int semicolon = rest.IndexOf(';');
        if (semicolon < 0)
        {
            return false;
        }

        rest = rest[(semicolon + 1)..];
        int end = EndOf(rest, rest.IndexOfAny('=', ';'));
        name = rest[..end].Trim(" \t");
        rest = rest[end..];
        if (rest is ['=', ..])
        {
            end = EndOf(rest, rest.IndexOf(';'));
            value = rest[1..end].Trim(" \t");
            rest = rest[end..];
        }

        return true;
    }

    private static int EndOf(ReadOnlySpan<char> text, int found) => found < 0 ? text.Length : found;
}
