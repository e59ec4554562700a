using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CookieConsent.Configuration;
using CookieConsent.Consent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace CookieConsent.Enforcement;

/// <summary>Every cookie name that real browsers send and that the app sets: names and dates, never values, and no visitor.</summary>
/// <remarks>
/// What is declared has a row each. For all else there is room by where it comes from, so that names that somebody
/// invents push out nothing that the app itself sets. What is known already costs a look-up and nothing more.
/// </remarks>
internal sealed class CookieInventory
{
    /// <summary>Undeclared names that the app sets; the visitor can choose some apps' names.</summary>
    public const int MostSet = 200;

    /// <summary>Undeclared names that browsers send; anybody can invent them.</summary>
    public const int MostArrived = 200;

    /// <summary>What browsers' scripts tell of.</summary>
    public const int MostReported = 100;

    /// <summary>Outside Development, one page view among so many is looked at.</summary>
    private const int ProductionInterval = 32;

    /// <summary>A browser keeps up to 180 cookies a site.</summary>
    private const int MostNamesPerRequest = 200;

    private readonly ConcurrentDictionary<string, InventoryRow>[] _rows = [.. Enum.GetValues<SeenKind>().Select(static _ => new ConcurrentDictionary<string, InventoryRow>(StringComparer.Ordinal))];
    private readonly ConcurrentDictionary<string, InventoryRow> _cookies;
    private readonly ConcurrentDictionary<string, InventoryRow>.AlternateLookup<ReadOnlySpan<char>> _cookiesBySpan;
    private readonly TimeProvider _time;
    private readonly WithheldReport _report;
    private readonly int _interval;
    private int _set;
    private int _arrived;
    private int _reported;
    private long _dropped;

    public CookieInventory(TimeProvider time, IMeterFactory meters, WithheldReport report, ConsentPolicySource source, IHostEnvironment? environment = null)
    {
        _time = time;
        _report = report;
        _interval = environment?.IsDevelopment() == true ? 1 : ProductionInterval;
        _cookies = _rows[(int)SeenKind.Cookie];
        _cookiesBySpan = _cookies.GetAlternateLookup<ReadOnlySpan<char>>();
        Since = time.GetUtcNow();
        Meter meter = meters.Create(WithheldReport.MeterName);
        meter.CreateObservableGauge("cookieconsent.inventory.size", () => _rows.Sum(static rows => rows.Count), "{name}", "Names in the inventory of what was seen.");
        meter.CreateObservableGauge("cookieconsent.inventory.undeclared", () => Rows.Count(row => row.Has(SeenTraits.Set) && !IsDeclared(row, source.Current)), "{name}", "Names that the app sets and nobody declared.");
    }

    /// <summary>When looking began.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>How often a name found no room.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Only a sample of the requests is looked at.</summary>
    public bool IsSample => _interval > 1;

    /// <summary>All that was seen.</summary>
    public IReadOnlyList<InventoryRow> Rows => [.. _rows.SelectMany(static rows => rows.Values).OrderBy(static row => row.Kind).ThenBy(static row => row.Name, StringComparer.Ordinal)];

    /// <summary>The declaration speaks for what was seen, now.</summary>
    public static bool IsDeclared(InventoryRow row, ConsentPolicy policy) => row.Kind switch
    {
        SeenKind.Cookie => policy.Classify(row.Name).Cookie is not null,
        SeenKind.Host => policy.Vendors.Any(vendor => vendor.Origins.Any(origin => Covers(origin, row.Name))),
        var kind => Declared(kind, row.Name, policy) is not null,
    };

