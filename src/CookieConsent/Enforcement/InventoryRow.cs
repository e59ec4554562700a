namespace CookieConsent.Enforcement;

/// <summary>What was seen under one name, or under one family of names. Never a value.</summary>
/// <param name="kind">What it is.</param>
/// <param name="name">The declared pattern, the catalogue's, or the name with its varying parts as *.</param>
/// <param name="minute">When it was first seen, in minutes since 1970.</param>
internal sealed class InventoryRow(SeenKind kind, string name, int minute)
{
    /// <summary>Enough to find the code; an app has thousands of endpoints.</summary>
    private const int MostPlaces = 4;

    private readonly int _first = minute;
    private int _last = minute;
    private int _traits;
    private long _longest = -1;
    private volatile string[] _places = [];

    public SeenKind Kind => kind;

    public string Name => name;

    public DateTimeOffset FirstSeen => At(_first);

    public DateTimeOffset LastSeen => At(Volatile.Read(ref _last));

    public SeenTraits Traits => (SeenTraits)Volatile.Read(ref _traits);

    /// <summary>The longest lifetime that it was set with, in seconds: 0 until the browser closes, null where nobody saw it set.</summary>
    public long? Longest => Volatile.Read(ref _longest) is >= 0 and var seconds ? seconds : null;

    /// <summary>Some of the endpoints that set it.</summary>
    public IReadOnlyList<string> Places => _places;

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

    public void NotePlace(string place)
    {
        if (_places is var known && known.Length < MostPlaces && !known.Contains(place))
        {
            _places = [.. known, place];
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
