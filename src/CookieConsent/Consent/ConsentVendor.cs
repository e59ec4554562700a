namespace CookieConsent.Consent;

/// <summary>A vendor that the site declares.</summary>
internal sealed record ConsentVendor(
    string Id,
    string Name,
    ConsentCategory Category,
    IReadOnlyList<string> Origins,
    string? PolicyUrl,
    string? OptOutUrl,
    bool IsDiscontinued)
{
    public bool Equals(ConsentVendor? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
