using System.Collections.Frozen;

namespace CookieConsent.Catalogue;

/// <summary>Finds the most specific pattern that covers a cookie name, without allocating.</summary>
/// <remarks>
/// Exact names are one hash look-up. Wildcards are sorted by prefix; a binary search finds the last prefix that does
/// not come after the name, and every other prefix that the name can start with is an ancestor of that one.
/// </remarks>
internal sealed class CookiePatternTable<T>
    where T : class
{
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _exact;
    private readonly (CookiePattern Pattern, T Value)[] _wildcards;
    private readonly int[] _ancestors;

    /// <summary>Builds the table; where two entries have the same pattern the first one stays.</summary>
    public CookiePatternTable(IEnumerable<(CookiePattern Pattern, T Value)> entries)
    {
        var exact = new Dictionary<string, T>(StringComparer.Ordinal);
        var wildcards = new Dictionary<string, (CookiePattern Pattern, T Value)>(StringComparer.Ordinal);
        foreach ((CookiePattern pattern, T value) in entries)
        {
            if (pattern.IsExact)
            {
                exact.TryAdd(pattern.Text, value);
            }
            else
            {
                wildcards.TryAdd(pattern.Text, (pattern, value));
            }
        }

        _exact = exact.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _wildcards = [.. wildcards.Values
            .OrderBy(entry => entry.Pattern.Prefix, StringComparer.Ordinal)
            .ThenBy(entry => entry.Pattern.Suffix.Length)];
        _ancestors = new int[_wildcards.Length];
        for (int index = 0; index < _wildcards.Length; index++)
        {
            int ancestor = index - 1;
            while (ancestor >= 0 && !_wildcards[index].Pattern.Prefix.StartsWith(_wildcards[ancestor].Pattern.Prefix, StringComparison.Ordinal))
            {
                ancestor = _ancestors[ancestor];
            }

            _ancestors[index] = ancestor;
        }
    }

    /// <summary>The value of the most specific pattern that covers <paramref name="name"/>, or null.</summary>
    public T? Find(ReadOnlySpan<char> name)
    {
        if (_exact.TryGetValue(name, out T? exact))
        {
            return exact;
        }

        int low = 0;
        int high = _wildcards.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_wildcards[middle].Pattern.Prefix.AsSpan().SequenceCompareTo(name) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        T? best = null;
        int bestLength = 0;
        for (int index = low - 1; index >= 0; index = _ancestors[index])
        {
            (CookiePattern pattern, T value) = _wildcards[index];
            if (pattern.FixedLength > bestLength && pattern.Matches(name))
            {
                best = value;
                bestLength = pattern.FixedLength;
            }
        }

        return best;
    }
}
