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
internal sealed partial class WithheldReport
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "CookieConsent";

    /// <summary>A visitor can make an app invent names without end; beyond so many they are counted and logged as debug alone.</summary>
    private const int MostNames = 1024;

    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<string, bool> _named = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> _namedBySpan;
    private readonly Counter<long> _withheld;
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
        !_namedBySpan.ContainsKey(name) && _named.Count < MostNames && _namedBySpan.TryAdd(name, true);

    /// <summary>The name as it stands in JSON, control characters escaped, ready to be pasted.</summary>
    private static string Escape(ReadOnlySpan<char> name) => JsonEncodedText.Encode(name.Length > 256 ? name[..256] : name).ToString();

    [LoggerMessage(20, LogLevel.Information, "Cookie \"{Name}\" has no consent: its category {Category} was not granted. Mode: {Mode}.", EventName = "CookieRefused")]
    private partial void LogRefused(string name, string category, EnforcementMode mode);

    [LoggerMessage(21, LogLevel.Warning, "Cookie \"{Name}\" has no consent: the catalogue knows it as {Category}, but its vendor is not declared, so nobody is asked. To ask visitors, add \"Vendors\": {{ \"{Vendor}\": {{}} }}. Mode: {Mode}.", EventName = "CookieVendorUndeclared")]
    private partial void LogVendorMissing(string name, string category, string vendor, EnforcementMode mode);

    [LoggerMessage(22, LogLevel.Warning, "Cookie \"{Name}\" is undeclared. To declare it, add \"Cookies\": {{ \"{Name}\": {{ \"Category\": \"session\", \"Purpose\": \"what it is for\" }} }} with the category that is true. Mode: {Mode}.", EventName = "CookieUndeclared")]
    private partial void LogUndeclared(string name, string mode);

    [LoggerMessage(23, LogLevel.Debug, "Cookie \"{Name}\" has no consent. Mode: {Mode}.", EventName = "CookieWithheldAgain")]
    private partial void LogAgain(string name, EnforcementMode mode);

    [LoggerMessage(24, LogLevel.Warning, "Cookie \"{Name}\" passes because the app marks it IsEssential, but the catalogue knows it as {Vendor}'s, category {Category}. Declare it if the app is right, with a reason; else remove IsEssential.", EventName = "CookieDoubtfulEssential")]
    private partial void LogDoubtful(string name, string vendor, string category);
}
