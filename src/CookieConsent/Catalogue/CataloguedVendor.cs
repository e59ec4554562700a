namespace CookieConsent.Catalogue;

/// <summary>One row of <c>vendors.tsv</c>.</summary>
internal sealed record CataloguedVendor(
    string Id,
    string Name,
    string CategoryId,
    IReadOnlyList<string> Origins,
    string? PolicyUrl,
    string? OptOutUrl,
    string? Signal,
    bool IsDiscontinued);
