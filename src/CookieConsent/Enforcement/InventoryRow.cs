namespace CookieConsent.Enforcement;

/// <summary>What was seen under one name, or under one family of names. Never a value.</summary>
/// <param name="kind">What it is.</param>
/// <param name="family">The family that the first name belongs to.</param>
/// <param name="minute">When it was first seen, in minutes since 1970.</param>
internal sealed class InventoryRow(SeenKind kind, NameFamily family, int minute)
{
    /// <summary>Enough to find the code; an app has thousands of endpoints.</summary>
    private const int MostPlaces = 4;

    private readonly int _first = minute;
    private volatile string? _sole = family.Sole.IsEmpty ? null : family.Sole.ToString();
    private int _last = minute;
    private int _traits;
    private long _longest = -1;
    private string[] _places = [];

    public SeenKind Kind => kind;

    /// <summary>What the row is found under: the declared pattern, the catalogue's, or the name with its varying parts as *.</summary>
    public string Family { get; } = family.Text.ToString();

    /// <summary>The only name that was seen of the family, where it may be kept; else the family.</summary>
    public string Name => _sole ?? Family;

    public DateTimeOffset FirstSeen => At(_first);

    public DateTimeOffset LastSeen => At(LastMinute);

    /// <summary>When it was last seen, in minutes since 1970.</summary>
    public int LastMinute => Volatile.Read(ref _last);

    public SeenTraits Traits => (SeenTraits)Volatile.Read(ref _traits);

    /// <summary>The longest lifetime that it was set with, in seconds: 0 until the browser closes, null where nobody saw it set.</summary>
    public long? Longest => Volatile.Read(ref _longest) is >= 0 and var seconds ? seconds : null;

    /// <summary>Some of the endpoints that set it.</summary>
    public IReadOnlyList<string> Places => Volatile.Read(ref _places);

    public bool Has(SeenTraits traits) => (Traits & traits) != 0;

    /// <summary>Notes a look; what is known already is not written again, so that processors need not quarrel over it.</summary>
    public void Note(SeenTraits traits, int now)
    {
        if (((int)traits & ~Volatile.Read(ref _traits)) != 0)
        {
            Interlocked.Or(ref _traits, (int)traits);
        }

        if (Volatile.Read(ref _last) < now)
        {
            Volatile.Write(ref _last, now);
        }
    }

    /// <summary>Another name of the family is seen, or the same again.</summary>
    /// <param name="sole">The name, where it may be kept; else empty.</param>
    public void Meet(ReadOnlySpan<char> sole)
    {
        if (_sole is { } known && !sole.SequenceEqual(known))
        {
            _sole = null;
        }
    }

    public void NotePlace(string place)
    {
        string[] known = Volatile.Read(ref _places);
        while (known.Length < MostPlaces && !known.Contains(place))
        {
            string[] before = known;
            known = Interlocked.CompareExchange(ref _places, [.. before, place], before);
            if (ReferenceEquals(known, before))
            {
                return;
            }
        }
    }

    /// <summary>True where it was never set for so long.</summary>
    public bool IsLongest(long seconds)
    {
        long known;
        while ((known = Volatile.Read(ref _longest)) < seconds)
        {
            if (Interlocked.CompareExchange(ref _longest, seconds, known) == known)
            {
                return true;
            }
        }

        return false;
    }

    private static DateTimeOffset At(int minute) => DateTimeOffset.FromUnixTimeSeconds(minute * 60L);
}
