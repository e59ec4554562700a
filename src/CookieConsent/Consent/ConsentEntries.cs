using System.Globalization;

namespace CookieConsent.Consent;

/// <summary>Every answer that a decision cookie can hold under one policy, and the 24 bits that stand for it.</summary>
/// <remarks>
/// Material is what a visitor agreed to: the category's id, the policy revision and, for a grant, the sorted ids of its
/// vendors, the longest lifetime the site itself declares and how many of its vendors are refused. Nothing from the catalogue's rows, no text, no order: an
/// update of the package asks nobody again. A refusal depends on id and revision alone.
/// </remarks>
internal sealed class ConsentEntries
{
    private readonly Dictionary<int, ConsentEntry> _meanings = [];
    private readonly Dictionary<ConsentEntry, int> _hashes = [];

    public ConsentEntries(string revision, IReadOnlyList<ConsentCategory> asked, IReadOnlyList<ConsentVendor> vendors, IReadOnlyList<DeclaredCookie> siteCookies)
    {
        // A line feed separates the fields of the material.
        revision = revision.ReplaceLineEndings(" ");
        int salt = 0;
        while (!TryFill(salt, revision, asked, vendors, siteCookies))
        {
            salt++;
        }
    }

    /// <summary>The answer that an entry stands for; false for anything that is no answer under this policy.</summary>
    public bool TryRead(int hash, out ConsentEntry entry) => _meanings.TryGetValue(hash, out entry);

    public int this[ConsentEntry entry] => _hashes[entry];

    private bool TryFill(int salt, string revision, IReadOnlyList<ConsentCategory> asked, IReadOnlyList<ConsentVendor> vendors, IReadOnlyList<DeclaredCookie> siteCookies)
    {
        _meanings.Clear();
        _hashes.Clear();
        foreach (ConsentCategory category in asked)
        {
            string ids = string.Join(' ', vendors.Where(vendor => ReferenceEquals(vendor.Category, category) && vendor.IsNamed)
                .Concat(siteCookies.Where(cookie => ReferenceEquals(cookie.Category, category) && cookie.Vendor is { IsNamed: true }).Select(cookie => cookie.Vendor!))
                .Select(vendor => vendor.Id).Distinct().Order(StringComparer.Ordinal));
            string longest = siteCookies.Where(cookie => ReferenceEquals(cookie.Category, category))
                .Aggregate(0, (months, cookie) => Math.Max(months, cookie.MaterialMonths)).ToString(CultureInfo.InvariantCulture);
            for (int exceptions = 0; exceptions <= vendors.Count(vendor => ReferenceEquals(vendor.Category, category)); exceptions++)
            {
                string count = exceptions == 0 ? "" : exceptions.ToString(CultureInfo.InvariantCulture);
                if (!TryAdd(new ConsentEntry(category, null, ConsentAnswer.Granted, exceptions), ConsentEntry.Hash(salt, "category", category.Id, revision, "granted", ids, longest, count)))
                {
                    return false;
                }
            }

            if (!TryAdd(new ConsentEntry(category, null, ConsentAnswer.Refused), ConsentEntry.Hash(salt, "category", category.Id, revision, "refused")))
            {
                return false;
            }
        }

        foreach (ConsentVendor vendor in vendors.Where(vendor => !vendor.Category.IsEssential))
        {
            if (!TryAdd(new ConsentEntry(null, vendor, ConsentAnswer.Granted), ConsentEntry.Hash(salt, "vendor", vendor.Id, revision, "granted", vendor.Category.Id))
                || !TryAdd(new ConsentEntry(null, vendor, ConsentAnswer.Refused), ConsentEntry.Hash(salt, "vendor", vendor.Id, revision, "refused")))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryAdd(ConsentEntry entry, int hash)
    {
        _hashes[entry] = hash;
        return _meanings.TryAdd(hash, entry);
    }
}
