using System.Globalization;

namespace CookieConsent.Catalogue;

/// <summary>How long a cookie stays: calendar months and seconds are kept apart, because a month has no fixed length.</summary>
/// <remarks>Read by hand: at every start some hundred lifetimes are read, and a regular expression would first have to be compiled.</remarks>
internal readonly record struct CookieLifetime(int Months, long Seconds)
{
    private const long Day = 86_400;

    /// <summary>The letters of ISO 8601 in the order in which they may stand.</summary>
    private const string Letters = "YMWDTHMS";

    private static readonly (int Months, long Seconds)[] Sizes = [(12, 0), (1, 0), (0, 7 * Day), (0, Day), default, (0, 3600), (0, 60), (0, 1)];

    private static readonly (string Word, int Letter)[] Words = [("year", 0), ("month", 1), ("week", 2), ("day", 3), ("hour", 5), ("minute", 6), ("second", 7)];

    private static readonly (string Unit, long Size)[] Units = [("Day", Day), ("Hour", 3600), ("Minute", 60), ("Second", 1)];

    /// <summary>Until the browser is closed.</summary>
    public static CookieLifetime Session => default;

    public bool IsSession => Months == 0 && Seconds == 0;

    /// <summary>The lifetime in whole months, rounded up; a month counts 30 days.</summary>
    public int WholeMonths => Months + (int)((Seconds + (30 * Day) - 1) / (30 * Day));

    /// <summary>Reads <c>session</c>, an ISO 8601 duration (<c>P13M</c>, <c>PT30M</c>) or words (<c>13 months</c>).</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CookieLifetime lifetime)
    {
        text = text.Trim();
        lifetime = Session;
        if (text.Equals("session", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        lifetime = text.IsEmpty ? Session : text.StartsWith('P') ? ReadIso8601(text[1..]) : ReadWords(text);
        return !lifetime.IsSession;
    }

    /// <summary>The lifetime in the largest units that say it exactly, for wording in any language.</summary>
    public IEnumerable<(long Count, string Unit)> InUnits()
    {
        if (Months > 0 && Months % 12 == 0)
        {
            yield return (Months / 12, "Year");
        }
        else if (Months > 0)
        {
            yield return (Months, "Month");
        }

        long rest = Seconds;
        foreach ((string unit, long size) in Units)
        {
            if (rest / size > 0)
            {
                yield return (rest / size, unit);
                rest %= size;
            }
        }
    }

    private static CookieLifetime ReadIso8601(ReadOnlySpan<char> rest)
    {
        CookieLifetime sum = default;
        int time = Letters.IndexOf('T');
        for (int next = 0; !rest.IsEmpty;)
        {
            if (rest[0] == 'T' && next <= time && rest.Length > 1)
            {
                next = time + 1;
                rest = rest[1..];
                continue;
            }

            int digits = rest.IndexOfAnyExceptInRange('0', '9');
            int letter = digits < 1 ? -1 : Letters.AsSpan(next, (next <= time ? time : Letters.Length) - next).IndexOf(rest[digits]);
            if (letter < 0 || !TryAdd(ref sum, rest[..digits], next + letter))
            {
                return default;
            }

            next += letter + 1;
            rest = rest[(digits + 1)..];
        }

        return sum;
    }

    private static CookieLifetime ReadWords(ReadOnlySpan<char> text)
    {
        CookieLifetime sum = default;
        int digits = text.IndexOfAnyExceptInRange('0', '9');
        if (digits < 1 || text[digits] != ' ')
        {
            return default;
        }

        ReadOnlySpan<char> unit = text[(digits + 1)..];
        foreach ((string word, int letter) in Words)
        {
            if (unit.StartsWith(word, StringComparison.OrdinalIgnoreCase) && unit[word.Length..] is "" or "s" or "S" && TryAdd(ref sum, text[..digits], letter))
            {
                return sum;
            }
        }

        return default;
    }

    // At most five digits a part, nine for seconds, keep every sum far from overflow.
    private static bool TryAdd(ref CookieLifetime sum, ReadOnlySpan<char> digits, int letter)
    {
        if (digits.Length > (letter == Letters.Length - 1 ? 9 : 5))
        {
            return false;
        }

        int number = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        (int months, long seconds) = Sizes[letter];
        sum = new CookieLifetime(sum.Months + (number * months), sum.Seconds + (number * seconds));
        return true;
    }
}
