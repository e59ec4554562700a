using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
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
    public void Withheld(ReadOnlySpan<char> name, CookieStanding standing, ConsentPolicy policy)
    {
        if (_withheld.Enabled)
        {
            _withheld.Add(1, new TagList { { "category", standing.Cookie?.Category.Id ?? policy.Catalogued(name)?.CategoryId ?? "undeclared" }, { "mode", policy.Settings.Mode.ToString() } });
        }

        CountUndeclared(standing);
        if (!IsFirst(name))
        {
            if (_logger.IsEnabled(LogLevel.Debug))
            {
                LogAgain(Escape(name), policy.Settings.Mode);
            }

            return;
        }

        if (standing.Cookie is { } cookie)
        {
            LogRefused(Escape(name), cookie.Category.Id, policy.Settings.Mode);
        }
        else if (policy.Catalogued(name) is { } row && !KnownCategory.IsEssential(row.CategoryId))
        {
            LogVendorMissing(Escape(name), row.CategoryId, row.VendorId, policy.Settings.Mode, Page(policy));
        }
        else
        {
            LogUndeclared(Escape(name), policy.Settings.Mode.ToString(), Page(policy));
        }
    }

    /// <summary>A cookie that nobody declared passes, because the owner allows it.</summary>
    public void Allowed(ReadOnlySpan<char> name, ConsentPolicy policy)
    {
        CountUndeclared(CookieStanding.Undeclared);
        if (IsFirst(name))
        {
            LogUndeclared(Escape(name), nameof(UndeclaredCookies.Allow), Page(policy));
        }
    }

    /// <summary>The app calls a cookie essential that the catalogue knows as a tracker; the app is believed.</summary>
    public void DoubtfulEssential(string name, ConsentPolicy policy)
    {
        if (IsFirst(name))
        {
            CataloguedCookie? row = policy.Catalogued(name);
            LogDoubtful(Escape(name), row?.VendorId ?? "", row?.CategoryId ?? "", Page(policy));
        }
    }

    /// <summary>What was seen is not as declared.</summary>
    public void Observed(LintFinding finding) => LogObserved(finding);

    /// <summary>A browser's script tells of so many names that nobody declared.</summary>
    public void Reported(SeenKind kind, int count) => _undeclared.Add(count, new TagList { { "kind", KindTag(kind) }, { "source", "browser" } });

    public void Swept(string category) => _swept.Add(1, new KeyValuePair<string, object?>("category", category));

    public void Decided(string action) => _decisions.Add(1, new KeyValuePair<string, object?>("action", action));

    private void CountUndeclared(CookieStanding standing)
    {
        if (standing.Cookie is null && _undeclared.Enabled)
        {
            _undeclared.Add(1, new TagList { { "kind", KindTag(SeenKind.Cookie) }, { "source", "response" } });
        }
    }

    /// <summary>In Development, where all that was seen can be read.</summary>
    private string Page(ConsentPolicy policy) => _hasPage ? $" All that was seen: {policy.Settings.RoutePrefix}/audit" : "";

    private static string KindTag(SeenKind kind) => kind switch
    {
        SeenKind.LocalStorage => "local",
        SeenKind.SessionStorage => "session",
        SeenKind.IndexedDb => "indexeddb",
        SeenKind.Host => "host",
        _ => "cookie",
    };

    private bool IsFirst(ReadOnlySpan<char> name) =>
        !_namedBySpan.ContainsKey(name) && Volatile.Read(ref _count) < MostNames && _namedBySpan.TryAdd(name, true) && Interlocked.Increment(ref _count) <= MostNames;

    /// <summary>The name as it stands in JSON, control characters escaped, ready to be pasted.</summary>
    private static string Escape(ReadOnlySpan<char> name) => JsonEncodedText.Encode(name.Length > 256 ? name[..256] : name).ToString();

    // Not [LoggerMessage]: its generator writes the classes in another order from build to build, and ours are reproducible.
    private void LogRefused(string name, string category, EnforcementMode mode) => _logger.Log(LogLevel.Information, new EventId(20, "CookieRefused"),
        "Cookie \"{Name}\" has no consent: its category {Category} was not granted. Mode: {Mode}.", name, category, mode);

    private void LogVendorMissing(string name, string category, string vendor, EnforcementMode mode, string page) => _logger.Log(LogLevel.Warning, new EventId(21, "CookieVendorUndeclared"),
        "Cookie \"{Name}\" has no consent: the catalogue knows it as {Category}, but its vendor is not declared, so nobody is asked. To ask visitors, add \"Vendors\": {{ \"{Vendor}\": {{}} }}. Mode: {Mode}.{Page}", name, category, vendor, mode, page);

    private void LogUndeclared(string name, string mode, string page) => _logger.Log(LogLevel.Warning, new EventId(22, "CookieUndeclared"),
        "Cookie \"{Name}\" is undeclared. To declare it, add \"Cookies\": {{ \"{Key}\": {{ \"Category\": \"session\", \"Purpose\": \"what it is for\" }} }} with the category that is true. Mode: {Mode}.{Page}", name, name, mode, page);

    private void LogAgain(string name, EnforcementMode mode) => _logger.Log(LogLevel.Debug, new EventId(23, "CookieWithheldAgain"),
        "Cookie \"{Name}\" has no consent. Mode: {Mode}.", name, mode);

    private void LogDoubtful(string name, string vendor, string category, string page) => _logger.Log(LogLevel.Warning, new EventId(24, "CookieDoubtfulEssential"),
        "Cookie \"{Name}\" passes because the app marks it IsEssential, but the catalogue knows it as {Vendor}'s, category {Category}. Declare it if the app is right, with a reason; else remove IsEssential.{Page}", name, vendor, category, page);

    private void LogObserved(LintFinding finding) => _logger.Log(LogLevel.Warning, new EventId(25, "LintObserved"),
        "Cookie consent {Finding}", finding);
}
