using System.Runtime.CompilerServices;

namespace CookieConsent.Catalogue;

/// <summary>Wildcards, sorted to be searched.</summary>
internal sealed class WildcardShelves
{
    private const int Shelves = 256;

    private readonly Wildcard[] _sorted;
    private readonly int[] _ends = new int[Shelves + 1];

    /// <summary>Patterns with a single character before the star, which belong on many shelves.</summary>
    private readonly Wildcard[] _short;

    public WildcardShelves(List<Wildcard> wildcards)
    {
        _short = wildcards.FindAll(static wildcard => wildcard.Prefix.Length < 2).ToArray();
        _sorted = wildcards.FindAll(static wildcard => wildcard.Prefix.Length >= 2).ToArray();
        Array.Sort(_sorted, Compare);
        for (int place = 0; place < _sorted.Length; place++)
        {
            string prefix = _sorted[place].Prefix;
            int ancestor = place - 1;
            while (ancestor >= 0 && !prefix.StartsWith(_sorted[ancestor].Prefix, StringComparison.Ordinal))
            {
                ancestor = _sorted[ancestor].Ancestor;
            }

            _sorted[place].Ancestor = ancestor;
            _ends[Shelf(prefix) + 1] = place + 1;
        }

        for (int shelf = 1; shelf <= Shelves; shelf++)
        {
            _ends[shelf] = Math.Max(_ends[shelf], _ends[shelf - 1]);
        }
    }

    /// <summary>The number of the most specific wildcard that covers a name, or -1.</summary>
    public int Find(ReadOnlySpan<char> name)
    {
        int best = -1;
        int bestLength = 0;
        if (name.Length >= 2)
        {
            int shelf = Shelf(name);
            int start = _ends[shelf];
            for (int place = LastNotAfter(name, start, _ends[shelf + 1]); place >= start; place = _sorted[place].Ancestor)
            {
                Wildcard wildcard = _sorted[place];
                if (wildcard.FixedLength > bestLength && wildcard.Covers(name))
                {
                    (best, bestLength) = (wildcard.Number, wildcard.FixedLength);
                }
            }
        }

        foreach (Wildcard wildcard in _short)
        {
            if (wildcard.FixedLength > bestLength && wildcard.Covers(name))
            {
                (best, bestLength) = (wildcard.Number, wildcard.FixedLength);
            }
        }

        return best;
    }

    private int LastNotAfter(ReadOnlySpan<char> name, int low, int high)
    {
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_sorted[middle].Prefix.AsSpan().SequenceCompareTo(name) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Shelf(ReadOnlySpan<char> name) => ((name[0] * 31) + name[1]) & (Shelves - 1);

    /// <summary>By shelf and prefix; of the same prefix the more specific last, and of the same pattern the first one last, which is where a search begins.</summary>
    private static int Compare(Wildcard one, Wildcard other)
    {
        int order = Shelf(one.Prefix) - Shelf(other.Prefix);
        order = order != 0 ? order : string.CompareOrdinal(one.Prefix, other.Prefix);
        order = order != 0 ? order : one.Suffix.Length - other.Suffix.Length;
        order = order != 0 ? order : string.CompareOrdinal(one.Suffix, other.Suffix);
        return order != 0 ? order : other.Number - one.Number;
    }
}