    /// <summary>A response sets a cookie.</summary>
    public void NoteSet(ReadOnlySpan<char> name, CookieStanding standing, ReadOnlySpan<char> line, bool isWithheld, HttpContext context, ConsentPolicy policy)
    {
        SeenTraits became = isWithheld ? SeenTraits.Withheld : SeenTraits.Passed;
        if (IsNews(name, standing, became, policy) && SetCookieLine.Lifetime(line, _time.GetUtcNow()) is { } seconds)
        {
            SeenTraits traits = became
                | (SetCookieLine.Has(line, "httponly") ? SeenTraits.HttpOnly : SeenTraits.None)
                | (SetCookieLine.Has(line, "secure") ? SeenTraits.Secure : SeenTraits.None);
            NoteSet(name, standing, traits, seconds, context, policy);
        }
    }

    /// <summary>The app would have set a cookie, and it was withheld before it became a line.</summary>
    public void NoteWithheld(ReadOnlySpan<char> name, CookieStanding standing, CookieOptions? options, HttpContext context, ConsentPolicy policy)
    {
        if (IsNews(name, standing, SeenTraits.Withheld, policy))
        {
            double seconds = options?.MaxAge?.TotalSeconds ?? (options?.Expires - _time.GetUtcNow())?.TotalSeconds ?? 0;
            SeenTraits traits = SeenTraits.Withheld
                | (options?.HttpOnly == true ? SeenTraits.HttpOnly : SeenTraits.None)
                | (options?.Secure == true ? SeenTraits.Secure : SeenTraits.None);
            NoteSet(name, standing, traits, (long)seconds, context, policy);
        }
    }

    /// <summary>The app calls a cookie essential that the owner has declared otherwise.</summary>
    public void NoteContradiction(ReadOnlySpan<char> name, CookieStanding standing, ConsentPolicy policy)
    {
        if (IsNews(name, standing, SeenTraits.Contradicted, policy) && Row(name, standing, policy, ref _set, MostSet) is { } row)
        {
            bool isFirst = !row.Has(SeenTraits.Contradicted);
            row.Note(SeenTraits.Contradicted, Now());
            if (isFirst)
            {
                Tell(ObservedLint.Contradicts(row), policy);
            }
        }
    }

    /// <summary>A page is opened: now and then, the names that come with it are looked at.</summary>
    public void LookAt(HttpRequest request, ConsentPolicy policy)
    {
        if (!IsSampled() || !Sweeper.IsNavigation(request))
        {
            return;
        }

        int now = Now();
        int count = 0;
        foreach (string? line in request.Headers.Cookie)
        {
            foreach (ReadOnlySpan<char> name in new CookieNames(line))
            {
                if (++count > MostNamesPerRequest)
                {
                    return;
                }

                Row(name, policy.Classify(name), policy, ref _arrived, MostArrived)?.Note(SeenTraits.Arrived, now);
            }
        }
    }

    /// <summary>A browser's script tells of a name; it may tell anything.</summary>
    public void NoteReported(SeenKind kind, string name, ConsentPolicy policy)
    {
        if (kind == SeenKind.Cookie)
        {
            Row(name, policy.Classify(name), policy, ref _reported, MostReported)?.Note(SeenTraits.Reported, Now());
            return;
        }

        Span<char> room = stackalloc char[NameFamily.Longest];
        string key = Declared(kind, name, policy)?.Pattern.Text
            ?? (kind == SeenKind.Host ? name[..Math.Min(name.Length, NameFamily.Longest)] : room[..NameFamily.Write(name, room)].ToString());
        Add(kind, key, ref _reported, MostReported)?.Note(SeenTraits.Reported, Now());
    }

    private static DeclaredCookie? Declared(SeenKind kind, string name, ConsentPolicy policy) => policy.Cookies.FirstOrDefault(cookie =>
        cookie.Storage.ToString() == kind.ToString() && (cookie.Pattern.Text == name || cookie.Pattern.Matches(name)));

    /// <summary>An origin is a host, or *. and a host, with an optional path.</summary>
    private static bool Covers(string origin, string host)
    {
        string known = origin.Split('/')[0];
        return known.StartsWith("*.", StringComparison.Ordinal)
            ? host.EndsWith(known[1..], StringComparison.OrdinalIgnoreCase) || host.Equals(known[2..], StringComparison.OrdinalIgnoreCase)
            : host.Equals(known, StringComparison.OrdinalIgnoreCase);
    }

