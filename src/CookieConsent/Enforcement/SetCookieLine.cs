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

    /// <summary>The line deletes the cookie: its last <c>Max-Age</c>, else its last <c>Expires</c>, lies in the past.</summary>
    public static bool IsDeletion(ReadOnlySpan<char> line, DateTimeOffset now)
    {
        bool? byAge = null;
        bool? byDate = null;
        int semicolon = line.IndexOf(';');
        while (semicolon >= 0)
        {
            line = line[(semicolon + 1)..];
            ReadOnlySpan<char> attribute = UntilSemicolon(line);
            int equals = attribute.IndexOf('=');
            ReadOnlySpan<char> name = (equals < 0 ? attribute : attribute[..equals]).Trim(" \t");
            ReadOnlySpan<char> value = equals < 0 ? default : attribute[(equals + 1)..].Trim(" \t");
            if (name.Equals("max-age", StringComparison.OrdinalIgnoreCase))
            {
                // A browser ignores an attribute that it cannot read.
                byAge = value.Length > 0 && (value[0] == '-' || char.IsAsciiDigit(value[0])) && !value[1..].ContainsAnyExceptInRange('0', '9')
                    ? value[0] == '-' || !value.ContainsAnyExcept('0')
                    : byAge;
            }
            else if (name.Equals("expires", StringComparison.OrdinalIgnoreCase))
            {
                byDate = DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset expires) ? expires <= now : byDate;
            }

            semicolon = line.IndexOf(';');
        }

        return byAge ?? byDate ?? false;
    }

    /// <summary>The options delete the cookie.</summary>
    public static bool IsDeletion(CookieOptions options, DateTimeOffset now) =>
        options.MaxAge is { } age ? age <= TimeSpan.Zero : options.Expires is { } expires && expires <= now;

    private static ReadOnlySpan<char> UntilSemicolon(ReadOnlySpan<char> text)
    {
        int semicolon = text.IndexOf(';');
        return semicolon < 0 ? text : text[..semicolon];
    }
}
