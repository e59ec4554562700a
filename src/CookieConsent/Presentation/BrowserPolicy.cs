using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CookieConsent.Configuration;
using CookieConsent.Consent;
using CookieConsent.Decision;

namespace CookieConsent.Presentation;

/// <summary>The policy's browser part, which stands before the script's code; its shape is that of <c>Assets/script/head/policy.ts</c>.</summary>
internal static class BrowserPolicy
{
    private static readonly string[] Texts = ["SaveFailed", "Close"];

    // Not in HTML but in a script file of its own, so only what ends a line or a string in JavaScript needs escaping.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The JSON.</summary>
    /// <param name="page">The policy and the texts.</param>
    /// <param name="reportsNames">True in Development, where the script names what it met; elsewhere it counts.</param>
    public static ReadOnlyMemory<byte> Write(PageModel page, bool reportsNames)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, Options))
        {
            Write(writer, page, reportsNames);
        }

        return json.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, PageModel page, bool reportsNames)
    {
        ConsentPolicy policy = page.Policy;
        ConsentPolicySettings settings = policy.Settings;
        json.WriteStartObject();
        json.WriteString("name", settings.CookieName);
        json.WriteNumber("months", settings.ValidForMonths);
        json.WriteString("prefix", settings.RoutePrefix);
        json.WriteString("rest", Asset.Rest.Route);
        json.WritePropertyName("styles");
        Array(json, [StyleAsset.Of(policy).Route, Asset.Pages.Route]);
        json.WriteString("names", reportsNames ? "CookieConsent: in use without consent. Declare it in the section CookieConsent, or gate what brings it:" : "");
        json.WriteString("dataLayer", settings.Signals.DataLayer);
        Array(json, "nets", [Net(settings.Browser.Insertions), Net(settings.Browser.Observer), Net(settings.Browser.Cookies), Net(settings.Browser.CookieStore), Net(settings.Browser.Storage), settings.Mode == EnforcementMode.Report ? 0 : 2]);
        Array(json, "undeclared", [settings.Undeclared == UndeclaredCookies.Withhold ? 2 : 1, settings.UndeclaredStorage == UndeclaredStorage.Withhold ? 2 : 1]);
        json.WriteStartArray("categories");
        foreach (ConsentCategory category in policy.Asked)
        {
            Array(json, [category.Id, EntryText.Of(category, policy), .. category.EssentialOn.Select(path => path.ToLowerInvariant())]);
        }

        json.WriteEndArray();
        json.WriteStartArray("vendors");
        foreach (ConsentVendor vendor in Vendors(policy))
        {
            json.WriteStartArray();
            json.WriteStringValue(vendor.Id);
            json.WriteNumberValue(Index(policy, vendor.Category));
            json.WriteStringValue(EntryText.Of(vendor, policy));
            json.WriteStringValue(Signal(policy, vendor));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        ConsentVendor[] vendors = [.. Vendors(policy)];
        BrowserOrigins.Write(json, vendors);
        json.WriteStartArray("cookies");
        foreach (var group in policy.Cookies.Where(cookie => cookie is { Host: null, Category.IsEssential: false } && Name(cookie) is not null)
            .GroupBy(cookie => (cookie.Category, Vendor: System.Array.IndexOf(vendors, cookie.Vendor))))
        {
            json.WriteStartArray();
            json.WriteNumberValue(Index(policy, group.Key.Category));
            json.WriteNumberValue(group.Key.Vendor);
            json.WriteStringValue(string.Join(' ', group.Select(Name)));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteString("essential", string.Join(' ', policy.Cookies.Where(cookie => cookie is { Host: null, Category.IsEssential: true }).Select(Name).OfType<string>()));
        json.WriteStartArray("texts");
        foreach (string key in Texts)
        {
            json.WriteStringValue(page.Texts[key]);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What tells a vendor's tags the decision: the kind, a colon, and the category that it speaks for. Empty for none.</summary>
    // A signal denies, which changes what a site's tags do; where nothing is withheld they are told nothing.
    public static string Signal(ConsentPolicy policy, ConsentVendor vendor) => policy.Settings.Mode == EnforcementMode.Report ? "" : policy.Settings.Signals.Of(vendor);

    /// <summary>The vendors that visitors are asked about.</summary>
    public static IEnumerable<ConsentVendor> Vendors(ConsentPolicy policy) => policy.Vendors.Where(vendor => !vendor.Category.IsEssential);

    private static int Index(ConsentPolicy policy, ConsentCategory category) => policy.Asked.TakeWhile(asked => !ReferenceEquals(asked, category)).Count();

    /// <summary>The name, with a letter for where it is kept unless that is a cookie; null where a script cannot write it.</summary>
    private static string? Name(DeclaredCookie cookie) => cookie.Storage switch
    {
        StorageType.Cookie => cookie.Path is null ? cookie.Pattern.Text : $"{cookie.Pattern.Text};{cookie.Path}",
        StorageType.LocalStorage => "l=" + cookie.Pattern.Text,
        StorageType.SessionStorage => "s=" + cookie.Pattern.Text,
        StorageType.IndexedDb => "i=" + cookie.Pattern.Text,
        _ => null,
    };

    private static int Net(BrowserNet net) => net switch
    {
        BrowserNet.Withhold => 2,
        BrowserNet.Report => 1,
        _ => 0,
    };

    private static void Array(Utf8JsonWriter json, string name, int[] numbers)
    {
        json.WriteStartArray(name);
        foreach (int number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static void Array(Utf8JsonWriter json, string[] texts)
    {
        json.WriteStartArray();
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
