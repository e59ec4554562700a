using System.Buffers;

namespace CookieConsent.Presentation.Placement;

/// <summary>Tells whether markup may hold an attribute that runs: a handler, or an address that is <c>javascript:</c> in whatever disguise.</summary>
internal static class CodeAttribute
{
    private static readonly string[] Addresses = ["href", "xlink:href", "src", "data", "action", "formaction"];
    private static readonly SearchValues<char> BeforeName = SearchValues.Create(" \t\r\n\f/\"'<>=");

    public static bool IsIn(ReadOnlySpan<char> markup)
    {
        int at = 0;
        while (markup[at..].IndexOf('=') is >= 0 and int distance)
        {
            ReadOnlySpan<char> before = markup[..(at + distance)].TrimEnd(" \t\r\n\f");
            ReadOnlySpan<char> name = before[(before.LastIndexOfAny(BeforeName) + 1)..];
            at += distance + 1;
            if (IsHandler(name) || (TagReader.IsOneOf(name, Addresses) && MayRun(markup[at..])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHandler(ReadOnlySpan<char> name) =>
        name.Length > 2 && name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && char.IsAsciiLetter(name[^1]);

    /// <summary>Browsers skip what is no character at the beginning, and spaces and line breaks anywhere; characters can be written as references.</summary>
    private static bool MayRun(ReadOnlySpan<char> value)
    {
        value = value.TrimStart(" \t\r\n\f");
        value = value.StartsWith("\"") || value.StartsWith("'") ? value[1..] : value;
        while (!value.IsEmpty && value[0] <= ' ')
        {
            value = value[1..];
        }

        ReadOnlySpan<char> start = value[..(value.IndexOfAny("/.\"'>") is >= 0 and int length ? length : value.Length)];
        return start.StartsWith("j", StringComparison.OrdinalIgnoreCase) ? start.ContainsAny(':', '&') : start.StartsWith("&") && !start.StartsWith("&amp;");
    }
}
