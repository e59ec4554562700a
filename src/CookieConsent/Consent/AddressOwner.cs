using CookieConsent.Catalogue;

namespace CookieConsent.Consent;

/// <summary>Whom an address belongs to.</summary>
/// <param name="Declared">The vendor, where the site declares it.</param>
/// <param name="Catalogued">The vendor, where only the catalogue knows it: nobody was asked about it.</param>
internal readonly record struct AddressOwner(ConsentVendor? Declared, CataloguedVendor? Catalogued)
{
    /// <summary>The site's own address, or one that nobody knows.</summary>
    public bool IsNobody => Declared is null && Catalogued is null;
}
