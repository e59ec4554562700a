using System.Collections.Concurrent;

namespace CookieConsent.Catalogue;

/// <summary>What is known about vendors, their addresses and their cookies, read from the data files beside this class on first need.</summary>
internal sealed class CookieCatalogue
{
    private static readonly Lazy<CookieCatalogue> Embedded = new(static () => new CookieCatalogue(DataFile.ReadEmbedded("vendors.tsv"), DataFile.ReadEmbedded("cookies.tsv")));

    private readonly CookiePatternIndex _ofSites;
    private readonly ConcurrentDictionary<string, CookiePatternIndex> _stored = new();
    private readonly Lazy<AddressIndex> _addresses;

    /// <param name="vendors">The text of <c>vendors.tsv</c>.</param>
    /// <param name="cookies">The text of <c>cookies.tsv</c>.</param>
    public CookieCatalogue(string vendors, string cookies)
    {
        Vendors = new VendorRows(vendors);
        Cookies = new CookieRows(cookies);
        _ofSites = Cookies.IndexOfSites("");
        _addresses = new(Vendors.Addresses);
    }

    public static CookieCatalogue Default => Embedded.Value;

    /// <summary>The vendors by id.</summary>
    public VendorRows Vendors { get; }

    /// <summary>Every row, one after the other or by the id of its vendor.</summary>
    public CookieRows Cookies { get; }

    /// <summary>The row that a cookie of this site belongs to, or null where nobody knows the name.</summary>
    public CataloguedCookie? Find(ReadOnlySpan<char> name) => _ofSites.Find(name) is >= 0 and var row ? Cookies[row] : null;

    /// <summary>The row that an entry of this site's storage belongs to, or null where nobody knows the name.</summary>
    /// <param name="name">The entry's key.</param>
    /// <param name="storage"><c>local</c>, <c>session</c> or <c>indexeddb</c>.</param>
    public CataloguedCookie? FindStored(string name, string storage) =>
        _stored.GetOrAdd(storage, Cookies.IndexOfSites).Find(name) is >= 0 and var row ? Cookies[row] : null;

    /// <summary>What a vendor keeps under a name as a third party: the rows of the most specific pattern, one a host.</summary>
    public IReadOnlyList<CataloguedCookie> FindThirdParty(string vendorId, string name, string? storage)
    {
        CataloguedCookie[] rows = [.. Cookies[vendorId].Where(row => row.IsThirdParty && row.Storage == storage && (row.Pattern.Text == name || row.Pattern.Matches(name)))];
        CookiePattern? closest = rows.MaxBy(row => (row.Pattern.IsExact, row.Pattern.FixedLength))?.Pattern;
        return [.. rows.Where(row => row.Pattern.Text == closest?.Text)];
    }

    /// <summary>The number of the row that has a cookie's name as it is, or -1.</summary>
    public int FindExact(ReadOnlySpan<char> name) => _ofSites.FindExact(name);

    /// <summary>The vendor that the content at an absolute address comes from, or null where nobody is known.</summary>
    public CataloguedVendor? FindVendor(ReadOnlySpan<char> url) => _addresses.Value.Find(url) is >= 0 and var row ? Vendors.At(row) : null;
}
