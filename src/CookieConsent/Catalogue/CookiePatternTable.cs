namespace CookieConsent.Catalogue;

/// <summary>Finds the value of the most specific pattern that covers a cookie name, without allocating.</summary>
internal sealed class CookiePatternTable<T>
    where T : class
{
    private readonly CookiePatternIndex _index;
    private readonly T[] _values;

    /// <summary>Builds the table; where two values have the same pattern the first one stays.</summary>
    public CookiePatternTable(IReadOnlyList<T> values, Func<T, CookiePattern> pattern)
    {
        _values = [.. values];
        _index = new CookiePatternIndex(_values.Length);
        for (int number = 0; number < _values.Length; number++)
        {
            _index.Add(pattern(_values[number]).Text, number);
        }
    }

    /// <summary>The value of the most specific pattern that covers <paramref name="name"/>, or null.</summary>
    public T? Find(ReadOnlySpan<char> name) => _index.Find(name) is >= 0 and var number ? _values[number] : null;
}
