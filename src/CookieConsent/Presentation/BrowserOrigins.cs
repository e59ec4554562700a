using System.Text.Json;
using CookieConsent.Catalogue;
using CookieConsent.Consent;

namespace CookieConsent.Presentation;

/// <summary>The vendors' addresses as the script compares them, in the order in which they win.</summary>
internal static class BrowserOrigins
{
    /// <summary>Adds each as its expression, its vendor's place and, where the host alone does not say whose it is, its path.</summary>
    public static void Write(Utf8JsonWriter json, ConsentVendor[] vendors)
    {
        json.WriteStartArray("origins");
        foreach ((string origin, AddressPattern pattern, int vendor) in InOrder(vendors))
        {
            json.WriteStartArray();
            json.WriteStringValue(pattern.Expression);
            json.WriteNumberValue(vendor);
            if (pattern.PathLength > 0)
            {
                json.WriteStringValue(origin[origin.IndexOf('/', StringComparison.Ordinal)..]);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>The owner's first, then a host before a wildcard, the longer host and the longer path, as <see cref="AddressIndex"/> has it.</summary>
    private static IEnumerable<(string Origin, AddressPattern Pattern, int Vendor)> InOrder(ConsentVendor[] vendors) =>
        from vendor in vendors.Index()
        from origin in vendor.Item.Origins.Distinct(StringComparer.Ordinal)
        let pattern = AddressPattern.Parse(origin)
        orderby !vendor.Item.OwnOrigins.Contains(origin), pattern.Key[0] == '.', pattern.Key.Length descending, pattern.PathLength descending
        select (origin, pattern, vendor.Index);
}
