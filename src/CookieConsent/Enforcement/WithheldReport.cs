using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using CookieConsent.Catalogue;
using CookieConsent.Configuration;
using CookieConsent.Consent;
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

    public WithheldReport(ILogger<WithheldReport> logger, IMeterFactory meters)
    {
        _logger = logger;
        _namedBySpan = _named.GetAlternateLookup<ReadOnlySpan<char>>();
        Meter meter = meters.Create(MeterName);
        _withheld = meter.CreateCounter<long>("cookieconsent.cookies.withheld", "{cookie}", "Response cookies without consent: withheld, or in report mode seen.");
        _swept = meter.CreateCounter<long>("cookieconsent.cookies.swept", "{cookie}", "Leftover cookies that a response told the browser to delete.");
        _decisions = meter.CreateCounter<long>("cookieconsent.decisions", "{decision}", "Decisions that visitors made.");
    }

    public ILogger Logger => _logger;

    /// <summary>A response cookie has no consent.</summary>
    public void Withheld(ReadOnlySpan<char> name, CookieStanding standing, ConsentPolicy policy)
    {
        if (_withheld.Enabled)
        {
            _withheld.Add(1, new TagList { { "category", standing.Cookie?.Category.Id ?? policy.Catalogued(name)?.CategoryId ?? "undeclared" }, { "mode", policy.Settings.Mode.ToString() } });
        }

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
            LogVendorMissing(Escape(name), row.CategoryId, row.VendorId, policy.Settings.Mode);
        }
        else
        {
            LogUndeclared(Escape(name), policy.Settings.Mode.ToString());
        }
    }

    /// <summary>A cookie that nobody declared passes, because the owner allows it.</summary>
    public void Allowed(ReadOnlySpan<char> name)
    {
        if (IsFirst(name))
        {
            LogUndeclared(Escape(name), nameof(UndeclaredCookies.Allow));
        }
    }

    /// <summary>The app calls a cookie essential that the catalogue knows as a tracker; the app is believed.</summary>
    public void DoubtfulEssential(string name, ConsentPolicy policy)
    {
        if (IsFirst(name))
        {
            CataloguedCookie? row = policy.Catalogued(name);
            LogDoubtful(Escape(name), row?.VendorId ?? "", row?.CategoryId ?? "");
        }
    }

    public void Swept(string category) => _swept.Add(1, new KeyValuePair<string, object?>("category", category));

    public void Decided(string action) => _decisions.Add(1, new KeyValuePair<string, object?>("action", action));

    private bool IsFirst(ReadOnlySpan<char> name) =>
        !_namedBySpan.ContainsKey(name) && Volatile.Read(ref _count) < MostNames && _namedBySpan.TryAdd(name, true) && Interlocked.Increment(ref _count) <= MostNames;

    /// <summary>The name as it stands in JSON, control characters escaped, ready to be pasted.</summary>
    private static string Escape(ReadOnlySpan<char> name) => JsonEncodedText.Encode(name.Length > 256 ? name[..256] : name).ToString();

    // Not [LoggerMessage]: its generator writes the classes in another order from build to build, and ours are reproducible.
    private void LogRefused(string name, string category, EnforcementMode mode) => _logger.Log(LogLevel.Information, new EventId(20, "CookieRefused"),
        "Cookie \"{Name}\" has no consent: its category {Category} was not granted. Mode: {Mode}.", name, category, mode);

    private void LogVendorMissing(string name, string category, string vendor, EnforcementMode mode) => _logger.Log(LogLevel.Warning, new EventId(21, "CookieVendorUndeclared"),
        "Cookie \"{Name}\" has no consent: the catalogue knows it as {Category}, but its vendor is not declared, so nobody is asked. To ask visitors, add \"Vendors\": {{ \"{Vendor}\": {{}} }}. Mode: {Mode}.", name, category, vendor, mode);

    private void LogUndeclared(string name, string mode) => _logger.Log(LogLevel.Warning, new EventId(22, "CookieUndeclared"),
        "Cookie \"{Name}\" is undeclared. To declare it, add \"Cookies\": {{ \"{Key}\": {{ \"Category\": \"session\", \"Purpose\": \"what it is for\" }} }} with the category that is true. Mode: {Mode}.", name, name, mode);

    private void LogAgain(string name, EnforcementMode mode) => _logger.Log(LogLevel.Debug, new EventId(23, "CookieWithheldAgain"),
        "Cookie \"{Name}\" has no consent. Mode: {Mode}.", name, mode);

    private void LogDoubtful(string name, string vendor, string category) => _logger.Log(LogLevel.Warning, new EventId(24, "CookieDoubtfulEssential"),
        "Cookie \"{Name}\" passes because the app marks it IsEssential, but the catalogue knows it as {Vendor}'s, category {Category}. Declare it if the app is right, with a reason; else remove IsEssential.", name, vendor, category);
}
