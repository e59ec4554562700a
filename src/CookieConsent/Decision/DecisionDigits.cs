using System.Buffers;
using System.Security.Cryptography;
using CookieConsent.Consent;

namespace CookieConsent.Decision;

/// <summary>Numbers and receipts as base64url digits, six bits each, most significant first.</summary>
internal static class DecisionDigits
{
    public const int ReceiptLength = 11;

    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly SearchValues<char> All = SearchValues.Create(Digits);

    public static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(All);

    public static ConsentReceipt NewReceipt() => ReadReceipt(RandomNumberGenerator.GetString(Digits, ReceiptLength));

    public static ConsentReceipt ReadReceipt(ReadOnlySpan<char> digits)
    {
        ulong low = 0;
        foreach (char digit in digits[1..])
        {
            low = (low << 6) | (uint)Six(digit);
        }

        // Eleven digits are 66 bits: the first one has the upper six.
        return new ConsentReceipt(low, (byte)Six(digits[0]), Exists: true);
    }

    public static void WriteReceipt(ConsentReceipt receipt, Span<char> digits)
    {
        digits[0] = Digits[receipt.High];
        ulong low = receipt.Low;
        for (int index = ReceiptLength - 1; index > 0; index--, low >>= 6)
        {
            digits[index] = Digits[(int)(low & 63)];
        }
    }

    public static void WriteNumber(int number, Span<char> digits)
    {
        for (int index = digits.Length - 1; index >= 0; index--, number >>= 6)
        {
            digits[index] = Digits[number & 63];
        }
    }

    public static bool TryReadNumber(ReadOnlySpan<char> digits, out int number)
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
