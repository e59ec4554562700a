namespace CookieConsent.Catalogue;

/// <summary>Finds the number of the most specific pattern that covers a cookie name, without allocating.</summary>
/// <remarks>
/// Exact names are one hash look-up. Wildcards lie in shelves by their first two characters, sorted by prefix; a
/// binary search of one shelf finds the last prefix that does not come after the name, and every other prefix that
/// the name can start with is an ancestor of that one. They are sorted at the first look-up, not before.
/// </remarks>
internal sealed class CookiePatternIndex(int capacity)
{
    private readonly NameTable _exact = new(capacity);
    private readonly List<Wildcard> _added = [];
    private WildcardShelves? _wildcards;

    /// <summary>Adds a pattern that is known to be well formed; where there are two of the same text the first one stays.</summary>
    public void Add(string pattern, int number)
    {
        if (pattern.Contains('*'))
        {
            _added.Add(new Wildcard(CookiePattern.Parse(pattern), number));
        }
        else
        {
            _exact.TryAdd(pattern, number);
        }
    }

    /// <summary>The number of the most specific pattern that covers <paramref name="name"/>, or -1.</summary>
    public int Find(ReadOnlySpan<char> name)
    {
        int exact = _exact.Find(name);
        return exact >= 0 ? exact : (_wildcards ??= new WildcardShelves(_added)).Find(name);
    }

    /// <summary>The number of the pattern that is <paramref name="name"/> itself, or -1.</summary>
    public int FindExact(ReadOnlySpan<char> name) => _exact.Find(name);
}
