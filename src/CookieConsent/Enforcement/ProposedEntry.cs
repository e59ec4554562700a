using System.Text.Encodings.Web;
using System.Text.Json;
using CookieConsent.Catalogue;

namespace CookieConsent.Enforcement;

/// <summary>An entry as it stands in the configuration file.</summary>
internal static class ProposedEntry
{
    private const long Day = 86_400;

    public static string Of(string key, params IEnumerable<(string Key, string? Value)> settings) => Quote(key) + ": " + (settings.Where(static setting => setting.Value is not null).ToArray() switch
    {
        [] => "{}",
        var all => $"{{ {string.Join(", ", all.Select(static setting => $"{Quote(setting.Key)}: {Quote(setting.Value!)}"))} }}",
    });

    public static string OfHost(string id, string host, string category) => $"{Quote(id)}: {{ \"Category\": {Quote(category)}, \"Origins\": [ {Quote(host)} ] }}";

    public static string Lifetime(CookieLifetime lifetime) => lifetime.Months > 0 && lifetime.Seconds == 0 ? $"P{lifetime.Months}M" : Lifetime((lifetime.Months * 31 * Day) + lifetime.Seconds);

    /// <summary>Rounded up, so that it is kept.</summary>
    public static string Lifetime(long seconds) => seconds switch
    {
        0 => "session",
        > Day * 99_999 => "P99999D",
        >= Day => $"P{(seconds + Day - 1) / Day}D",
        _ => $"PT{(seconds + 59) / 60}M",
    };

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
