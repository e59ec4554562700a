using System.Collections;

namespace CookieConsent.Catalogue;

/// <summary>The rows of <c>cookies.tsv</c>, each made when it is first asked for; they stand in the order of their vendors.</summary>
internal sealed class CookieRows : IReadOnlyList<CataloguedCookie>
{
    private const string Columns = "pattern\tvendor\tcategory\tlifetime\thost\tstorage\tpurpose";
    private const int Pattern = 0, Vendor = 1, Category = 2, Lifetime = 3, Host = 4, Storage = 5, Purpose = 6;

    private readonly DataFile _file;
    private readonly CataloguedCookie?[] _rows;

    public CookieRows(string text)
    {
        _file = new DataFile("cookies.tsv", Columns, text);
        _rows = new CataloguedCookie?[_file.Rows];
    }

    public int Count => _rows.Length;

    /// <summary>One row, always the same object.</summary>
    public CataloguedCookie this[int row] => Volatile.Read(ref _rows[row]) ?? Make(row);

    /// <summary>The rows of one vendor, whose id may be written in any case.</summary>
    public IEnumerable<CataloguedCookie> this[string vendorId]
    {
        get
        {
            string id = vendorId.ToLowerInvariant();
            for (int row = FirstOf(id); row < _rows.Length && _file.Field(row, Vendor).SequenceEqual(id); row++)
            {
                yield return this[row];
            }
        }
    }

    /// <summary>An index of the names that a site can meet: third parties' rows serve the declaration alone, and each kind of storage has names of its own.</summary>
    /// <param name="storage">Empty for cookies, else as in the file.</param>
    public CookiePatternIndex IndexOfSites(string storage)
    {
        var index = new CookiePatternIndex(storage.Length == 0 ? _rows.Length : 0);
        for (int row = 0; row < _rows.Length; row++)
        {
            Add(index, row, storage);
        }

        return index;
    }

    public IEnumerator<CataloguedCookie> GetEnumerator()
    {
        for (int row = 0; row < _rows.Length; row++)
        {
            yield return this[row];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Add(CookiePatternIndex index, int row, string storage)
    {
        ReadOnlySpan<char> line = _file.Line(row);
        Span<Range> fields = stackalloc Range[Purpose + 1];
        line.Split(fields, '\t');
        if (line[fields[Host]].IsEmpty && line[fields[Storage]].SequenceEqual(storage))
        {
            index.Add(line[fields[Pattern]].ToString(), row);
        }
    }

    private int FirstOf(string vendorId)
    {
        int low = 0;
        int high = _rows.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_file.Field(middle, Vendor).SequenceCompareTo(vendorId) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private CataloguedCookie Make(int row)
    {
        CataloguedCookie made = _file.Read(row, static (file, row) => new CataloguedCookie(
            CookiePattern.Parse(file.Field(row, Pattern).ToString()),
            file.Field(row, Vendor).ToString(),
            file.Field(row, Category).ToString(),
            ReadLifetime(file.Field(row, Lifetime), file.Field(row, Storage)),
            file.TextOrNull(row, Host),
            file.TextOrNull(row, Storage),
            file.Field(row, Purpose).ToString()));
        return Interlocked.CompareExchange(ref _rows[row], made, null) ?? made;
    }

    /// <summary>What local storage and databases keep stays until somebody deletes it: such rows have no lifetime.</summary>
    private static CookieLifetime ReadLifetime(ReadOnlySpan<char> field, ReadOnlySpan<char> storage) =>
        CookieLifetime.TryParse(field, out CookieLifetime lifetime) || (field.IsEmpty && storage is "local" or "indexeddb")
            ? lifetime
            : throw new FormatException($"lifetime '{field}' is neither 'session' nor an ISO 8601 duration.");
}
