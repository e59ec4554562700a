using CookieConsent.Configuration;
using CookieConsent.Consent;
using CookieConsent.Localization;
using Microsoft.AspNetCore.Http;

namespace CookieConsent.Presentation;

/// <summary>What every piece of markup is rendered from: nothing about the visitor.</summary>
internal sealed record PageModel(ConsentPolicy Policy, LanguageTexts Texts, PathString PathBase)
{
    /// <summary>Stands in kept markup where the visitor's address belongs in a form field.</summary>
    public const string ReturnHere = "\uE000";

    /// <summary>Stands in kept markup where the visitor's address belongs in a query.</summary>
    public const string ReturnInQuery = "\uE001";

    /// <summary>The address of the preferences page, which leads back to the visitor's.</summary>
    public string Preferences => $"{Address(OwnAddress.Preferences)}?{OwnAddress.ReturnField}={ReturnInQuery}";

    /// <summary>The address of the preferences page, which leads back to <paramref name="address"/>.</summary>
    public string PreferencesFrom(string address) => Preferences.Replace(ReturnInQuery, Uri.EscapeDataString(address), StringComparison.Ordinal);

    /// <summary>The site's privacy policy, or our own declaration where it names none.</summary>
    public string PolicyUrl => Policy.Settings.PolicyUrl is not { } url ? Address(OwnAddress.Declaration)
        : url[0] == '/' ? PathBase.ToUriComponent() + url
        : url;

    public string Address(string route) => OwnAddress.Of(Policy, PathBase, route);

    public string Title(ConsentCategory category) => Own(category.Title, $"Category.{category.Id}.Title") ?? category.Id;

    public string? Description(ConsentCategory category) => Own(category.Description, $"Category.{category.Id}.Description");

    /// <summary>What it is for; the catalogue's words in the page's language where there is a translation.</summary>
    public string? Purpose(DeclaredCookie cookie) => cookie.Essential is { } key ? Texts["Purpose." + key] : Texts.Find("Catalogued." + cookie.Purpose) ?? cookie.Purpose;

    /// <summary>What stops working without it; null where nobody has said so, or it is not essential.</summary>
    public string? Reason(DeclaredCookie cookie) => cookie switch
    {
        { Category.IsEssential: false } => null,
        { Essential: { } key } => Texts["Reason." + key],
        { Reason: null, Vendor: not null } => Texts["DeclarationReasonVendor"],
        _ => cookie.Reason,
    };

    /// <summary>How long it is kept, for the middle of a sentence.</summary>
    public string Lifetime(DeclaredCookie cookie) => cookie switch
    {
        { Lifetime.IsSession: false } => string.Join(Texts["DurationSeparator"], cookie.Lifetime.InUnits().Select(part => Texts.Count(part.Unit, part.Count))),
        { Storage: StorageType.Pixel } => "–",
        { IsKeptUntilDeleted: true } => Texts["LifetimeUnlimited"],
        _ => Texts["LifetimeSession"],
    };

    /// <summary>When the declaration last changed, or null where nobody has dated what it says today.</summary>
    public string? Changed => Policy.DeclarationChanged is { } date
        ? Texts.Format("DeclarationUpdated", ("date", Texts.Date(new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero))))
        : null;

    /// <summary>Who can read the cookie.</summary>
    public string Party(DeclaredCookie cookie) => cookie switch
    {
        { IsThirdParty: true } => Party(cookie.Vendor!, [cookie.Host]),
        { Vendor: { } vendor } => Texts.Format("DeclarationFirstPartyVendor", ("vendor", vendor.Name)),
        _ => Texts["DeclarationFirstParty"],
    };

    /// <summary>A vendor that alone can read what it keeps on its hosts; the vendor's name where none of them is known, as for a pixel.</summary>
    public string Party(ConsentVendor vendor, IEnumerable<string?> hosts) => string.Join(Texts["ListSeparator"], hosts.OfType<string>()) is { Length: > 0 } known
        ? Texts.Format("DeclarationThirdParty", ("vendor", vendor.Name), ("host", known))
        : vendor.Name;

    /// <summary>For how long an answer is kept; a year is cut to 365 days.</summary>
    public string Validity => Policy.Settings.ValidForMonths == 12 ? Texts.Count("Day", 365) : Texts.Count("Month", Policy.Settings.ValidForMonths);

    // A plain Title is in the site's default language; Texts go before it, what the library ships behind it.
    private string? Own(string? plain, string key) =>
        Texts.FindOwner(key)
        ?? (string.Equals(Texts.Language, Policy.Settings.Language ?? ShippedTexts.Complete, StringComparison.OrdinalIgnoreCase) ? plain : null)
        ?? Texts.Find(key)
        ?? plain;
}
