using CookieConsent.Consent;

namespace CookieConsent.Decision;

/// <summary>The form field that says what a form asked about, in the decision cookie's entries.</summary>
internal static class AskedField
{
    private const int EntryLength = 4;

    /// <summary>What a form asks about: the entries of the grants that it offers, so that a grant never covers more than was shown.</summary>
    public static string Write(ulong categories, ConsentPolicy policy)
    {
        Span<char> value = stackalloc char[EntryLength * policy.Asked.Count];
        int length = 0;
        foreach (ConsentCategory category in policy.Asked.Where(category => (category.Bit & categories) != 0))
        {
            DecisionDigits.WriteNumber(policy.Entries[new ConsentEntry(category, null, ConsentAnswer.Granted)], value.Slice(length, EntryLength));
            length += EntryLength;
        }

        return value[..length].ToString();
    }

    /// <summary>What a form that offers one vendor alone asks about.</summary>
    public static string Write(ConsentVendor vendor, ConsentPolicy policy)
    {
        Span<char> value = stackalloc char[EntryLength];
        DecisionDigits.WriteNumber(policy.Entries[new ConsentEntry(null, vendor, ConsentAnswer.Granted)], value);
        return value.ToString();
    }

    /// <summary>Bits of the categories, and the single vendors, that a form asked about and that are still the same; false where it is not a list of entries.</summary>
    public static bool TryRead(ReadOnlySpan<char> value, ConsentPolicy policy, out ulong categories, out IReadOnlyList<ConsentVendor> vendors)
    {
        categories = 0;
        List<ConsentVendor> single = [];
        vendors = single;
        for (; value.Length >= EntryLength; value = value[EntryLength..])
        {
            if (!DecisionDigits.TryReadNumber(value[..EntryLength], out int hash))
            {
                return false;
            }

            if (policy.Entries.TryRead(hash, out ConsentEntry entry) && entry.Answer == ConsentAnswer.Granted)
            {
                categories |= entry.Category?.Bit ?? 0;
                if (entry.Vendor is { } vendor)
                {
                    single.Add(vendor);
                }
            }
        }

        return value.IsEmpty;
    }
}
