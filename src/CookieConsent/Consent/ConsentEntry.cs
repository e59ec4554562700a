using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace CookieConsent.Consent;

/// <summary>One answer as the decision cookie keeps it: 23 bits of a hash of what was asked and answered, and a parity bit.</summary>
/// <remarks>The parity bit puts any two entries at least two bits apart, so a flipped bit is never another answer.</remarks>
/// <param name="Category">The category, or null for a vendor's entry.</param>
/// <param name="Vendor">The vendor, or null for a category's entry.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Exceptions">For a granted category: how many of its vendors are refused, so that a lost exception is no grant.</param>
internal readonly record struct ConsentEntry(ConsentCategory? Category, ConsentVendor? Vendor, ConsentAnswer Answer, int Exceptions = 0)
{
    /// <summary>The 24 bits of an entry.</summary>
    /// <param name="salt">0, or the number of times that entries of this policy collided.</param>
    /// <param name="material">What, if it changes, makes the answer void; fields that cannot contain a line feed.</param>
    public static int Hash(int salt, params ReadOnlySpan<string> material)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}\n{string.Join('\n', material)}"), digest);
        uint bits = BinaryPrimitives.ReadUInt32BigEndian(digest) >> 9;
        return (int)((bits << 1) | ((uint)BitOperations.PopCount(bits) & 1));
    }
}
