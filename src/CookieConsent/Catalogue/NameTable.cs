using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CookieConsent.Catalogue;

/// <summary>Finds the number under which a name was added, without allocating; names are case-sensitive.</summary>
/// <remarks>
/// Open addressing, at most half full, over a hash of the name's length, beginning, middle and end. A frozen
/// dictionary answers as fast, but takes much longer to make, and this one is made at every start.
/// Whoever invents names that share a hash meets the few that were added, and no more.
/// </remarks>
internal sealed class NameTable
{
    private Slot[] _slots;
    private int _count;

    /// <param name="capacity">How many names are expected.</param>
    public NameTable(int capacity) => _slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)(capacity * 2) + 2)];

    /// <summary>Adds a name, unless it is there already.</summary>
    /// <remarks>Runs thousands of times at every start: code that is compiled in a hurry would take ten times as long.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void TryAdd(string name, int number)
    {
        if ((_count + 1) * 2 > _slots.Length)
        {
            Slot[] full = _slots;
            _slots = new Slot[full.Length * 2];
            foreach (Slot slot in full)
            {
                if (slot.Name is not null)
                {
                    _slots[Free(slot.Hash)] = slot;
                }
            }
        }

        uint hash = Hash(name);
        uint index = hash & (uint)(_slots.Length - 1);
        for (; _slots[index].Name is { } other; index = (index + 1) & (uint)(_slots.Length - 1))
        {
            if (_slots[index].Hash == hash && other == name)
            {
                return;
            }
        }

        _slots[index] = new Slot(hash, number, name);
        _count++;
    }

    /// <summary>The number of the name, or -1.</summary>
    public int Find(ReadOnlySpan<char> name)
    {
        Slot[] slots = _slots;
        uint hash = Hash(name);
        for (uint index = hash & (uint)(slots.Length - 1); index < (uint)slots.Length; index = (index + 1) & (uint)(slots.Length - 1))
        {
            ref readonly Slot slot = ref slots[index];
            if (slot.Name is null)
            {
                break;
            }

            if (slot.Hash == hash && name.SequenceEqual(slot.Name))
            {
                return slot.Number;
            }
        }

        return -1;
    }

    private uint Free(uint hash)
    {
        uint index = hash & (uint)(_slots.Length - 1);
        while (_slots[index].Name is not null)
        {
            index = (index + 1) & (uint)(_slots.Length - 1);
        }

        return index;
    }

    private static uint Hash(ReadOnlySpan<char> name)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(name);
        ulong hash = (uint)name.Length;
        if (bytes.Length >= 8)
        {
            hash += BinaryPrimitives.ReadUInt64LittleEndian(bytes) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 29;
            hash += BinaryPrimitives.ReadUInt64LittleEndian(bytes[^8..]) * 0xC2B2AE3D27D4EB4F;
            hash ^= hash >> 31;
            hash += BinaryPrimitives.ReadUInt64LittleEndian(bytes[(((name.Length / 2) - 2) * 2)..]) * 0x165667B19E3779F9;
        }
        else
        {
            foreach (char character in name)
            {
                hash = (hash ^ character) * 0x9E3779B97F4A7C15;
            }
        }

        return (uint)(hash >> 32) ^ (uint)hash;
    }

    private readonly struct Slot(uint hash, int number, string name)
    {
        public readonly uint Hash = hash;
        public readonly int Number = number;
        public readonly string? Name = name;
    }
}
