using System.Collections.Immutable;
using CookieConsent.Consent;

namespace CookieConsent.Decision;

/// <summary>Collects the entries of a cookie; what contradicts itself is never a grant.</summary>
internal ref struct DecisionAnswers
{
    private ulong _granted;
    private ulong _refused;
    private List<(ConsentCategory Category, int Exceptions)>? _withExceptions;
    private List<(ConsentVendor Vendor, ConsentAnswer Answer)>? _vendors;

    public void Add(ConsentEntry entry)
    {
        if (entry.Vendor is { } vendor)
        {
            (_vendors ??= []).Add((vendor, entry.Answer));
        }
        else if (entry.Answer == ConsentAnswer.Refused)
        {
            _refused |= entry.Category!.Bit;
        }
        else
        {
            _granted |= entry.Category!.Bit;
            if (entry.Exceptions > 0)
            {
                (_withExceptions ??= []).Add((entry.Category, entry.Exceptions));
            }
        }
    }

    public readonly ConsentDecision ToDecision(DateTimeOffset decidedAt, ConsentReceipt receipt)
    {
        ImmutableArray<(ConsentVendor Vendor, ConsentAnswer Answer)> vendors = _vendors is null ? [] :
        [
            .. _vendors.GroupBy(static exception => exception.Vendor).Select(static same =>
                (same.Key, same.Any(static exception => exception.Answer == ConsentAnswer.Refused) ? ConsentAnswer.Refused : ConsentAnswer.Granted)),
        ];

        // Yes and no to one question is no answer: we never write it.
        ulong granted = _granted & ~_refused;
        for (int index = 0; index < _withExceptions?.Count; index++)
        {
            (ConsentCategory category, int exceptions) = _withExceptions[index];
            if (exceptions != vendors.Count(exception => exception.Answer == ConsentAnswer.Refused && ReferenceEquals(exception.Vendor.Category, category)))
            {
                granted &= ~category.Bit;
            }
        }

        return new ConsentDecision { Granted = granted, Refused = _refused & ~_granted, Vendors = vendors, DecidedAt = decidedAt, Receipt = receipt };
    }
}
