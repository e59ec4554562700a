using CookieConsent.Consent;

namespace CookieConsent.Decision;

/// <summary>The bytes of a decision.</summary>
/// <remarks>
/// <code>
/// value   = version minute *entry [receipt]
/// version = "1"
/// minute  = 5 characters: minutes since 1970-01-01 UTC; the first of the day if nothing was granted
/// entry   = 4 characters: 24 bits, see ConsentEntry
/// receipt = 11 characters: 66 random bits, only if something was granted
/// </code>
/// Characters are base64url digits, six bits each, most significant first. Whatever does not read as this is no answer.
/// </remarks>
internal static class DecisionFormat
{
    private const char Version = '1';
    private const int HeadLength = 6;
    private const int EntryLength = 4;
    private const int ReceiptLength = DecisionDigits.ReceiptLength;
    private const int MinutesPerDay = 24 * 60;

    /// <summary>Browsers keep no longer cookies.</summary>
    private const int MostCharacters = 4096;

    /// <summary>The decision that a value stands for under a policy, or <see cref="ConsentDecision.None"/>.</summary>
    public static ConsentDecision Read(ReadOnlySpan<char> value, ConsentPolicy policy, DateTimeOffset now)
    {
        int rest = value.Length - HeadLength;
        bool hasReceipt = rest % EntryLength == ReceiptLength % EntryLength;
        int entriesLength = hasReceipt ? rest - ReceiptLength : rest;
        if (value.Length > MostCharacters || entriesLength < EntryLength || entriesLength % EntryLength != 0
            || value[0] != Version
            || !DecisionDigits.TryReadNumber(value[1..HeadLength], out int minute)
            || (hasReceipt && !DecisionDigits.AreDigits(value[^ReceiptLength..])))
        {
            return ConsentDecision.None;
        }

        var answers = new DecisionAnswers();
        bool allRead = true;
        for (int start = HeadLength; start < HeadLength + entriesLength; start += EntryLength)
        {
            if (!DecisionDigits.TryReadNumber(value.Slice(start, EntryLength), out int hash))
            {
                return ConsentDecision.None;
            }

            if (policy.Entries.TryRead(hash, out ConsentEntry entry))
            {
                answers.Add(entry);
            }
            else
            {
                allRead = false;
            }
        }

        ConsentDecision decision = answers.ToDecision(
            DateTimeOffset.UnixEpoch.AddMinutes(minute),
            hasReceipt ? DecisionDigits.ReadReceipt(value[^ReceiptLength..]) : ConsentReceipt.None);

        // A grant without a receipt was never written by us. A receipt without a grant is the trace of a grant that no
        // longer holds, unless every entry still does.
        bool consistent = hasReceipt ? decision.GrantsAnything || !allRead : !decision.GrantsAnything;

        // Clocks of two web nodes may differ a little.
        bool past = decision.DecidedAt <= now.AddMinutes(1);
        return consistent && past && !decision.IsEmpty && policy.Holds(decision, now) ? decision : ConsentDecision.None;
    }

    /// <summary>The value that reads back as the decision.</summary>
    public static string Write(ConsentDecision decision, ConsentPolicy policy)
    {
        Span<char> value = stackalloc char[HeadLength + (EntryLength * (policy.Asked.Count + decision.Vendors.Length)) + ReceiptLength];
        value[0] = Version;
        DecisionDigits.WriteNumber((int)(decision.DecidedAt - DateTimeOffset.UnixEpoch).TotalMinutes, value[1..HeadLength]);
        int length = HeadLength;
        foreach (ConsentCategory category in policy.Asked)
        {
            if (decision.AnswerTo(category) is not ConsentAnswer.Undecided and var answer)
            {
                int exceptions = answer == ConsentAnswer.Granted
                    ? decision.Vendors.Count(exception => exception.Answer == ConsentAnswer.Refused && ReferenceEquals(exception.Vendor.Category, category))
                    : 0;
                length = WriteEntry(policy.Entries[new ConsentEntry(category, null, answer, exceptions)], value, length);
            }
        }

        foreach ((ConsentVendor vendor, ConsentAnswer answer) in decision.Vendors)
        {
            length = WriteEntry(policy.Entries[new ConsentEntry(null, vendor, answer)], value, length);
        }

        if (decision.Receipt.Exists)
        {
            DecisionDigits.WriteReceipt(decision.Receipt, value.Slice(length, ReceiptLength));
            length += ReceiptLength;
        }

        return value[..length].ToString();
    }

    /// <summary>The decision as it will be read back: a refusal carries its day and no receipt, so that two of one day are alike.</summary>
    public static ConsentDecision Stamp(ConsentDecision decision, DateTimeOffset at)
    {
        long minute = (long)(at - DateTimeOffset.UnixEpoch).TotalMinutes;
        return decision with
        {
            DecidedAt = DateTimeOffset.UnixEpoch.AddMinutes(decision.GrantsAnything ? minute : minute - (minute % MinutesPerDay)),
            Receipt = decision.GrantsAnything ? DecisionDigits.NewReceipt() : ConsentReceipt.None,
        };
    }

    /// <summary>The receipt as visitors see it.</summary>
    public static string? Text(ConsentReceipt receipt) =>
        receipt.Exists ? string.Create(ReceiptLength, receipt, static (digits, receipt) => DecisionDigits.WriteReceipt(receipt, digits)) : null;

    private static int WriteEntry(int hash, Span<char> value, int start)
    {
        DecisionDigits.WriteNumber(hash, value.Slice(start, EntryLength));
        return start + EntryLength;
    }
}
