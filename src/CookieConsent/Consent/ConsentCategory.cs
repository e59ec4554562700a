namespace CookieConsent.Consent;

/// <summary>A category that the site uses.</summary>
/// <param name="Id">The id, in lower case.</param>
/// <param name="Title">The owner's title, or null for the one of the language file.</param>
/// <param name="Description">The owner's description, or null for the one of the language file.</param>
/// <param name="IsEssential">True where visitors are not asked.</param>
/// <param name="Bit">One bit of its own for an asked category, 0 for an essential one.</param>
/// <param name="EssentialOn">Paths on which it counts as granted, without trailing slashes.</param>
internal sealed record ConsentCategory(
    string Id,
    string? Title,
    string? Description,
    bool IsEssential,
    ulong Bit,
    IReadOnlyList<string> EssentialOn)
{
    public bool Equals(ConsentCategory? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
