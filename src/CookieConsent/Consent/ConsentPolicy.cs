using System.Buffers;
using CookieConsent.Catalogue;

namespace CookieConsent.Consent;

/// <summary>The immutable, compiled form of the options: all that the request path, the banner and the declaration see.</summary>
internal sealed class ConsentPolicy
{
    private readonly CookiePatternTable<CookieStanding> _own;
    private readonly AddressTable<ConsentVendor> _ownAddresses;
    private readonly Dictionary<string, ConsentVendor> _vendors;

    /// <summary>The names that the site or the framework wrote out, judged beforehand.</summary>
    private readonly NameTable _known;
    private readonly CookieStanding[] _knownStandings;

    /// <summary>The names that the catalogue wrote out, each judged when it is first asked for.</summary>
    private readonly CookieStanding?[] _catalogued;
    private readonly CookieStanding _decisionCookie;
    private readonly Dictionary<string, CookieStanding> _framework;
    private readonly Dictionary<CataloguedCookie, CookieStanding> _ofVendors;
    private readonly CookieCatalogue _catalogue;
    private readonly ConsentCategory[] _withEssentialPaths;
    private readonly Lazy<ConsentEntries> _entries;

    internal ConsentPolicy(ConsentPolicyParts parts, CookieCatalogue catalogue)
    {
        _catalogue = catalogue;
        _own = new CookiePatternTable<CookieStanding>(parts.Own, static standing => standing.Cookie!.Pattern);
        _ownAddresses = new AddressTable<ConsentVendor>(parts.Vendors, static vendor => vendor.OwnOrigins);
        _vendors = parts.Vendors.ToDictionary(vendor => vendor.Id, StringComparer.OrdinalIgnoreCase);
        _catalogued = new CookieStanding?[catalogue.Cookies.Count];
        _framework = parts.Framework.ToDictionary(standing => standing.Cookie!.Pattern.Text);
        _decisionCookie = _framework[parts.Settings.CookieName];
        _ofVendors = parts.OfVendors;
        _withEssentialPaths = [.. parts.Categories.Where(category => category.EssentialOn.Count > 0 && category.Bit != 0)];
        Settings = parts.Settings;
        Categories = parts.Categories;
        Asked = [.. parts.Categories.Where(category => !category.IsEssential)];
        foreach (ConsentCategory category in Asked)
        {
            AskedBits |= category.Bit;
        }

        Vendors = parts.Vendors;
        Cookies = parts.Cookies;
        _entries = parts.Entries;
        string[] known = [.. parts.Own.Concat(parts.Framework).Select(standing => standing.Cookie!.Pattern.Text)];
        _known = new NameTable(known.Length);
        _knownStandings = new CookieStanding[known.Length];
        for (int number = 0; number < known.Length; number++)
        {
            _knownStandings[number] = Judge(known[number]);
            _known.TryAdd(known[number], number);
        }

        CookiePaths = [.. parts.Own.Select(standing => standing.Cookie!.Path).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Another one for every policy, for caches of what was made under it.</summary>
    public string Stamp { get; } = Guid.NewGuid().ToString("N");

    public ConsentPolicySettings Settings { get; }

    /// <summary>The prefix of our own routes with the slash behind it, for a quick look at every path.</summary>
    public SearchValues<string> RoutePrefix => field ??= SearchValues.Create([Settings.RoutePrefix + "/"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Some category is essential on some path.</summary>
    public bool HasEssentialPaths => _withEssentialPaths.Length > 0;

    /// <summary>The used categories, essential ones first.</summary>
    public IReadOnlyList<ConsentCategory> Categories { get; }

    /// <summary>The categories that visitors are asked about.</summary>
    public IReadOnlyList<ConsentCategory> Asked { get; }

    public ulong AskedBits { get; }

    /// <summary>The declared vendors by name.</summary>
    public IReadOnlyList<ConsentVendor> Vendors { get; }

    /// <summary>All that the declaration lists.</summary>
    public IReadOnlyList<DeclaredCookie> Cookies { get; }

    /// <summary>The answers that a decision can hold; nobody has given one before the first page.</summary>
    public ConsentEntries Entries => _entries.Value;

    /// <summary>What tells today's declaration from any other.</summary>
    public string DeclarationHash => field ??= Consent.DeclarationHash.Of(this);

    /// <summary>When the declaration last changed; null where the owner has not dated what it says today.</summary>
    public DateOnly? DeclarationChanged => Settings.DeclaredHash == DeclarationHash ? Settings.DeclaredOn : null;

    /// <summary>The declared paths other than <c>/</c>.</summary>
    public IReadOnlyList<string> CookiePaths { get; }

    /// <summary>Where a cookie name stands: the site's declaration before the framework's names before the catalogue.</summary>
    public CookieStanding Classify(ReadOnlySpan<char> name)
    {
        int number = _known.Find(name);
        if (number >= 0)
        {
            return _knownStandings[number];
        }

        number = _catalogue.FindExact(name);
        return number < 0 ? Judge(name) : _catalogued[number] ??= Judge(name);
    }

    /// <summary>Whose an absolute address is: the owner's origins before the catalogue's.</summary>
    public AddressOwner VendorOf(ReadOnlySpan<char> url)
    {
        if (_ownAddresses.Find(url) is { } own)
        {
            return new AddressOwner(own, null);
        }

        CataloguedVendor? catalogued = _catalogue.FindVendor(url);
        return catalogued is null ? default
            : _vendors.TryGetValue(catalogued.Id, out ConsentVendor? declared) ? new AddressOwner(declared, null)
            : new AddressOwner(null, catalogued);
    }

    private CookieStanding Judge(ReadOnlySpan<char> name)
    {
        // No pattern of the owner's may claim the cookie without which the question never ends.
        if (name.SequenceEqual(Settings.CookieName))
        {
            return _decisionCookie;
        }

        if (_own.Find(name) is { } own)
        {
            return own;
        }

        Dictionary<string, CookieStanding>.AlternateLookup<ReadOnlySpan<char>> framework = _framework.GetAlternateLookup<ReadOnlySpan<char>>();
        if (framework.TryGetValue(name, out CookieStanding? standing)
            || (TryTrimChunk(name, out ReadOnlySpan<char> whole) && framework.TryGetValue(whole, out standing)))
        {
            return standing;
        }

        return _catalogue.Find(name) switch
        {
            null => CookieStanding.Undeclared,
            var row when _ofVendors.TryGetValue(row, out standing) => standing,
            var row when KnownCategory.IsEssential(row.CategoryId) => CookieStanding.CataloguedEssential,
            _ => CookieStanding.Ungrantable,
        };
    }

    /// <summary>What the catalogue knows about a name, for messages.</summary>
    public CataloguedCookie? Catalogued(ReadOnlySpan<char> name) => _catalogue.Find(name);

    public ConsentCategory? Category(string id) => Categories.FirstOrDefault(category => category.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    public ConsentVendor? Vendor(string id) => Vendors.FirstOrDefault(vendor => vendor.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Bits of the categories that count as granted on a path, which is given without the path base.</summary>
    public ulong EssentialOn(string path)
    {
        ulong bits = 0;
        foreach (ConsentCategory category in _withEssentialPaths)
        {
            foreach (string prefix in category.EssentialOn)
            {
                if (path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && (path.Length == prefix.Length || path[prefix.Length] == '/'))
                {
                    bits |= category.Bit;
                }
            }
        }

        return bits;
    }

    /// <summary>The decision still holds.</summary>
    /// <remarks>No month is shorter than 28 days, so most decisions need no calendar.</remarks>
    public bool Holds(ConsentDecision decision, DateTimeOffset now) =>
        now - decision.DecidedAt < TimeSpan.FromDays(28 * Settings.ValidForMonths) || now < Expiry(decision);

    /// <summary>From when on a decision no longer holds: after so many calendar months, and never later than 365 days.</summary>
    /// <remarks>A refusal carries its day alone and holds to that day's end, so that nobody is asked again before the months are over.</remarks>
    public DateTimeOffset Expiry(ConsentDecision decision)
    {
        DateTimeOffset cap = decision.DecidedAt.AddDays(365);
        DateTimeOffset end = decision.DecidedAt.AddMonths(Settings.ValidForMonths).AddDays(decision.Receipt.Exists ? 0 : 1);
        return end < cap ? end : cap;
    }

    /// <summary>Splits <c>nameC12</c>, a chunk of a large cookie, into its name.</summary>
    private static bool TryTrimChunk(ReadOnlySpan<char> name, out ReadOnlySpan<char> whole)
    {
        ReadOnlySpan<char> head = name.TrimEnd("0123456789");
        whole = head.Length > 1 && head.Length < name.Length && head[^1] == 'C' ? head[..^1] : default;
        return !whole.IsEmpty;
    }
}