    private void NoteSet(ReadOnlySpan<char> name, CookieStanding standing, SeenTraits traits, long seconds, HttpContext context, ConsentPolicy policy)
    {
        if (Row(name, standing, policy, ref _set, MostSet) is not { } row)
        {
            return;
        }

        bool isFirst = !row.Has(SeenTraits.Set);
        row.Note(traits, Now());
        row.NotePlace(context.GetEndpoint() switch
        {
            RouteEndpoint { RoutePattern.RawText: { Length: > 0 } pattern } => pattern,
            { DisplayName: { } display } => display,
            _ => "middleware",
        });
        if (isFirst && row.Has(SeenTraits.Passed) && ReferenceEquals(standing, CookieStanding.CataloguedEssential))
        {
            Tell(ObservedLint.PassesUndeclared(row), policy);
        }

        if (row.IsLongest(seconds) && ObservedLint.Outlives(row, standing.Cookie))
        {
            Tell(ObservedLint.TooLong(row), policy);
        }
    }

    private void Tell(LintFinding finding, ConsentPolicy policy)
    {
        if (policy.Settings.Suppressed.ReasonFor(finding) is null)
        {
            _report.Observed(finding);
        }
    }

    /// <summary>Whether a look is worth its time: something new about the name, or its turn.</summary>
    private bool IsNews(ReadOnlySpan<char> name, CookieStanding standing, SeenTraits became, ConsentPolicy policy) =>
        !name.IsEmpty && (Find(name, standing, policy) is not { } row || !row.Has(became) || IsSampled());

    private InventoryRow? Find(ReadOnlySpan<char> name, CookieStanding standing, ConsentPolicy policy) =>
        standing.Cookie is not { } cookie ? FindUndeclared(name, policy)
        : _cookies.TryGetValue(cookie.Pattern.Text, out InventoryRow? row) ? row
        : null;

    private InventoryRow? FindUndeclared(ReadOnlySpan<char> name, ConsentPolicy policy)
    {
        Span<char> room = stackalloc char[NameFamily.Longest];
        return _cookiesBySpan.TryGetValue(Key(name, policy, room), out InventoryRow? row) ? row : null;
    }

    private InventoryRow? Row(ReadOnlySpan<char> name, CookieStanding standing, ConsentPolicy policy, ref int taken, int most)
    {
        if (Find(name, standing, policy) is { } known)
        {
            return known;
        }

        if (standing.Cookie is { } cookie)
        {
            return _cookies.GetOrAdd(cookie.Pattern.Text, static (key, now) => new InventoryRow(SeenKind.Cookie, key, now), Now());
        }

        Span<char> room = stackalloc char[NameFamily.Longest];
        return Add(SeenKind.Cookie, Key(name, policy, room), ref taken, most);
    }

    private InventoryRow? Add(SeenKind kind, ReadOnlySpan<char> key, ref int taken, int most)
    {
        if (_rows[(int)kind].GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out InventoryRow? known))
        {
            return known;
        }

        if (Interlocked.Increment(ref taken) > most)
        {
            Interlocked.Decrement(ref taken);
            Interlocked.Increment(ref _dropped);
            return null;
        }

        var row = new InventoryRow(kind, key.ToString(), Now());
        InventoryRow kept = _rows[(int)kind].GetOrAdd(row.Name, row);
        if (!ReferenceEquals(kept, row))
        {
            Interlocked.Decrement(ref taken);
        }

        return kept;
    }

    private static ReadOnlySpan<char> Key(ReadOnlySpan<char> name, ConsentPolicy policy, Span<char> room) =>
        policy.Catalogued(name) is { } row ? row.Pattern.Text : room[..NameFamily.Write(name, room)];

    private bool IsSampled() => _interval == 1 || Random.Shared.Next(_interval) == 0;

    private int Now() => (int)(_time.GetUtcNow().ToUnixTimeSeconds() / 60);
}
