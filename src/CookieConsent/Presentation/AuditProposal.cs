using System.Text.Encodings.Web;
using System.Text.Json;
using CookieConsent.Catalogue;
using CookieConsent.Consent;
using CookieConsent.Enforcement;

namespace CookieConsent.Presentation;

/// <summary>The entry that would declare what was seen, ready to be pasted.</summary>
/// <param name="Into">Name of the setting that it goes into.</param>
/// <param name="Json">The entry, or null where nothing can declare such a name.</param>
/// <param name="Note">What the developer must know about it, or null.</param>
internal sealed record AuditProposal(string Into, string? Json, string? Note)
{
    private const string Fill = "Fill in what is empty; the lint reminds you of what is left.";

    private const long Day = 86_400;

    public static AuditProposal For(InventoryRow row, ConsentPolicy policy) => row.Kind switch
    {
        SeenKind.Host => ForHost(row.Name),
        SeenKind.Cookie when policy.Catalogued(row.Name) is { } known => ForCatalogued(known),
        not SeenKind.Cookie when Storing(row) is { } known => ForCatalogued(known),
        _ when !CookiePattern.TryParse(row.Name, out _, out string? broken) => new("Cookies", null, $"No entry can declare this name, because {broken}. If it is yours, give it a fixed beginning."),
        SeenKind.Cookie => ForUnknown(row, null, row.Longest is { } seconds ? Lifetime(seconds) : ""),
        SeenKind.LocalStorage or SeenKind.IndexedDb => ForUnknown(row, row.Kind.ToString(), "P12M"),
        _ => ForUnknown(row, row.Kind.ToString(), "session"),
    };

    /// <summary>What the catalogue knows about a key of the browser's storage.</summary>
    private static CataloguedCookie? Storing(InventoryRow row)
    {
        string storage = row.Kind switch
        {
            SeenKind.LocalStorage => "local",
            SeenKind.SessionStorage => "session",
            _ => "indexeddb",
        };
        return CookieCatalogue.Default.Cookies.FirstOrDefault(known => known.Storage == storage && (known.Pattern.Text == row.Name || known.Pattern.Matches(row.Name)));
    }

    private static AuditProposal ForCatalogued(CataloguedCookie known) => KnownCategory.IsEssential(known.CategoryId)
        ? new("Cookies", Entry(known.Pattern.Text, ("Category", known.CategoryId), ("Purpose", known.Purpose), ("Lifetime", Lifetime(known.Lifetime)), ("Reason", "")), "The reason says what stops working without it.")
        : new("Vendors", $"{Quote(known.VendorId)}: {{}}", "Declaring the vendor declares all of its cookies, and visitors are asked.");

    private static AuditProposal ForUnknown(InventoryRow row, string? storage, string lifetime)
    {
        // What outlives the visit is asked for unless somebody knows better.
        string category = lifetime == "session" ? KnownCategory.Session : KnownCategory.Functional;
        (string, string)[] settings =
        [
            ("Category", category),
            .. storage is null ? Array.Empty<(string, string)>() : [("Storage", storage)],
            .. lifetime.Length == 0 ? Array.Empty<(string, string)>() : [("Lifetime", lifetime)],
            ("Purpose", ""),
            .. category == KnownCategory.Session ? [("Reason", "")] : Array.Empty<(string, string)>(),
        ];
        return new("Cookies", Entry(row.Name, settings), $"Nobody knows the name: choose the category that is true. {Fill}");
    }

    private static AuditProposal ForHost(string host)
    {
        CataloguedVendor? known = Uri.CheckHostName(host) == UriHostNameType.Dns ? CookieCatalogue.Default.FindVendor($"https://{host}/") : null;
        return known is not null ? new("Vendors", $"{Quote(known.Id)}: {{}}", "Declaring the vendor lets visitors agree to it.")
            : Uri.CheckHostName(host) == UriHostNameType.Dns ? new("Vendors", $"{Quote(host.Replace('.', '-'))}: {{ \"Name\": \"\", \"Category\": \"functional\", \"Origins\": [ {Quote(host)} ], \"PolicyUrl\": \"\" }}", $"Nobody knows the host: choose the category that is true. {Fill}")
            : new("Vendors", null, "This is no host name.");
    }

    private static string Entry(string name, params IEnumerable<(string Key, string Value)> settings)
    {
        // A colon separates the keys of a configuration.
        string key = name.Replace(':', '-');
        IEnumerable<(string, string)> all = key == name ? settings : settings.Prepend(("Name", name));
        return $"{Quote(key)}: {{ {string.Join(", ", all.Select(setting => $"{Quote(setting.Item1)}: {Quote(setting.Item2)}"))} }}";
    }

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static string Lifetime(CookieLifetime lifetime) => lifetime.Months > 0 && lifetime.Seconds == 0 ? $"P{lifetime.Months}M" : Lifetime((lifetime.Months * 30 * Day) + lifetime.Seconds);

    /// <summary>Rounded up, so that it is kept.</summary>
    private static string Lifetime(long seconds) => seconds switch
    {
        0 => "session",
        > Day * 99_999 => "P99999D",
        >= Day => $"P{(seconds + Day - 1) / Day}D",
        _ => $"PT{(seconds + 59) / 60}M",
    };
}
