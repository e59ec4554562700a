using CookieConsent.Decision;
using CookieConsent.Presentation.Placement;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace CookieConsent.Presentation;

/// <summary>Places the script and the stylesheet here instead of at the start of the head, for a site whose content security policy asks for a nonce. It belongs before every other script.</summary>
[HtmlTargetElement("cookie-consent-head", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CookieConsentHeadTagHelper : TagHelper
{
    /// <summary>The nonce of the site's content security policy. Default: none.</summary>
    public string? Nonce { get; set; }

    /// <summary>
    /// Whether the script may wait until the page is parsed, with <c>defer</c>, where nothing else of the page runs before.
    /// False for pages that a service worker or a network keeps without saying so in <c>Cache-Control</c>: a bar that
    /// was answered meanwhile is then never seen. Default: true.
    /// </summary>
    public bool Defer { get; set; } = true;

    /// <summary>The view, set by the framework.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.SuppressOutput();
        if (ViewContext.HttpContext is { } http && http.Features.Get<ICookieConsentFeature>() is ConsentRequest request)
        {
            Placed placed = Placed.On(http);
            placed.Head = true;
            if (placed.VendorScript is { } view && view == ViewContext.ExecutingFilePath)
            {
                http.RequestServices.GetRequiredService<RenderedFindings>().Note(RenderedLint.TooLate(view), request.Policy);
            }

            HeadMarkup head = http.RequestServices.GetRequiredService<ConsentMarkup>().Head(http, request, Nonce);
            placed.Markup = Defer ? head : null;
            output.Content.SetHtmlContent(head);
        }
    }
}
