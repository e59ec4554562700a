using CookieConsent.Decision;
using CookieConsent.Presentation.Placement;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace CookieConsent.Presentation;

/// <summary>Places the link to the cookie settings here, in a site's own footer for instance, instead of at the end of the body.</summary>
[HtmlTargetElement("cookie-settings-link")]
public sealed class CookieSettingsLinkTagHelper : TagHelper
{
    /// <summary>The view, set by the framework.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        TagHelperContent content = await output.GetChildContentAsync();
        if (ViewContext.HttpContext is not { } http || http.Features.Get<ICookieConsentFeature>() is not ConsentRequest request)
        {
            output.SuppressOutput();
            return;
        }

        Placed.On(http).SettingsLink = true;
        ConsentMarkup markup = http.RequestServices.GetRequiredService<ConsentMarkup>();
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("href", markup.PreferencesAddress(http, request));
        output.Attributes.SetAttribute("rel", "nofollow");
        if (content.IsEmptyOrWhiteSpace)
        {
            output.Content.SetContent(markup.Text(http, request, "SettingsLink"));
        }
    }
}
