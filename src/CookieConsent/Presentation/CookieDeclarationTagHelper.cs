using CookieConsent.Decision;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace CookieConsent.Presentation;

/// <summary>Places the table of all declared cookies here, in the privacy policy for instance.</summary>
[HtmlTargetElement("cookie-declaration")]
public sealed class CookieDeclarationTagHelper : TagHelper
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
            output.Content.SetHtmlContent(await http.RequestServices.GetRequiredService<ConsentMarkup>().DeclarationAsync(http, request));
        }
    }
}
