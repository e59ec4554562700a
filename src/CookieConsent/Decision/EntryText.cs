using CookieConsent.Consent;

namespace CookieConsent.Decision;

/// <summary>The decision cookie's entries as the browser script needs them to read the cookie itself.</summary>
internal static class EntryText
{
    private const int EntryLength = 4;

    /// <summary>The entries of an asked category: its refusal, then its grant with no vendor refused, with one, with two and so on.</summary>
    public static string Of(ConsentCategory category, ConsentPolicy policy)
    {
        int vendors = policy.Vendors.Count(vendor => ReferenceEquals(vendor.Category, category));
        return Write(policy,
        [
            new ConsentEntry(category, null, ConsentAnswer.Refused),
            .. Enumerable.Range(0, vendors + 1).Select(exceptions => new ConsentEntry(category, null, ConsentAnswer.Granted, exceptions)),
        ]);
    }

    /// <summary>The entries of an asked vendor: its refusal, then its grant.</summary>
    public static string Of(ConsentVendor vendor, ConsentPolicy policy) => Write(policy,
    [
        new ConsentEntry(null, vendor, ConsentAnswer.Refused),
        new ConsentEntry(null, vendor, ConsentAnswer.Granted),
    ]);

    private static string Write(ConsentPolicy policy, ConsentEntry[] entries)
    {
        Span<char> text = new char[EntryLength * entries.Length];
        for (int index = 0; index < entries.Length; index++)
        {
            DecisionDigits.WriteNumber(policy.Entries[entries[index]], text.Slice(EntryLength * index, EntryLength));
        }

        return text.ToString();
    }
}
