using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CookieConsent.Enforcement;

/// <summary>Reads a <c>Set-Cookie</c> line as a browser does (RFC 6265bis section 5.6), without allocating.</summary>
internal static class SetCookieLine
{
    /// <summary>The cookie's name. A line that begins with = sets a nameless cookie, which comes back looking like what follows.</summary>
    public static ReadOnlySpan<char> Name(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> pair = UntilSemicolon(line).TrimStart(" \t=");
        int equals = pair.IndexOf('=');
        return (equals < 0 ? pair : pair[..equals]).Trim(" \t");
    }

    /// <summary>The line sets a cookie without a name, and what <see cref="Name"/> returns is the beginning of its value.</summary>
    public static bool IsNameless(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> pair = UntilSemicolon(line);
        int equals = pair.IndexOf('=');
        return equals < 0 || pair[..equals].Trim(" \t").IsEmpty;
    }

    /// <summary>The line deletes the cookie: its last <c>Max-Age</c>, else its last <c>Expires</c>, lies in the past.</summary>
    public static bool IsDeletion(ReadOnlySpan<char> line, DateTimeOffset now) => Lifetime(line, now) is null;

    /// <summary>For how many seconds the cookie stays: 0 until the browser closes, null where the line deletes it.</summary>
    public static long? Lifetime(ReadOnlySpan<char> line, DateTimeOffset now)
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
                byDate = DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset expires) ? (long)Math.Ceiling(Math.Max(0, (expires - now).TotalSeconds)) : byDate;
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
    public static bool IsDeletion(CookieOptions options, DateTimeOffset now) =>
        options.MaxAge is { } age ? age <= TimeSpan.Zero : options.Expires is { } expires && expires <= now;

    private static bool NextAttribute(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        int semicolon = rest.IndexOf(';');
        rest = semicolon < 0 ? default : rest[(semicolon + 1)..];
        ReadOnlySpan<char> attribute = UntilSemicolon(rest);
        int equals = attribute.IndexOf('=');
        name = (equals < 0 ? attribute : attribute[..equals]).Trim(" \t");
        value = equals < 0 ? default : attribute[(equals + 1)..].Trim(" \t");
        return semicolon >= 0;
    }

    private static ReadOnlySpan<char> UntilSemicolon(ReadOnlySpan<char> text)
    {
        int semicolon = text.IndexOf(';');
        return semicolon < 0 ? text : text[..semicolon];
    }
}
