using System.Globalization;
using CookieConsent.Consent;
using CookieConsent.Decision;
using CookieConsent.Presentation.Placement;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace CookieConsent.Presentation;

/// <summary>The page that a Blazor component stands in: a request's, or, once it is interactive, one that has no request any more.</summary>
internal sealed class BlazorPage(ConsentMarkup markup, ConsentPolicySource source, BlazorLanguage language, NavigationManager navigation)
{
    /// <summary>What is rendered, and the address to return to.</summary>
    private (PageModel Model, string Address) Of(HttpContext? context)
    {
        if (context?.Features.Get<ICookieConsentFeature>() is ConsentRequest request)
        {
            PageModel prerendered = markup.Page(context, request);
            language.Keep(prerendered.Texts.Language);
            return (prerendered, OwnAddress.Current(context.Request));
        }

        PathString pathBase = PathString.FromUriComponent(new Uri(navigation.BaseUri).AbsolutePath.TrimEnd('/'));
        PageModel model = markup.Page(source.Current, language.Prerendered ?? source.Current.Settings.Language ?? CultureInfo.CurrentUICulture.Name, pathBase);
        return (model, OwnAddress.Local(new Uri(navigation.Uri).PathAndQuery, pathBase));
    }

    /// <summary>The link to the settings.</summary>
    /// <param name="context">The request, while there is one.</param>
    /// <param name="words">The link's words, or null for the library's.</param>
    public RenderFragment SettingsLink(HttpContext? context, RenderFragment? words)
    {
        (PageModel model, string address) = Of(context);
        if (context is not null)
        {
            Placed.On(context).SettingsLink = true;
        }

        return builder =>
        {
            builder.OpenElement(0, "a");
            builder.AddAttribute(1, "href", model.PreferencesFrom(address));
            builder.AddAttribute(2, "rel", "nofollow");
            // Our page is none of the app's router.
            builder.AddAttribute(3, "data-enhance-nav", "false");
            builder.AddContent(4, words ?? (text => text.AddContent(0, model.Texts["SettingsLink"])));
            builder.CloseElement();
        };
    }

    /// <summary>The declaration.</summary>
    /// <param name="context">The request, while there is one.</param>
    /// <param name="level">Level of the categories' headings.</param>
    /// <param name="nonce">The nonce of the page's content security policy.</param>
    public ValueTask<string> DeclarationAsync(HttpContext? context, int level, string? nonce)
    {
        (PageModel model, string address) = Of(context);
        return markup.DeclarationAsync(model, address, level, nonce);
    }
}
