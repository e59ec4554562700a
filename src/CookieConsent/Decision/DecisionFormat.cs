using System.Buffers;
using System.Security.Cryptography;
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
    private const int ReceiptLength = 11;
    private const int MinutesPerDay = 24 * 60;

    /// <summary>Browsers keep no longer cookies.</summary>
    private const int MostCharacters = 4096;

    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly SearchValues<char> Base64UrlDigits = SearchValues.Create(Digits);

    /// <summary>The decision that a value stands for under a policy, or <see cref="ConsentDecision.None"/>.</summary>
    public static ConsentDecision Read(ReadOnlySpan<char> value, ConsentPolicy policy, DateTimeOffset now)
    {
        int rest = value.Length - HeadLength;
        bool hasReceipt = rest % EntryLength == ReceiptLength % EntryLength;
        int entriesLength = hasReceipt ? rest - ReceiptLength : rest;
        if (value.Length > MostCharacters || entriesLength < EntryLength || entriesLength % EntryLength != 0
            || value[0] != Version
            || !TryReadNumber(value[1..HeadLength], out int minute)
            || (hasReceipt && value[^ReceiptLength..].ContainsAnyExcept(Base64UrlDigits)))
        {
            return ConsentDecision.None;
        }

        var answers = new DecisionAnswers();
        bool allRead = true;
        for (int start = HeadLength; start < HeadLength + entriesLength; start += EntryLength)
        {
            if (!TryReadNumber(value.Slice(start, EntryLength), out int hash))
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
            hasReceipt ? ReadReceipt(value[^ReceiptLength..]) : ConsentReceipt.None);

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
        WriteNumber((int)(decision.DecidedAt - DateTimeOffset.UnixEpoch).TotalMinutes, value[1..HeadLength]);
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
            WriteReceipt(decision.Receipt, value.Slice(length, ReceiptLength));
            length += ReceiptLength;
        }

        return value[..length].ToString();
    }

    /// <summary>What a form asks about: the entries of the grants that it offers, so that a grant never covers more than was shown.</summary>
    public static string WriteAsked(ulong categories, ConsentPolicy policy)
    {
        Span<char> value = stackalloc char[EntryLength * policy.Asked.Count];
        int length = 0;
        foreach (ConsentCategory category in policy.Asked.Where(category => (category.Bit & categories) != 0))
        {
            length = WriteEntry(policy.Entries[new ConsentEntry(category, null, ConsentAnswer.Granted)], value, length);
        }

        return value[..length].ToString();
    }

    /// <summary>Bits of the categories that a form asked about and that are still the same; false where it is not a list of entries.</summary>
    public static bool TryReadAsked(ReadOnlySpan<char> value, ConsentPolicy policy, out ulong categories)
    {
        categories = 0;
        for (; value.Length >= EntryLength; value = value[EntryLength..])
        {
            if (!TryReadNumber(value[..EntryLength], out int hash))
            {
                return false;
            }

            if (policy.Entries.TryRead(hash, out ConsentEntry entry) && entry is { Answer: ConsentAnswer.Granted, Category: { } category })
            {
                categories |= category.Bit;
            }
        }

        return value.IsEmpty;
    }

    /// <summary>The decision as it will be read back: a refusal carries its day and no receipt, so that two of one day are alike.</summary>
    public static ConsentDecision Stamp(ConsentDecision decision, DateTimeOffset at)
    {
        long minute = (long)(at - DateTimeOffset.UnixEpoch).TotalMinutes;
        return decision with
        {
            DecidedAt = DateTimeOffset.UnixEpoch.AddMinutes(decision.GrantsAnything ? minute : minute - (minute % MinutesPerDay)),
            Receipt = decision.GrantsAnything ? ReadReceipt(RandomNumberGenerator.GetString(Digits, ReceiptLength)) : ConsentReceipt.None,
        };
    }

    /// <summary>The receipt as visitors see it.</summary>
    public static string? Text(ConsentReceipt receipt) =>
        receipt.Exists ? string.Create(ReceiptLength, receipt, static (digits, receipt) => WriteReceipt(receipt, digits)) : null;

    private static ConsentReceipt ReadReceipt(ReadOnlySpan<char> digits)
    {
        ulong low = 0;
        foreach (char digit in digits[1..])
        {
            low = (low << 6) | (uint)Six(digit);
        }

        // Eleven digits are 66 bits: the first one has the upper six.
        return new ConsentReceipt(low, (byte)Six(digits[0]), Exists: true);
    }

    private static void WriteReceipt(ConsentReceipt receipt, Span<char> digits)
    {
        digits[0] = Digits[receipt.High];
        ulong low = receipt.Low;
        for (int index = ReceiptLength - 1; index > 0; index--, low >>= 6)
        {
            digits[index] = Digits[(int)(low & 63)];
        }
    }

    private static int WriteEntry(int hash, Span<char> value, int start)
    {
        WriteNumber(hash, value.Slice(start, EntryLength));
        return start + EntryLength;
    }

    private static void WriteNumber(int number, Span<char> digits)
    {
        for (int index = digits.Length - 1; index >= 0; index--, number >>= 6)
        {
            digits[index] = Digits[number & 63];
        }
    }

    private static bool TryReadNumber(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        foreach (char digit in digits)
        {
            int six = Six(digit);
            number = (number << 6) | six;
            if (six < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static int Six(char digit) => digit switch
    {
        >= 'A' and <= 'Z' => digit - 'A',
        >= 'a' and <= 'z' => digit - 'a' + 26,
        >= '0' and <= '9' => digit - '0' + 52,
        '-' => 62,
        '_' => 63,
        _ => -1,
    };
}
