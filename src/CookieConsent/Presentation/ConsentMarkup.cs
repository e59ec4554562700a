using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CookieConsent.Consent;
using CookieConsent.Decision;
using CookieConsent.Localization;
using CookieConsent.Presentation.Gates;
using CookieConsent.Presentation.Placement;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CookieConsent.Presentation;

/// <summary>Renders the components. What is the same for every visitor is rendered once a language and kept.</summary>
internal sealed class ConsentMarkup(ILoggerFactory loggers, IHostEnvironment? environment = null)
{
    /// <summary>A path base or a question that varies without end must not fill the memory.</summary>
    private const int MostKept = 256;

    /// <summary>Pages are UTF-8: a letter of another script is two or three bytes, and eight as a character reference.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const DynamicallyAccessedMemberTypes ComponentMembers = DynamicallyAccessedMemberTypes.All;

    private readonly ConcurrentDictionary<(Type Component, string Policy, string Language, string PathBase, ulong Open, int Level), string> _kept = new();
    private readonly ConditionalWeakTable<ConsentPolicy, LanguageSelector> _languages = [];

    private readonly ConditionalWeakTable<ConsentPolicy, ConcurrentDictionary<string, Asset>> _scripts = [];

    /// <summary>The script, which goes before all others, and the link to the stylesheet; the script only where there is something to ask.</summary>
    /// <param name="context">The request.</param>
    /// <param name="request">What the visitor said.</param>
    /// <param name="nonce">The nonce of the page's content security policy, for both.</param>
    public HeadMarkup Head(HttpContext context, ConsentRequest request, string? nonce = null)
    {
        PageModel page = Page(context, request);
        return new HeadMarkup(
            request.Policy.Asked.Count == 0 ? null : $"src=\"{page.Address(Script(context, request, null).Route)}\"{Attribute(nonce)}",
            StylesheetLink(page, StyleAsset.Of(request.Policy), nonce));
    }

    /// <summary>The script in a language, by default in that of the page.</summary>
    public Asset Script(HttpContext context, ConsentRequest request, string? language)
    {
        PageModel page = language is null ? Page(context, request) : Page(request.Policy, language, context.Request.PathBase);
        return _scripts.GetOrCreateValue(request.Policy).GetOrAdd(page.Texts.Language, static (_, made) => ScriptAsset.Make(made.page, made.reportsNames), (page, reportsNames: environment?.IsDevelopment() == true));
    }

    /// <summary>The address of the preferences page, from where the visitor comes back to this one.</summary>
    public string PreferencesAddress(HttpContext context, ConsentRequest request) =>
        Page(context, request).PreferencesFrom(OwnAddress.Current(context.Request));

    public string Text(HttpContext context, ConsentRequest request, string key) => Page(context, request).Texts[key];

    /// <summary>The bar for a visitor who must decide, the confirmation for one who has, nothing where nothing is asked.</summary>
    public ValueTask<string> BarAsync(HttpContext context, ConsentRequest request) => BarAsync(context, request, OwnAddress.Current(context.Request));

    public ValueTask<string> SettingsLinkAsync(HttpContext context, ConsentRequest request) => KeepAsync<SettingsLink>(context, request, OwnAddress.Current(context.Request));

    /// <summary>What a page of the site shows this visitor now, for a script to put in place: the bar, or the confirmation and the settings link.</summary>
    public async ValueTask<string> BannerAsync(HttpContext context, ConsentRequest request, string returnAddress) =>
        "<!DOCTYPE html>" + await BarAsync(context, request, returnAddress)
        + (request.Policy.Asked.Count == 0 || request.IsDecisionNeeded ? "" : await KeepAsync<SettingsLink>(context, request, returnAddress));

    /// <param name="context">The request.</param>
    /// <param name="request">The visitor.</param>
    /// <param name="level">Level of the categories' headings; the nearest possible one is taken.</param>
    /// <param name="nonce">The nonce of the page's content security policy.</param>
    public ValueTask<string> DeclarationAsync(HttpContext context, ConsentRequest request, int level, string? nonce = null) =>
        DeclarationAsync(Page(context, request), OwnAddress.Current(context.Request), level, nonce);

    /// <summary>The declaration where there may be no request, and its stylesheet before it.</summary>
    /// <param name="page">What it is rendered from.</param>
    /// <param name="address">Where the visitor is.</param>
    /// <param name="level">Level of the categories' headings; the nearest possible one is taken.</param>
    /// <param name="nonce">The nonce of the page's content security policy.</param>
    public async ValueTask<string> DeclarationAsync(PageModel page, string address, int level, string? nonce) =>
        StylesheetLink(page, Asset.Pages, nonce) + await KeepAsync<Declaration>(page, address, level: DeclarationModel.Possible(level));

    public ValueTask<string> DeclarationPageAsync(HttpContext context, ConsentRequest request) =>
        KeepAsync<DeclarationPage>(Page(context, request), OwnAddress.Current(context.Request), level: 2);

    /// <summary>The declaration as data.</summary>
    public string DeclarationData(HttpContext context, ConsentRequest request)
    {
        PageModel page = Page(context, request);
        return JsonSerializer.Serialize(DeclarationDocument.Of(page), DeclarationJson.Default.DeclarationDocument);
    }

    public ValueTask<string> HintAsync(HttpContext context, ConsentRequest request) => KeepAsync<Hint>(context, request, OwnAddress.Current(context.Request));

