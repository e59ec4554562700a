using System.Globalization;
using System.Text.Json;
using CookieConsent.Catalogue;
using CookieConsent.Configuration;
using CookieConsent.Consent;

namespace CookieConsent.Presentation;

/// <summary>What <c>declaration.json</c> says; every member is always there, and null where nobody has said it.</summary>
internal sealed record DeclarationDocument(
    string Lang,
    string Hash,
    string? Changed,
    DeclarationDocument.Responsible Controller,
    string AnswerKeptFor,
    string PreferencesUrl,
    IEnumerable<DeclarationDocument.Category> Categories,
    IEnumerable<DeclarationDocument.Vendor> Vendors)
{
    public static DeclarationDocument Of(PageModel page) => new(
        page.Texts.Language,
        page.Policy.DeclarationHash,
        page.Policy.DeclarationChanged?.ToString("O", CultureInfo.InvariantCulture),
        new Responsible(page.Policy.Settings.ControllerName, page.Policy.Settings.ControllerContact),
        page.Validity,
        page.Address(OwnAddress.Preferences),
        page.Policy.Categories.Select(category => new Category(
            category.Id,
            page.Title(category),
            page.Description(category),
            category.IsEssential,
            category.EssentialOn,
            new DeclarationModel(page.Policy, 0).Groups(category).SelectMany(group => group.Cookies).Select(cookie => Entry(page, cookie)))),
        page.Policy.Vendors.Select(vendor => new Vendor(vendor.Id, vendor.Name, vendor.Category.Id, vendor.PolicyUrl, vendor.OptOutUrl, vendor.IsDiscontinued)));

    private static Cookie Entry(PageModel page, DeclaredCookie cookie) => new(
        cookie.Pattern.Text,
        cookie.Vendor?.Id,
        page.Purpose(cookie),
        page.Lifetime(cookie),
        cookie.IsKeptUntilDeleted || cookie is { Storage: StorageType.Pixel, Lifetime.IsSession: true } ? null : Duration(cookie.Lifetime),
        cookie.IsThirdParty ? "third" : "first",
        cookie.Host,
        page.Party(cookie),
        JsonNamingPolicy.CamelCase.ConvertName(cookie.Storage.ToString()),
        page.Reason(cookie));

    /// <summary><c>session</c>, or an ISO 8601 duration as the configuration takes it.</summary>
    private static string Duration(CookieLifetime lifetime)
    {
        if (lifetime.IsSession)
        {
            return "session";
        }

        ILookup<bool, string> parts = lifetime.InUnits().ToLookup(part => part.Unit is "Hour" or "Minute" or "Second", part => part.Count.ToString(CultureInfo.InvariantCulture) + part.Unit[0]);
        return "P" + string.Concat(parts[false]) + (parts[true].Any() ? "T" : "") + string.Concat(parts[true]);
    }

    /// <summary>Who is responsible.</summary>
    internal sealed record Responsible(string? Name, string? Contact);

    /// <summary>A category and what it declares.</summary>
    internal sealed record Category(string Id, string Title, string? Description, bool Essential, IEnumerable<string> EssentialOn, IEnumerable<Cookie> Cookies);

    /// <summary>A cookie or storage entry.</summary>
    internal sealed record Cookie(string Name, string? Vendor, string? Purpose, string KeptFor, string? Lifetime, string Party, string? Host, string Access, string Storage, string? Reason);

    /// <summary>Who sets cookies beside the site itself.</summary>
    internal sealed record Vendor(string Id, string Name, string Category, string? PolicyUrl, string? OptOutUrl, bool Discontinued);
}
