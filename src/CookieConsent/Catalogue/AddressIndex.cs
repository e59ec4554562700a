namespace CookieConsent.Catalogue;

/// <summary>Finds the number of the most specific pattern that covers an address, without allocating: an exact host before a wildcard, a longer host before a shorter one, then the longer path.</summary>
internal sealed class AddressIndex(int capacity)
{
    private readonly NameTable _hosts = new(capacity);
    private readonly List<Entry> _first = [];

    /// <summary>Adds a pattern; of equally specific ones the first stays.</summary>
    public void Add(AddressPattern pattern, int number)
    {
        var added = new Entry(pattern, number);
        int host = _hosts.Find(pattern.Key);
        if (host < 0)
        {
            _hosts.TryAdd(pattern.Key, _first.Count);
            _first.Add(added);
        }
        else if (_first[host].Pattern.PathLength < pattern.PathLength)
        {
            added.Next = _first[host];
            _first[host] = added;
        }
        else
        {
            Entry before = _first[host];
            while (before.Next is { } next && next.Pattern.PathLength >= pattern.PathLength)
            {
                before = next;
            }

            added.Next = before.Next;
            before.Next = added;
        }
    }

    /// <summary>The number of the most specific pattern that covers an absolute address, or -1.</summary>
    public int Find(ReadOnlySpan<char> url)
    {
        if (_first.Count == 0 || !WebAddress.TryRead(url, stackalloc char[WebAddress.LongestHost], out WebAddress address))
        {
            return -1;
        }

        int found = At(address.Host, address.Rest);
        for (ReadOnlySpan<char> host = address.Host; found < 0 && host.IndexOf('.') is >= 0 and var dot; host = host[(dot + 1)..])
        {
            found = At(host[dot..], address.Rest);
        }

        return found;
    }

    private int At(ReadOnlySpan<char> key, ReadOnlySpan<char> rest)
    {
        int host = _hosts.Find(key);
        for (Entry? entry = host < 0 ? null : _first[host]; entry is not null; entry = entry.Next)
        {
            if (entry.Pattern.MatchesRest(rest))
            {
                return entry.Number;
            }
        }

        return -1;
    }

    private sealed class Entry(AddressPattern pattern, int number)
    {
        public readonly AddressPattern Pattern = pattern;
        public readonly int Number = number;
        public Entry? Next;
    }
}