    public async ValueTask<string> PreferencesPageAsync(HttpContext context, ConsentRequest request, string returnAddress) =>
        Address(await RenderAsync<Preferences>(Page(context, request), new PreferencesModel(request.Policy, request.Decision, returnAddress)), returnAddress);

    /// <summary>What stands in an embed's place until it may load.</summary>
    public async ValueTask<string> EmbedAsync(HttpContext context, ConsentRequest request, EmbedModel embed) =>
        Address(await RenderAsync<Embed>(Page(context, request), embed), OwnAddress.Current(context.Request));

    /// <summary>The same for a frame that a script has inserted, which the browser script fills in; empty for a vendor that nobody is asked about.</summary>
    public async ValueTask<string> EmbedAsync(HttpContext context, ConsentRequest request, string? vendor, string returnAddress)
    {
        if (request.Policy.Vendor(vendor ?? "") is not { Category.IsEssential: false } declared)
        {
            return "";
        }

        var embed = new EmbedModel(Gate.OfVendor(declared.Id, request.Policy), null, null, "#", null, null, null, null, AskedField.Write(declared, request.Policy));
        return "<!DOCTYPE html>" + Address(await RenderAsync<Embed>(Page(context, request), embed), returnAddress);
    }

    /// <summary>The plain link that stands in the place of a network's button.</summary>
    public async ValueTask<string> ShareAsync(HttpContext context, ConsentRequest request, ShareModel share) =>
        await RenderAsync<Share>(Page(context, request), share);

    /// <summary>The language that the browser chooses for the page; null where it has no choice.</summary>
    public string? WishedLanguage(HttpContext context, ConsentRequest request) =>
        PageLanguage.Wished(context, request.Policy, _languages.GetValue(request.Policy, Languages))?.Language;

    /// <summary>What is rendered for a request.</summary>
    public PageModel Page(HttpContext context, ConsentRequest request) =>
        new(request.Policy, PageLanguage.Of(context, request.Policy, _languages.GetValue(request.Policy, Languages)), context.Request.PathBase);

    /// <summary>What is rendered where there is no request.</summary>
    public PageModel Page(ConsentPolicy policy, string language, PathString pathBase) =>
        new(policy, _languages.GetValue(policy, Languages).Choose([language]), pathBase);

    private static string StylesheetLink(PageModel page, Asset style, string? nonce) =>
        $"<link rel=\"stylesheet\" href=\"{page.Address(style.Route)}\"{Attribute(nonce)}>";

    private static string Attribute(string? nonce) => string.IsNullOrEmpty(nonce) ? "" : $" nonce=\"{HtmlEncoder.Default.Encode(nonce)}\"";

    /// <summary>For developers, in English whatever the site's languages are.</summary>
    public async ValueTask<string> AuditPageAsync(HttpContext context, ConsentRequest request, AuditModel model) => await RenderAsync<AuditPage>(
        new PageModel(request.Policy, _languages.GetValue(request.Policy, Languages).Choose([ShippedTexts.Complete]), context.Request.PathBase), model);

    private async ValueTask<string> BarAsync(HttpContext context, ConsentRequest request, string returnAddress) =>
        request.Policy.Asked.Count == 0 ? ""
        : request.IsDecisionNeeded ? await KeepAsync<Bar>(context, request, returnAddress, request.Open)
        : request.IsForeignPost ? ""
        : await KeepAsync<Status>(context, request, returnAddress);

    private ValueTask<string> KeepAsync<[DynamicallyAccessedMembers(ComponentMembers)] T>(HttpContext context, ConsentRequest request, string returnAddress, ulong open = 0)
        where T : IComponent => KeepAsync<T>(Page(context, request), returnAddress, open);

    private async ValueTask<string> KeepAsync<[DynamicallyAccessedMembers(ComponentMembers)] T>(PageModel page, string address, ulong open = 0, int level = 0)
        where T : IComponent
    {
        var key = (typeof(T), page.Policy.Stamp, page.Texts.Language, page.PathBase.Value ?? "", open, level);
        if (!_kept.TryGetValue(key, out string? markup))
        {
            markup = await RenderAsync<T>(page, new BarModel(page.Policy, open), new DeclarationModel(page.Policy, level));
            if (_kept.Count >= MostKept)
            {
                _kept.Clear();
            }

            _kept[key] = markup;
        }

        return Address(markup, address);
    }

    private async Task<string> RenderAsync<[DynamicallyAccessedMembers(ComponentMembers)] T>(params object[] models)
        where T : IComponent
    {
        await using var renderer = new HtmlRenderer(new RenderServices([.. models, Encoder]), loggers);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>()).ToHtmlString());
    }

    private static LanguageSelector Languages(ConsentPolicy policy) =>
        new(policy.Settings.Texts, policy.Settings.Language ?? ShippedTexts.Complete);

    /// <summary>Puts the visitor's address into kept markup.</summary>
    private static string Address(string markup, string address) => markup
        .Replace(Encoded(PageModel.ReturnHere), WebUtility.HtmlEncode(address), StringComparison.Ordinal)
        .Replace(Encoded(PageModel.ReturnInQuery), Uri.EscapeDataString(address), StringComparison.Ordinal);

    private static string Encoded(string token) => Encoder.Encode(token);
}
