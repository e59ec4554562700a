using System.Collections.Concurrent;

namespace CookieConsent.Enforcement;

/// <summary>The inventory's rows by kind and family. Looking one up takes no lock and no memory.</summary>
internal sealed class InventoryRows
{
    private readonly ConcurrentDictionary<string, InventoryRow>[] _byKind;
    private readonly ConcurrentDictionary<string, InventoryRow>.AlternateLookup<ReadOnlySpan<char>>[] _bySpan;
    private readonly Lock _adding = new();
    private long _dropped;

    public InventoryRows()
    {
        _byKind = [.. Enum.GetValues<SeenKind>().Select(static _ => new ConcurrentDictionary<string, InventoryRow>(StringComparer.Ordinal))];
        _bySpan = [.. _byKind.Select(static rows => rows.GetAlternateLookup<ReadOnlySpan<char>>())];
    }

    /// <summary>All rows; where one name has two, because it was declared meanwhile, the one that was seen last.</summary>
    public IReadOnlyList<InventoryRow> All =>
    [
        .. _byKind.SelectMany(static rows => rows.Values)
            .OrderBy(static row => row.Kind).ThenBy(static row => row.Name, StringComparer.Ordinal)
            .ThenByDescending(static row => row.LastMinute).ThenByDescending(static row => row.Name == row.Family)
            .DistinctBy(static row => (row.Kind, row.Name)),
    ];

    public int Count => _byKind.Sum(static rows => rows.Count);

    /// <summary>How often a row found no room, or had to leave.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    public InventoryRow? Find(SeenKind kind, NameFamily family)
    {
        if (!_bySpan[(int)kind].TryGetValue(family.Text, out InventoryRow? row))
        {
            return null;
        }

        row.Meet(family.Sole);
        return row;
    }

    /// <summary>Finds the row or adds it; null where there is no room.</summary>
    public InventoryRow? Add(SeenKind kind, NameFamily family, InventoryRoom room, int minute)
    {
        if (Find(kind, family) is { } known)
        {
            return known;
        }

        if (room.IsClosed)
        {
            Interlocked.Increment(ref _dropped);
            return null;
        }

        lock (_adding)
        {
            if (Find(kind, family) is { } meanwhile)
            {
                return meanwhile;
            }

            var row = new InventoryRow(kind, family, minute);
            bool fits = room.TryPut(row, out InventoryRow? left);
            if (left is not null)
            {
                _byKind[(int)left.Kind].TryRemove(KeyValuePair.Create(left.Family, left));
            }

            if (!fits || left is not null)
            {
                Interlocked.Increment(ref _dropped);
            }

            return fits ? _byKind[(int)kind].GetOrAdd(row.Family, row) : null;
        }
    }
}
