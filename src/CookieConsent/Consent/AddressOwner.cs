using CookieConsent.Catalogue;

namespace CookieConsent.Consent;

/// <summary>Whom an address belongs to.</summary>
/// <param name="Declared">The vendor, where the site declares it.</param>
/// <param name="Catalogued">The vendor, where only the catalogue knows it.</param>
internal readonly record struct AddressOwner(ConsentVendor? Declared, CataloguedVendor? Catalogued);

internal static class AddressOwners
{
    public static AddressOwner VendorOf(this ConsentPolicy policy, string address)
    {
        if (!Uri.TryCreate(address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address, UriKind.Absolute, out Uri? uri))
        {
            return default;
        }

        string target = uri.Host + uri.PathAndQuery;
        bool Matches(string origin) => origin.StartsWith("*.", StringComparison.Ordinal) ? uri.Host.EndsWith(origin[1..], StringComparison.Ordinal) : target.StartsWith(origin, StringComparison.Ordinal);
        ConsentVendor? declared = policy.Vendors.FirstOrDefault(vendor => vendor.Origins.Any(Matches));
        return new AddressOwner(declared, declared is null ? CookieCatalogue.Default.Vendors.Values.FirstOrDefault(vendor => vendor.Origins.Any(Matches)) : null);
    }
}
