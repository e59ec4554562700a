using System.Diagnostics.Metrics;
using CookieConsent.Catalogue;
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

    /// <summary>Outside Development, one request among so many is looked at.</summary>
    private const int ProductionInterval = 32;

    /// <summary>A browser keeps up to 180 cookies a site.</summary>
    private const int MostNamesPerRequest = 200;

    private readonly InventoryRows _rows = new();
    private readonly InventoryRoom _declared = new(int.MaxValue);
    private readonly InventoryRoom _set = new(MostSet);
    private readonly InventoryRoom _arrived = new(MostArrived, makesRoom: true);
    private readonly InventoryRoom _reported = new(MostReported);
    private readonly TimeProvider _time;
    private readonly WithheldReport _report;
    private readonly int _interval;

    public CookieInventory(TimeProvider time, IMeterFactory meters, WithheldReport report, ConsentPolicySource source, IHostEnvironment? environment = null)
    {
        _time = time;
        _report = report;
        _interval = environment?.IsDevelopment() == true ? 1 : ProductionInterval;
        Since = time.GetUtcNow();
        Meter meter = meters.Create(WithheldReport.MeterName);
        meter.CreateObservableGauge("cookieconsent.inventory.size", () => _rows.Count, "{name}", "Names in the inventory of what was seen.");
        meter.CreateObservableGauge("cookieconsent.inventory.undeclared", () => Rows.Count(row => row.Has(SeenTraits.Set) && !IsDeclared(row, source.Current)), "{name}", "Names that the app sets and nobody declared.");
    }

    /// <summary>When looking began.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>How often an undeclared name found no room, or had to make room.</summary>
    public long Dropped => _rows.Dropped;

    /// <summary>Only a sample of the requests is looked at.</summary>
    public bool IsSample => _interval > 1;

    /// <summary>All that was seen.</summary>
    public IReadOnlyList<InventoryRow> Rows => _rows.All;

    /// <summary>The declaration speaks for what was seen, now.</summary>
    public static bool IsDeclared(InventoryRow row, ConsentPolicy policy) => row.Kind switch
    {
        SeenKind.Cookie => policy.Classify(row.Name).Cookie is not null,
        SeenKind.Host => policy.VendorOf($"https://{row.Name}").Declared is not null,
        var kind => Declared(kind, row.Name, policy) is not null,
    };

    /// <summary>A response sets a cookie; returns the row of its name, or null where there is no room.</summary>
    public InventoryRow? NoteSet(ReadOnlySpan<char> name, CookieStanding standing, ReadOnlySpan<char> line, bool isWithheld, HttpContext context, ConsentPolicy policy)
    {
        SeenTraits became = isWithheld ? SeenTraits.Withheld : SeenTraits.Passed;
        InventoryRow? row = Row(name, standing, policy, room: null);
        if (!IsNews(row, became) || SetCookieLine.Lifetime(line, _time) is not { } seconds)
        {
            return row;
        }

        SeenTraits traits = became
            | (SetCookieLine.Has(line, "httponly") ? SeenTraits.HttpOnly : SeenTraits.None)
            | (SetCookieLine.Has(line, "secure") ? SeenTraits.Secure : SeenTraits.None);
        return NoteSet(name, standing, traits, seconds, context, policy);
    }

    /// <summary>The app would have set a cookie, and it was withheld before it became a line; returns as <see cref="NoteSet(ReadOnlySpan{char}, CookieStanding, ReadOnlySpan{char}, bool, HttpContext, ConsentPolicy)"/>.</summary>
    public InventoryRow? NoteWithheld(ReadOnlySpan<char> name, CookieStanding standing, CookieOptions? options, HttpContext context, ConsentPolicy policy)
    {
        InventoryRow? row = Row(name, standing, policy, room: null);
        if (!IsNews(row, SeenTraits.Withheld))
        {
            return row;
        }

        double seconds = options?.MaxAge?.TotalSeconds ?? (options?.Expires - _time.GetUtcNow())?.TotalSeconds ?? 0;
        SeenTraits traits = SeenTraits.Withheld
            | (options?.HttpOnly == true ? SeenTraits.HttpOnly : SeenTraits.None)
            | (options?.Secure == true ? SeenTraits.Secure : SeenTraits.None);
        return NoteSet(name, standing, traits, (long)seconds, context, policy);
    }

    /// <summary>The app calls a cookie essential that the owner has declared otherwise.</summary>
    public void NoteContradiction(ReadOnlySpan<char> name, CookieStanding standing, ConsentPolicy policy)
    {
        if (IsNews(Row(name, standing, policy, room: null), SeenTraits.Contradicted) && Row(name, standing, policy, _set) is { } row)
        {
            bool isFirst = !row.Has(SeenTraits.Contradicted);
            row.Note(SeenTraits.Contradicted, Now());
            if (isFirst)
            {
                Tell(ObservedLint.Contradicts(row), policy);
            }
        }
    }

    /// <summary>A request comes with cookies: now and then, their names are looked at.</summary>
    /// <remarks>Not pages alone: some cookies are only sent to a path, or with what a script asks for.</remarks>
    public void LookAt(HttpRequest request, ConsentPolicy policy)
    {
        if (!IsSampled())
        {
            return;
        }

        int now = Now();
        int count = 0;
        foreach (string? line in request.Headers.Cookie)
        {
            var names = new CookieNames(line);
            while (names.MoveNext())
            {
                if (++count > MostNamesPerRequest)
                {
                    return;
                }

                ReadOnlySpan<char> name = names.IsNameless ? CookieNames.None : names.Current;

                // Most names have a row of their own, which is found sooner than what the name is.
                InventoryRow? row = _rows.Find(SeenKind.Cookie, NameFamily.Whole(name)) ?? Row(name, policy.Classify(names.Current), policy, _arrived);
                row?.Note(SeenTraits.Arrived, now);
            }
        }
    }

    /// <summary>A browser's script tells of a name; it may tell anything.</summary>
    public void NoteReported(SeenKind kind, string name, ConsentPolicy policy)
    {
        InventoryRow? row = kind switch
        {
            SeenKind.Cookie => Row(name, policy.Classify(name), policy, _reported),
            SeenKind.Host => Row(kind, name, OwnedAddress(name, policy), _reported),
            _ when Declared(kind, name, policy) is { } cookie => Row(kind, name, cookie.Pattern.Text, _declared),
            _ => Row(kind, name, CookieCatalogue.Default.FindStored(name, kind.Tag())?.Pattern.Text, _reported),
        };
        row?.Note(SeenTraits.Reported, Now());
    }

    /// <summary>The most specific entry that declares what this site keeps in browsers under a name.</summary>
    private static DeclaredCookie? Declared(SeenKind kind, string name, ConsentPolicy policy) => policy.Cookies
        .Where(cookie => cookie.Storage == kind.Storage() && !cookie.IsThirdParty && cookie.Pattern.Matches(name))
        .MaxBy(static cookie => cookie.Pattern.IsExact ? int.MaxValue : cookie.Pattern.FixedLength);

    /// <summary>The host, with the path that the script told of where a vendor owns no more of that host.</summary>
    private static string OwnedAddress(string address, ConsentPolicy policy)
    {
        address = address[..Math.Min(address.Length, WebAddress.LongestHost)];
        string host = address.Split('/')[0];
        return policy.VendorOf($"https://{host}").IsNobody && !policy.VendorOf($"https://{address}").IsNobody ? address : host;
    }

    private InventoryRow? NoteSet(ReadOnlySpan<char> name, CookieStanding standing, SeenTraits traits, long seconds, HttpContext context, ConsentPolicy policy)
    {
        if (Row(name, standing, policy, _set) is not { } row)
        {
            return null;
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

        return row;
    }

    private void Tell(LintFinding finding, ConsentPolicy policy)
    {
        if (policy.Settings.Suppressed.ReasonFor(finding) is null)
        {
            _report.Observed(finding);
        }
    }

    /// <summary>Whether a look is worth its time: something new about the name, or its turn.</summary>
    private bool IsNews(InventoryRow? row, SeenTraits became) => row?.Has(became) != true || IsSampled();

    private InventoryRow? Row(ReadOnlySpan<char> name, CookieStanding standing, ConsentPolicy policy, InventoryRoom? room) => standing.Cookie is { } cookie
        ? Row(SeenKind.Cookie, name, cookie.Pattern.Text, room is null ? null : _declared)
        : Row(SeenKind.Cookie, name, policy.Catalogued(name)?.Pattern.Text, room);

    /// <summary>Finds the row of what was seen.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="known">What the row is called where somebody knows the name, else null.</param>
    /// <param name="room">Where a row that is new has room, or null where none shall be made.</param>
    private InventoryRow? Row(SeenKind kind, ReadOnlySpan<char> name, string? known, InventoryRoom? room)
    {
        Span<char> text = stackalloc char[NameFamily.Longest];
        NameFamily family = known is null ? NameFamily.Of(name, text) : NameFamily.Whole(known);
        return room is null ? _rows.Find(kind, family) : _rows.Add(kind, family, room, Now());
    }

    private bool IsSampled() => _interval == 1 || Random.Shared.Next(_interval) == 0;

    private int Now() => (int)(_time.GetUtcNow().ToUnixTimeSeconds() / 60);
}
