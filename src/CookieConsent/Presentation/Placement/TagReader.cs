using System.Buffers;

namespace CookieConsent.Presentation.Placement;

/// <summary>Reads the attributes of a start tag as browsers do (HTML Standard, sections 13.2.5.32 to 13.2.5.40).</summary>
/// <param name="markup">What follows the tag's name.</param>
internal ref struct TagReader(ReadOnlySpan<char> markup)
{
    private static readonly SearchValues<char> Space = SearchValues.Create(" \t\r\n\f");
    private static readonly SearchValues<char> Before = SearchValues.Create(" \t\r\n\f/");
    private static readonly SearchValues<char> AfterName = SearchValues.Create(" \t\r\n\f/>=");
    private static readonly SearchValues<char> AfterValue = SearchValues.Create(" \t\r\n\f>");

    /// <summary>What has not been read.</summary>
    public ReadOnlySpan<char> Rest { get; private set; } = markup;

    /// <summary>Moves to the next attribute; behind the last, the rest is what follows the tag.</summary>
    /// <param name="name">In the page's own case.</param>
    /// <param name="value">As it is written, without its quotes; empty where there is none.</param>
    public bool Read(out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        name = default;
        value = default;
        Skip(Before);
        if (Rest.IsEmpty || Rest[0] == '>')
        {
            Rest = Rest.IsEmpty ? Rest : Rest[1..];
            return false;
        }

        // An equals sign in the first place is part of the name.
        name = Take(1, AfterName);
        Skip(Space);
        if (Rest.StartsWith("="))
        {
            Rest = Rest[1..];
            Skip(Space);
            value = Value();
        }

        return true;
    }

    /// <summary>Names are the same in every case.</summary>
    public static bool IsOneOf(ReadOnlySpan<char> name, string[] names)
    {
        foreach (string other in names)
        {
            if (name.Equals(other, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private ReadOnlySpan<char> Value()
    {
        if (Rest.IsEmpty || Rest[0] is not ('"' or '\''))
        {
            return Take(0, AfterValue);
        }

        ReadOnlySpan<char> value = Rest[1..];
        int length = value.IndexOf(Rest[0]);
        Rest = length < 0 ? default : value[(length + 1)..];
        return length < 0 ? value : value[..length];
    }

    private void Skip(SearchValues<char> characters)
    {
        int length = Rest.IndexOfAnyExcept(characters);
        Rest = length < 0 ? default : Rest[length..];
    }

    /// <summary>What stands before any of the characters, looked for behind the first few.</summary>
    private ReadOnlySpan<char> Take(int first, SearchValues<char> ends)
    {
        int length = Rest[first..].IndexOfAny(ends);
        ReadOnlySpan<char> taken = length < 0 ? Rest : Rest[..(first + length)];
        Rest = Rest[taken.Length..];
        return taken;
    }
}
