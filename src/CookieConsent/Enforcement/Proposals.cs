using CookieConsent.Catalogue;
using CookieConsent.Configuration;
using CookieConsent.Consent;

namespace CookieConsent.Enforcement;

/// <summary>Proposes what would declare what was seen; all that one of these proposes can be pasted together.</summary>
internal sealed class Proposals(ConsentPolicy policy)
{
    private const string Choose = "choose the category that is true. Fill in what is empty; the lint reminds you of what is left.";

    private readonly EntryKeys _keys = new(policy);
    private readonly HashSet<string> _proposed = [];

    public Proposal For(InventoryRow row) => For(row.Kind, row.Name, row.Longest);

    /// <param name="kind">What it is.</param>
    /// <param name="name">The name, or its family.</param>
    /// <param name="longest">The longest lifetime that it was set with, in seconds, or null.</param>
    public Proposal For(SeenKind kind, string name, long? longest) => kind == SeenKind.Host ? ForHost(name)
        : Known(kind, name) is { } known ? ForKnown(kind, known)
        : name == CookieNames.None ? Nothing("A cookie without a name cannot be declared: give it one.")
        : !CookiePattern.TryParse(name, out CookiePattern? pattern, out string? broken) || !CookieRules.IsNarrow(pattern!, out broken)
            ? Nothing($"No entry can declare this name, because {broken}. If it is yours, give it a fixed beginning.")
        : ForUnknown(kind, name, longest);

    private static Proposal Nothing(string why) => new("Cookies", null, why);

    /// <summary>What the catalogue knows of the name; of storage also what a vendor keeps under it on hosts of its own.</summary>
    private CataloguedCookie? Known(SeenKind kind, string name) => kind == SeenKind.Cookie
        ? policy.Catalogued(name)
        : CookieCatalogue.Default.FindStored(name, kind.Tag()) ?? CookieCatalogue.Default.Cookies
            .Where(row => row.IsThirdParty && row.Storage == kind.Tag() && row.Pattern.Matches(name))
            .MaxBy(static row => row.Pattern.FixedLength);

    private Proposal ForKnown(SeenKind kind, CataloguedCookie known)
    {
        CataloguedVendor vendor = CookieCatalogue.Default.Vendors[known.VendorId];
        string about = $"The catalogue knows it as {vendor.Name}'s, category {known.CategoryId}: {known.Purpose}.";
        string name = known.Pattern.Text;
        string? lifetime = kind is SeenKind.LocalStorage or SeenKind.IndexedDb ? null : ProposedEntry.Lifetime(known.Lifetime);
        if (known.IsThirdParty)
        {
            // An empty host says that this site itself keeps it.
            return Entry(kind, name, $"{about} Usually it is kept on {known.Host} and not by this site, as it is here.",
                ("Category", vendor.CategoryId), ("Vendor", vendor.Id), ("Host", ""), ("Lifetime", lifetime), ("Purpose", known.Purpose));
        }

        if (KnownCategory.IsEssential(known.CategoryId))
        {
            return Entry(kind, name, $"{about} The reason says what stops working without it.",
                ("Category", known.CategoryId), ("Purpose", known.Purpose), ("Lifetime", lifetime), ("Reason", ""));
        }

        if (known.CategoryId == vendor.CategoryId)
        {
            return Vendor(vendor, $"{about} Declaring the vendor declares its cookies of this category, and visitors are asked.");
        }

        // The catalogue tells the rest.
        string why = policy.Vendor(vendor.Id) is null ? "Declaring the vendor alone would not ask about this category" : "The vendor is declared, and visitors are not asked about this category";
        return Entry(kind, name, $"{about} {why}: this entry asks them.", ("Category", known.CategoryId), ("Vendor", vendor.Id));
    }

    private Proposal ForUnknown(SeenKind kind, string name, long? longest)
    {
        string? lifetime = kind switch
        {
            SeenKind.Cookie => longest is { } seconds ? ProposedEntry.Lifetime(seconds) : null,
            SeenKind.SessionStorage => "session",
            _ => "P12M",
        };

        // What outlives the visit is asked for unless somebody knows better.
        bool isSession = lifetime == "session";
        return Entry(kind, name, $"Nobody knows the name: {Choose}",
            ("Category", isSession ? KnownCategory.Session : KnownCategory.Functional), ("Lifetime", lifetime), ("Purpose", ""), ("Reason", isSession ? "" : null));
    }

    /// <param name="address">A host, with the beginning of a path where a vendor owns no more of it.</param>
    private Proposal ForHost(string address)
    {
        if (CookieCatalogue.Default.FindVendor($"https://{address}") is { } known)
        {
            return Vendor(known, $"The catalogue knows it as {known.Name}'s, category {known.CategoryId}. Declaring the vendor lets visitors agree to it.");
        }

        string host = address.Split('/')[0];
        string? broken = "it is no host name";
        return Uri.CheckHostName(host) == UriHostNameType.Unknown || !AddressPattern.TryParse(host, out AddressPattern? pattern, out broken)
            ? new("Vendors", null, $"No entry can declare this host, because {broken}.")
            : new("Vendors", ProposedEntry.OfHost(_keys.OfHost(pattern!.Key), pattern.Key, KnownCategory.Functional), $"Nobody knows the host: {Choose} Visitors want to read a Name and a PolicyUrl, too.");
    }

    private Proposal Vendor(CataloguedVendor vendor, string note) => Once(vendor.Id, new("Vendors", ProposedEntry.Of(vendor.Id), note));

    private Proposal Entry(SeenKind kind, string name, string note, params IEnumerable<(string Key, string? Value)> settings)
    {
        string key = _keys.Of(kind, name);
        return Once($"{kind} {name}", new("Cookies", ProposedEntry.Of(key, [
            ("Name", key == name ? null : name),
            ("Storage", kind == SeenKind.Cookie ? null : kind.Storage().ToString()),
            .. settings]), note));
    }

    /// <summary>One entry can declare several of the names that were seen; it is pasted once.</summary>
    private Proposal Once(string what, Proposal proposal) => _proposed.Add(what) ? proposal : proposal with { Json = null, Note = $"{proposal.Note} It is proposed already." };
}
