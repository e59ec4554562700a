using CookieConsent.Decision;
using CookieConsent.Presentation.Placement;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace CookieConsent.Presentation;

/// <summary>Places the banner here instead of at the start of the body; after a decision, the confirmation.</summary>
[HtmlTargetElement("cookie-consent-banner")]
public sealed class CookieConsentBannerTagHelper : TagHelper
{
    /// <summary>The view, set by the framework.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.SuppressOutput();
        if (ViewContext.HttpContext is { } http && http.Features.Get<ICookieConsentFeature>() is ConsentRequest request)
        {
            Placed.On(http).Bar = true;
            WayBack.Expect(http, request.Policy);
            output.Content.SetHtmlContent(await http.RequestServices.GetRequiredService<ConsentMarkup>().BarAsync(http, request));
        }
    }
}
