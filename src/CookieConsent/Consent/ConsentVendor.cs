namespace CookieConsent.Consent;

/// <summary>A vendor that the site declares.</summary>
/// <param name="Id">The id, in lower case.</param>
/// <param name="Name">The name that visitors know.</param>
/// <param name="Category">The category that its cookies and addresses belong to.</param>
/// <param name="Origins">Hosts, with an optional path: the owner's, then the catalogue's.</param>
/// <param name="OwnOrigins">Those of them that the owner wrote, which outrank the catalogue's of any vendor.</param>
/// <param name="PolicyUrl">Its privacy policy.</param>
/// <param name="OptOutUrl">Where visitors opt out with it.</param>
/// <param name="Signal">Which kind of consent signal its scripts understand, or null.</param>
/// <param name="IsDiscontinued">The service has ended.</param>
/// <param name="IsNamed">The owner names it; false where a cookie's entry leaves the vendor to the catalogue, whose changes ask nobody again.</param>
internal sealed record ConsentVendor(
    string Id,
    string Name,
    ConsentCategory Category,
    IReadOnlyList<string> Origins,
    IReadOnlyList<string> OwnOrigins,
    string? PolicyUrl,
    string? OptOutUrl,
    string? Signal,
    bool IsDiscontinued,
    bool IsNamed)
{
    public bool Equals(ConsentVendor? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
