using System.Buffers;

namespace CookieConsent.Enforcement;

/// <summary>Makes one row of <c>sess_ab12cd34</c> and its thousand siblings: what looks like a number or an id becomes *.</summary>
internal static class NameFamily
{
    /// <summary>Longer names are cut.</summary>
    public const int Longest = 128;

    private const int ShortestNumber = 2;
    private const int ShortestHex = 6;
    private const int ShortestId = 16;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>Writes the family's name, which has at most one *, and returns its length. The room must hold <see cref="Longest"/> characters.</summary>
    public static int Write(ReadOnlySpan<char> name, Span<char> room)
    {
        name = name.Length > Longest ? name[..Longest] : name;
        (int start, int end) = Varying(name);
        if (end - start < ShortestNumber)
        {
            name.CopyTo(room);
            return name.Length;
        }

        name[..start].CopyTo(room);
        room[start] = '*';
        name[end..].CopyTo(room[(start + 1)..]);
        return start + 1 + name.Length - end;
    }

    /// <summary>From the first varying part to the end of the last: a pattern has one * alone.</summary>
    private static (int Start, int End) Varying(ReadOnlySpan<char> name)
    {
        int start = -1;
        int end = -1;
        for (int index = 0; index < name.Length; index++)
        {
            int length = 0;
            while (index + length < name.Length && char.IsAsciiLetterOrDigit(name[index + length]))
            {
                length++;
            }

            ReadOnlySpan<char> word = name.Slice(index, length);
            if (IsId(word))
            {
                Widen(index, length);
            }
            else
            {
                for (int at = 0; at < word.Length; at++)
                {
                    int digits = Math.Max(0, word[at..].IndexOfAnyExcept(Digits) is >= 0 and var other ? other : word.Length - at);
                    if (digits >= ShortestNumber)
                    {
                        Widen(index + at, digits);
                    }

                    at += digits;
                }
            }

            index += length;
        }

        return (start, end);

        void Widen(int from, int length)
        {
            start = start < 0 ? from : start;
            end = from + length;
        }
    }

    private static bool IsId(ReadOnlySpan<char> word) => word.ContainsAny(Digits)
        && ((word.Length >= ShortestHex && !word.ContainsAnyExcept(HexDigits)) || (word.Length >= ShortestId && word.ContainsAnyExcept(Digits)));
}
