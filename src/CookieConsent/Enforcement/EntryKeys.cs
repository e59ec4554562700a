using CookieConsent.Catalogue;
using CookieConsent.Consent;

namespace CookieConsent.Enforcement;

/// <summary>Keys for new entries of the section: a configuration ignores their case, and a colon would part them.</summary>
internal sealed class EntryKeys(ConsentPolicy policy)
{
    private readonly HashSet<string> _ofCookies = new(policy.Cookies.Select(static cookie => cookie.Key).OfType<string>(), StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _ofVendors = new(policy.Vendors.Select(static vendor => vendor.Id), StringComparer.OrdinalIgnoreCase);

    /// <summary>The name itself where that can be the key and nobody else has it.</summary>
    public string Of(SeenKind kind, string name)
    {
        string key = name.Replace(':', '-');
        return Take(_ofCookies, [key, $"{key}-{kind.Tag()}"]);
    }

    /// <summary>An id for the vendor behind a host: letters, digits and single hyphens.</summary>
    public string OfHost(string host)
    {
        string id = string.Join('-', host.Split(['.', '-'], StringSplitOptions.RemoveEmptyEntries));
        return Take(_ofVendors, CookieCatalogue.Default.Vendors.ContainsKey(id) ? [$"{id}-host"] : [id]);
    }

    private static string Take(HashSet<string> taken, string[] wishes)
    {
        string? free = wishes.FirstOrDefault(taken.Add);
        for (int number = 2; free is null; number++)
        {
            string numbered = $"{wishes[^1]}-{number}";
            free = taken.Add(numbered) ? numbered : null;
        }

        return free;
    }
}
