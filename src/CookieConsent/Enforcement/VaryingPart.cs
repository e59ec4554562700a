using System.Buffers;

namespace CookieConsent.Enforcement;

/// <summary>From the first character of a name that varies to the end of the last one: a pattern has one * alone.</summary>
internal struct VaryingPart
{
    private const int MostDigits = 4;
    private const int ShortestNumber = 2;
    private const int ShortestHex = 6;
    private const int ShortestId = 16;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>What ends an app's own word before an address; a dot does not, since it parts first names from last ones.</summary>
    private static readonly SearchValues<char> Separators = SearchValues.Create("_-:|/!~#$&[]");

    public VaryingPart() => Start = -1;

    /// <summary>Where it begins, or -1 where nothing varies.</summary>
    public int Start { get; private set; }

    /// <summary>Where it has ended.</summary>
    public int End { get; private set; }

    /// <summary>It can say who the visitor is: an address, a word of hexadecimal or many characters with digits in it, or five digits.</summary>
    public bool HasId { get; private set; }

    public readonly bool IsNone => Start < 0;

    public readonly int Length => End - Start;

    public static VaryingPart Of(ReadOnlySpan<char> name)
    {
        var part = new VaryingPart();
        part.FindAddresses(name);
        part.FindNumbers(name);
        return part;
    }

    public void Widen(int start, int length, bool isId)
    {
        Start = IsNone ? start : Math.Min(start, Start);
        End = Math.Max(start + length, End);
        HasId |= isId;
    }

    /// <summary>An address of e-mail, its @ encoded or not.</summary>
    private void FindAddresses(ReadOnlySpan<char> name)
    {
        for (int at = 1; at < name.Length; at++)
        {
            int sign = name[at] == '@' ? 1 : name[at..].StartsWith("%40", StringComparison.Ordinal) ? 3 : 0;
            if (sign > 0 && at + sign < name.Length && char.IsLetterOrDigit(name[at - 1]) && char.IsLetterOrDigit(name[at + sign]))
            {
                int end = at + sign;
                while (end < name.Length && (char.IsLetterOrDigit(name[end]) || name[end] is '.' or '-'))
                {
                    end++;
                }

                int start = name[..at].IndexOfAny(Separators) + 1;
                Widen(start, end - start, isId: true);
            }
        }
    }

    private void FindNumbers(ReadOnlySpan<char> name)
    {
        int count = 0;
        for (int index = 0; index < name.Length; index++)
        {
            int length = 0;
            while (index + length < name.Length && char.IsAsciiLetterOrDigit(name[index + length]))
            {
                count += char.IsAsciiDigit(name[index + length]) ? 1 : 0;
                length++;
            }

            ReadOnlySpan<char> word = name.Slice(index, length);
            if (LooksLikeId(word))
            {
                Widen(index, length, isId: !IsWordWithNumber(word));
            }
            else
            {
                for (int at = 0; at < word.Length; at++)
                {
                    int digits = word[at..].IndexOfAnyExcept(Digits) is >= 0 and var other ? other : word.Length - at;
                    if (digits >= ShortestNumber)
                    {
                        Widen(index + at, digits, isId: false);
                    }

                    at += digits;
                }
            }

            index += length;
        }

        HasId |= count > MostDigits;
    }

    private static bool LooksLikeId(ReadOnlySpan<char> word) => word.ContainsAny(Digits)
        && ((word.Length >= ShortestHex && !word.ContainsAnyExcept(HexDigits)) || (word.Length >= ShortestId && word.ContainsAnyExcept(Digits)));

    /// <summary>Few ids have all their digits at the end, like <c>cafe24</c>, or are short with a single one, like <c>face2face</c>.</summary>
    private static bool IsWordWithNumber(ReadOnlySpan<char> word)
    {
        ReadOnlySpan<char> letters = word.TrimEnd("0123456789");
        return !letters.ContainsAny(Digits) || (word.Length < ShortestId && letters.Length == word.Length && letters.IndexOfAny(Digits) == letters.LastIndexOfAny(Digits));
    }
}
