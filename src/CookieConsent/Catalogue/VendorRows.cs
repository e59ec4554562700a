using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace CookieConsent.Catalogue;

/// <summary>The rows of <c>vendors.tsv</c> by id, which may be written in any case; each is made when it is first asked for.</summary>
internal sealed class VendorRows : IReadOnlyDictionary<string, CataloguedVendor>
{
    private const string Columns = "id\tname\tcategory\torigins\tpolicy\topt-out\tsignal\tstatus";
    private const int Id = 0, Name = 1, Category = 2, Origins = 3, Policy = 4, OptOut = 5, Signal = 6, Status = 7;

    private readonly DataFile _file;
    private readonly NameTable _ids;
    private readonly CataloguedVendor?[] _rows;

    public VendorRows(string text)
    {
        _file = new DataFile("vendors.tsv", Columns, text);
        _rows = new CataloguedVendor?[_file.Rows];
        _ids = new NameTable(_rows.Length);
        for (int row = 0; row < _rows.Length; row++)
        {
            _ids.TryAdd(_file.Field(row, Id).ToString(), row);
        }
    }

    public int Count => _rows.Length;

    public IEnumerable<string> Keys => Values.Select(static vendor => vendor.Id);

    public IEnumerable<CataloguedVendor> Values => Enumerable.Range(0, _rows.Length).Select(At);

    public CataloguedVendor this[string key] => TryGetValue(key, out CataloguedVendor? vendor) ? vendor : throw new KeyNotFoundException($"The catalogue has no vendor '{key}'.");

    public bool ContainsKey(string key) => _ids.Find(key.ToLowerInvariant()) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out CataloguedVendor value)
    {
        int row = _ids.Find(key.ToLowerInvariant());
        value = row < 0 ? null : At(row);
        return row >= 0;
    }

    /// <summary>The vendor of one row, always the same object.</summary>
    public CataloguedVendor At(int row) => Volatile.Read(ref _rows[row]) ?? Make(row);

    /// <summary>The vendors' addresses, each with the number of its row.</summary>
    public AddressIndex Addresses()
    {
        var index = new AddressIndex(_rows.Length * 2);
        for (int row = 0; row < _rows.Length; row++)
        {
            ReadOnlySpan<char> field = _file.Field(row, Origins);
            foreach (Range origin in field.Split(' '))
            {
                if (!field[origin].IsEmpty)
                {
                    index.Add(AddressPattern.Parse(field[origin].ToString()), row);
                }
            }
        }

        return index;
    }

    public IEnumerator<KeyValuePair<string, CataloguedVendor>> GetEnumerator() => Values.Select(static vendor => KeyValuePair.Create(vendor.Id, vendor)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private CataloguedVendor Make(int row)
    {
        CataloguedVendor made = _file.Read(row, static (file, row) => new CataloguedVendor(
            file.Field(row, Id).ToString(),
            file.Field(row, Name).ToString(),
            file.Field(row, Category).ToString(),
            file.Field(row, Origins).ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries),
            file.TextOrNull(row, Policy),
            file.TextOrNull(row, OptOut),
            file.TextOrNull(row, Signal),
            file.Field(row, Status) switch
            {
                "" => false,
                "discontinued" => true,
                var other => throw new FormatException($"status '{other}' is neither empty nor 'discontinued'."),
            }));
        return Interlocked.CompareExchange(ref _rows[row], made, null) ?? made;
    }
}
