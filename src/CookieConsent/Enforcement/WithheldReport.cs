using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Encodings.Web;
using CookieConsent.Catalogue;
using CookieConsent.Configuration;
using CookieConsent.Consent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CookieConsent.Enforcement;

/// <summary>Says which cookies were withheld: each name once in the log, every time in the metrics, never a value.</summary>
internal sealed class WithheldReport
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "CookieConsent";

    /// <summary>A visitor can make an app invent names without end; beyond so many they are counted and logged as debug alone.</summary>
    private const int MostNames = 1024;

    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<string, bool> _named = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> _namedBySpan;
    private readonly Counter<long> _withheld;
    private int _count;
    private readonly Counter<long> _swept;
    private readonly Counter<long> _decisions;
    private readonly Counter<long> _undeclared;
    private readonly bool _hasPage;

    public WithheldReport(ILogger<WithheldReport> logger, IMeterFactory meters, IHostEnvironment? environment = null)
    {
        _logger = logger;
        _hasPage = environment?.IsDevelopment() == true;
        _namedBySpan = _named.GetAlternateLookup<ReadOnlySpan<char>>();
        Meter meter = meters.Create(MeterName);
        _withheld = meter.CreateCounter<long>("cookieconsent.cookies.withheld", "{cookie}", "Response cookies without consent: withheld, or in report mode seen.");
        _swept = meter.CreateCounter<long>("cookieconsent.cookies.swept", "{cookie}", "Leftover cookies that a response told the browser to delete.");
        _decisions = meter.CreateCounter<long>("cookieconsent.decisions", "{decision}", "Decisions that visitors made.");
        _undeclared = meter.CreateCounter<long>("cookieconsent.undeclared", "{name}", "What nobody declared: response cookies, and what browsers' scripts told of.");
    }

    public ILogger Logger => _logger;

    /// <summary>A response cookie has no consent.</summary>
    /// <param name="name">The name, or <see cref="CookieNames.None"/>.</param>
    /// <param name="standing">Where it stands.</param>
    /// <param name="row">What the inventory has of it; null where that has no room.</param>
    /// <param name="policy">The policy.</param>
    public void Withheld(ReadOnlySpan<char> name, CookieStanding standing, InventoryRow? row, ConsentPolicy policy)
    {
        if (_withheld.Enabled)
        {
            _withheld.Add(1, new TagList { { "category", standing.Cookie?.Category.Id ?? policy.Catalogued(name)?.CategoryId ?? "undeclared" }, { "mode", policy.Settings.Mode.ToString() } });
        }

        CountUndeclared(standing);
        Span<char> room = stackalloc char[NameFamily.Longest];
        ReadOnlySpan<char> shown = Shown(name, standing, policy, room);
        if (!IsFirst(shown))
        {
            if (_logger.IsEnabled(LogLevel.Debug))
            {
                LogAgain(Escape(shown), policy.Settings.Mode);
            }
        }
        else if (standing.Cookie is { } cookie)
        {
            LogRefused(Escape(shown), cookie.Category.Id, policy.Settings.Mode);
        }
        else
        {
            Propose(shown, policy.Catalogued(name), row, policy, policy.Settings.Mode.ToString());
        }
    }

    /// <summary>A cookie that nobody declared passes, because the owner allows it.</summary>
    public void Allowed(ReadOnlySpan<char> name, InventoryRow? row, ConsentPolicy policy)
    {
        CountUndeclared(CookieStanding.Undeclared);
        Span<char> room = stackalloc char[NameFamily.Longest];
        ReadOnlySpan<char> shown = Shown(name, CookieStanding.Undeclared, policy, room);
        if (IsFirst(shown))
        {
            Propose(shown, null, row, policy, nameof(UndeclaredCookies.Allow));
        }
    }

    /// <summary>The app calls a cookie essential that the catalogue knows as a tracker; the app is believed.</summary>
    public void DoubtfulEssential(string name, ConsentPolicy policy)
    {
        Span<char> room = stackalloc char[NameFamily.Longest];
        ReadOnlySpan<char> shown = Shown(name, CookieStanding.Ungrantable, policy, room);
        if (IsFirst(shown))
        {
            CataloguedCookie? row = policy.Catalogued(name);
            LogDoubtful(Escape(shown), row?.VendorId ?? "", row?.CategoryId ?? "", Page(policy));
        }
    }

    /// <summary>What was seen is not as declared.</summary>
    public void Observed(LintFinding finding) => LogObserved(finding);

    /// <summary>A browser's script tells of so many names that nobody declared.</summary>
    public void Reported(SeenKind kind, int count) => _undeclared.Add(count, new TagList { { "kind", kind.Tag() }, { "source", "browser" } });

    public void Swept(string category) => _swept.Add(1, new KeyValuePair<string, object?>("category", category));

    public void Decided(string action) => _decisions.Add(1, new KeyValuePair<string, object?>("action", action));

    private void CountUndeclared(CookieStanding standing)
    {
        if (standing.Cookie is null && _undeclared.Enabled)
        {
            _undeclared.Add(1, new TagList { { "kind", SeenKind.Cookie.Tag() }, { "source", "response" } });
        }
    }

    /// <summary>In Development, where all that was seen can be read.</summary>
    private string Page(ConsentPolicy policy) => _hasPage ? $" All that was seen: {policy.Settings.RoutePrefix}/audit" : "";

    /// <summary>What may be said of a name: all of it where the owner or the catalogue wrote it out.</summary>
    private static ReadOnlySpan<char> Shown(ReadOnlySpan<char> name, CookieStanding standing, ConsentPolicy policy, Span<char> room) =>
        (standing.Cookie?.Pattern ?? policy.Catalogued(name)?.Pattern) is { IsExact: true } known ? known.Text : NameFamily.Of(name, room).Shown;

    private void Propose(ReadOnlySpan<char> shown, CataloguedCookie? known, InventoryRow? row, ConsentPolicy policy, string mode)
    {
        Proposal proposal = new Proposals(policy).For(SeenKind.Cookie, row?.Name ?? shown.ToString(), row?.Longest);
        string remedy = $"add \"{proposal.Into}\": {{ {proposal.Json} }}";
        if (known is null)
        {
            LogUndeclared(Escape(shown), proposal.Json is null ? proposal.Note : $"To declare it, {remedy} with the category that is true.", mode, Page(policy));
        }
        else if (policy.Vendor(known.VendorId) is null)
        {
            LogVendorMissing(Escape(shown), known.CategoryId, known.VendorId, remedy, mode, Page(policy));
        }
        else
        {
            LogCategoryMissing(Escape(shown), known.CategoryId, known.VendorId, remedy, mode, Page(policy));
        }
    }

    private bool IsFirst(ReadOnlySpan<char> name) =>
        !_namedBySpan.ContainsKey(name) && Volatile.Read(ref _count) < MostNames && _namedBySpan.TryAdd(name, true) && Interlocked.Increment(ref _count) <= MostNames;

    /// <summary>The name as it would stand in JSON, control characters escaped.</summary>
    private static string Escape(ReadOnlySpan<char> name) => JavaScriptEncoder.Default.Encode(name.ToString());

    // Not [LoggerMessage]: its generator writes the classes in another order from build to build, and ours are reproducible.
    private void LogRefused(string name, string category, EnforcementMode mode) => _logger.Log(LogLevel.Information, new EventId(20, "CookieRefused"),
        "Cookie \"{Name}\" has no consent: its category {Category} was not granted. Mode: {Mode}.", name, category, mode);

    private void LogVendorMissing(string name, string category, string vendor, string remedy, string mode, string page) => _logger.Log(LogLevel.Warning, new EventId(21, "CookieVendorUndeclared"),
        "Cookie \"{Name}\" has no consent: the catalogue knows it as {Vendor}'s, category {Category}, but that vendor is not declared, so nobody is asked. To ask visitors, {Remedy}. Mode: {Mode}.{Page}", name, vendor, category, remedy, mode, page);

    private void LogUndeclared(string name, string remedy, string mode, string page) => _logger.Log(LogLevel.Warning, new EventId(22, "CookieUndeclared"),
        "Cookie \"{Name}\" is undeclared. {Remedy} Mode: {Mode}.{Page}", name, remedy, mode, page);

    private void LogCategoryMissing(string name, string category, string vendor, string remedy, string mode, string page) => _logger.Log(LogLevel.Warning, new EventId(26, "CookieCategoryUndeclared"),
        "Cookie \"{Name}\" has no consent: its vendor {Vendor} is declared, but visitors are not asked about its category {Category} for that vendor. To ask them, {Remedy}. Mode: {Mode}.{Page}", name, vendor, category, remedy, mode, page);

    private void LogAgain(string name, EnforcementMode mode) => _logger.Log(LogLevel.Debug, new EventId(23, "CookieWithheldAgain"),
        "Cookie \"{Name}\" has no consent. Mode: {Mode}.", name, mode);

    private void LogDoubtful(string name, string vendor, string category, string page) => _logger.Log(LogLevel.Warning, new EventId(24, "CookieDoubtfulEssential"),
        "Cookie \"{Name}\" passes because the app marks it IsEssential, but the catalogue knows it as {Vendor}'s, category {Category}. Declare it if the app is right, with a reason; else remove IsEssential.{Page}", name, vendor, category, page);

    private void LogObserved(LintFinding finding) => _logger.Log(LogLevel.Warning, new EventId(25, "LintObserved"),
        "Cookie consent {Finding}", finding);
}
