namespace CookieConsent.Catalogue;

/// <summary>Finds whose an address is, without allocating.</summary>
internal sealed class AddressTable<T>
    where T : class
{
    private readonly AddressIndex _index;
    private readonly T[] _values;

    /// <summary>Builds the table; of equally specific patterns the first one stays.</summary>
    public AddressTable(IReadOnlyList<T> values, Func<T, IEnumerable<string>> origins)
    {
        _values = [.. values];
        _index = new AddressIndex(_values.Length);
        for (int number = 0; number < _values.Length; number++)
        {
            foreach (string origin in origins(_values[number]))
            {
                _index.Add(AddressPattern.Parse(origin), number);
            }
        }
    }

    /// <summary>The value of the most specific origin that covers an absolute address, or null.</summary>
    public T? Find(ReadOnlySpan<char> url) => _index.Find(url) is >= 0 and var number ? _values[number] : null;
}
