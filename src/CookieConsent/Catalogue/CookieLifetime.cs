using System.Globalization;
using System.Text.RegularExpressions;

namespace CookieConsent.Catalogue;

/// <summary>How long a cookie stays: calendar months and seconds are kept apart, because a month has no fixed length.</summary>
internal readonly partial record struct CookieLifetime(int Months, long Seconds)
{
    private const long Day = 86_400;

    private static readonly (string Unit, long Size)[] Units = [("Day", Day), ("Hour", 3600), ("Minute", 60), ("Second", 1)];

    /// <summary>Until the browser is closed.</summary>
    public static CookieLifetime Session => default;

    public bool IsSession => Months == 0 && Seconds == 0;

    /// <summary>The lifetime in whole months, rounded up; a month counts 30 days.</summary>
    public int WholeMonths => Months + (int)((Seconds + (30 * Day) - 1) / (30 * Day));

    /// <summary>Reads <c>session</c>, an ISO 8601 duration (<c>P13M</c>, <c>PT30M</c>) or words (<c>13 months</c>).</summary>
    public static bool TryParse(string? text, out CookieLifetime lifetime)
    {
        lifetime = Session;
        text = text?.Trim() ?? "";
        if (text.Equals("session", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        Match match = Iso8601().Match(text);
        if (!match.Success)
        {
            match = Words().Match(text);
        }

        if (!match.Success)
        {
            return false;
        }

        long Part(string name) => match.Groups[name] is { Success: true } group
            ? long.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;

        lifetime = new CookieLifetime(
            (int)((Part("years") * 12) + Part("months")),
            (Part("weeks") * 7 * Day) + (Part("days") * Day) + (Part("hours") * 3600) + (Part("minutes") * 60) + Part("seconds"));
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

    // At most five digits a part keeps every sum far from overflow.
    [GeneratedRegex(@"^P(?=.)(?:(?<years>[0-9]{1,5})Y)?(?:(?<months>[0-9]{1,5})M)?(?:(?<weeks>[0-9]{1,5})W)?(?:(?<days>[0-9]{1,5})D)?(?:T(?=.)(?:(?<hours>[0-9]{1,5})H)?(?:(?<minutes>[0-9]{1,5})M)?(?:(?<seconds>[0-9]{1,9})S)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso8601();

    [GeneratedRegex(@"^(?:(?<years>[0-9]{1,5}) years?|(?<months>[0-9]{1,5}) months?|(?<weeks>[0-9]{1,5}) weeks?|(?<days>[0-9]{1,5}) days?|(?<hours>[0-9]{1,5}) hours?|(?<minutes>[0-9]{1,5}) minutes?|(?<seconds>[0-9]{1,9}) seconds?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
