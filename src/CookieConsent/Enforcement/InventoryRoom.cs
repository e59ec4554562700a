namespace CookieConsent.Enforcement;

/// <summary>The room for the rows of one origin. Only one thread at a time may put something in.</summary>
/// <param name="most">How many rows fit in.</param>
/// <param name="makesRoom">Where it is full, what has merely arrived makes room for what comes.</param>
internal sealed class InventoryRoom(int most, bool makesRoom = false)
{
    private readonly List<InventoryRow> _rows = [];
    private volatile bool _isClosed;

    /// <summary>Nothing will ever be put in again; any thread may ask.</summary>
    public bool IsClosed => _isClosed;

    /// <summary>Puts a row in, unless there is no room.</summary>
    /// <param name="row">The row.</param>
    /// <param name="left">The row that had to leave, or null.</param>
    public bool TryPut(InventoryRow row, out InventoryRow? left)
    {
        left = null;
        if (_rows.Count >= most)
        {
            int oldest = makesRoom ? OldestArrived() : -1;
            if (oldest < 0)
            {
                return false;
            }

            left = _rows[oldest];
            _rows.RemoveAt(oldest);
        }

        _rows.Add(row);
        _isClosed = !makesRoom && _rows.Count >= most;
        return true;
    }

    /// <summary>The row that was not seen for the longest time, among those that the app never set.</summary>
    private int OldestArrived()
    {
        int oldest = -1;
        for (int index = 0; index < _rows.Count; index++)
        {
            if (_rows[index].Traits == SeenTraits.Arrived && (oldest < 0 || _rows[index].LastMinute < _rows[oldest].LastMinute))
            {
                oldest = index;
            }
        }

        return oldest;
    }
}
