using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CookieConsent.Catalogue;

/// <summary>A vendor's address: a host, or <c>*.</c> and a host, with the optional beginning of a path.</summary>
/// <remarks>
/// <c>*.acme.example</c> covers every host below <c>acme.example</c> and not <c>acme.example</c> itself, which is
/// written out where it counts too. What follows the host is compared with the beginning of path and query, case
/// counting; a <c>*</c> in it stands for any run of characters: <c>acme.example/*/pixel.js</c>, <c>acme.example/js?id=A-</c>.
/// </remarks>
internal sealed class AddressPattern
{
    private static readonly SearchValues<char> HostCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");

    private readonly string[] _path;

    private AddressPattern(string text, string host, bool isWildcard, string path)
    {
        Text = text;
        Key = isWildcard ? "." + host : host;
        _path = path is "" or "/" ? [] : path.Split('*');
        PathLength = _path.Length == 0 ? 0 : path.Length - (_path.Length - 1);
    }

    public string Text { get; }

    /// <summary>The host in lower case and ASCII; with a dot before it where only the hosts below it are meant.</summary>
    public string Key { get; }

    /// <summary>How many fixed characters the path has: the more, the more specific.</summary>
    public int PathLength { get; }

    /// <summary>The same as a regular expression of JavaScript, for the beginning of a host with the path and query behind it.</summary>
    public string Expression =>
        (Key[0] == '.' ? "[^/]*" : "") + Regex.Escape(Key) + (_path.Length == 0 ? "/" : string.Join(".*", _path.Select(Regex.Escape)));

    /// <summary>Compares with what follows a host: a path, a query, or nothing.</summary>
    public bool MatchesRest(ReadOnlySpan<char> rest)
    {
        for (int index = 0; index < _path.Length; index++)
        {
            // https://acme.example?id=1 means https://acme.example/?id=1.
            ReadOnlySpan<char> part = index == 0 && !rest.StartsWith('/') ? _path[0].AsSpan(1) : _path[index];
            int at = index == 0 ? (rest.StartsWith(part, StringComparison.Ordinal) ? 0 : -1) : rest.IndexOf(part, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            rest = rest[(at + part.Length)..];
        }

        return true;
    }

    /// <summary>Reads a pattern, or says in one sentence which rule it breaks.</summary>
    public static bool TryParse(string text, out AddressPattern? pattern, out string? brokenRule)
    {
        pattern = null;
        bool isWildcard = text.StartsWith("*.", StringComparison.Ordinal);
        string rest = isWildcard ? text[2..] : text;
        int slash = rest.IndexOf('/');
        string path = slash < 0 ? "" : rest[slash..].TrimEnd('*');
        string? host = ToAscii(slash < 0 ? rest : rest[..slash]);
        brokenRule =
            text.Contains("//", StringComparison.Ordinal) ? "an origin is a host with an optional path; it has no scheme and no double slash" :
            text.AsSpan().ContainsAnyInRange('\0', ' ') || text.Contains('#') ? "an origin has no spaces and no fragment" :
            slash != 0 && rest.AsSpan(0, slash < 0 ? rest.Length : slash).IndexOfAny(":@?") >= 0 ? "an origin has no port, no user and no query without a path" :
            host is null ? "an origin is a host, or *. and a host, with an optional path" :
            null;
        if (brokenRule is null)
        {
            pattern = new AddressPattern(text, host!, isWildcard, path);
        }

        return pattern is not null;
    }

    /// <summary>A pattern that is known to be well formed.</summary>
    public static AddressPattern Parse(string text) => TryParse(text, out AddressPattern? pattern, out string? brokenRule)
        ? pattern!
        : throw new FormatException($"'{text}': {brokenRule}.");

    public override string ToString() => Text;

    /// <summary>The host as the network knows it, or null where it is none: two labels or more of letters, digits and inner hyphens.</summary>
    private static string? ToAscii(string host)
    {
        if (!System.Text.Ascii.IsValid(host))
        {
            try
            {
                host = new IdnMapping().GetAscii(host);
            }
            catch (ArgumentException)
            {
                return null;
            }
        }

        host = host.ToLowerInvariant();
        int label = 0;
        bool isHost = host.Length <= WebAddress.LongestHost && host.Contains('.') && !host.AsSpan().ContainsAnyExcept(HostCharacters);
        for (int end = 0; isHost && end <= host.Length; end++)
        {
            if (end == host.Length || host[end] == '.')
            {
                isHost = end - label is > 0 and <= 63 && host[label] != '-' && host[end - 1] != '-';
                label = end + 1;
            }
        }

        return isHost ? host : null;
    }
}
