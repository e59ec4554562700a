using CookieConsent.Catalogue;
using CookieConsent.Configuration;
using CookieConsent.Consent;
using CookieConsent.Enforcement;

namespace CookieConsent.Presentation;

/// <summary>What the audit page shows: all that was seen, beside all that is declared.</summary>
internal sealed record AuditModel(ConsentPolicy Policy, LintReport Lint, CookieInventory Inventory)
{
    public IReadOnlyList<InventoryRow> Rows { get; } = Inventory.Rows;

    /// <summary>Undeclared, what the app sets before what merely arrives.</summary>
    public IReadOnlyList<InventoryRow> Undeclared => [.. Rows.Where(row => !CookieInventory.IsDeclared(row, Policy)).OrderBy(row => !row.Has(SeenTraits.Set | SeenTraits.Reported))];

    /// <summary>What would declare each of them; all of it can be pasted.</summary>
    public IEnumerable<(InventoryRow Row, Proposal Proposal)> Proposed
    {
        get
        {
            var proposals = new Proposals(Policy);
            return Undeclared.Select(row => (row, proposals.For(row)));
        }
    }

    public IReadOnlyList<InventoryRow> TooLong => [.. Rows.Where(row => ObservedLint.Outlives(row, Cookie(row)))];

    public IReadOnlyList<DeclaredCookie> Unseen => [.. ObservedLint.Unseen(Rows, Policy)];

    public DeclaredCookie? Cookie(InventoryRow row) => row.Kind == SeenKind.Cookie ? Policy.Classify(row.Name).Cookie : null;

    /// <summary>Where a name stands, in words.</summary>
    public string Standing(InventoryRow row) => row.Kind != SeenKind.Cookie
        ? CookieInventory.IsDeclared(row, Policy) ? "declared" : "undeclared"
        : Policy.Classify(row.Name) switch
        {
            { Cookie: { Vendor: { } vendor } cookie } => $"{cookie.Category.Id}, {vendor.Name}",
            { Cookie: { } cookie } => cookie.Category.Id,
            { IsUndeclared: true } => "undeclared",
            var standing => $"undeclared; the catalogue knows it as {Policy.Catalogued(row.Name) switch
            {
                { } known => $"{Name(known)}, {known.CategoryId}{(standing.IsEssential ? ", and lets it pass" : "")}",
                null => "somebody's",
            }}",
        };

    /// <summary>What became of a name, in words.</summary>
    public static string Fate(InventoryRow row) => string.Join(", ", ((string?[])
    [
        row.Has(SeenTraits.Passed) ? "set by the app" : null,
        row.Has(SeenTraits.Withheld) ? "withheld" : null,
        row.Has(SeenTraits.Arrived) ? row.Has(SeenTraits.Set) ? "sent by browsers" : "only sent by browsers" : null,
        row.Has(SeenTraits.Reported) ? row.Kind == SeenKind.Host ? "stopped at a gate" : "met by the script" : null,
        row.Has(SeenTraits.Set) ? row.Has(SeenTraits.HttpOnly) ? "HttpOnly" : "readable by scripts" : null,
        row.Has(SeenTraits.Set) ? row.Has(SeenTraits.Secure) ? "Secure" : "not Secure" : null,
    ]).OfType<string>());

    public static string Kind(InventoryRow row) => row.Kind switch
    {
        SeenKind.LocalStorage => "local storage",
        SeenKind.SessionStorage => "session storage",
        SeenKind.IndexedDb => "browser database",
        SeenKind.Host => "host",
        _ => "cookie",
    };

    private static string Name(CataloguedCookie known) => CookieCatalogue.Default.Vendors.GetValueOrDefault(known.VendorId)?.Name ?? known.VendorId;
}
