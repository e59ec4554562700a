using CookieConsent.Decision;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace CookieConsent.Presentation;

/// <summary>Places the declaration of all cookies here, in the privacy policy for instance.</summary>
[HtmlTargetElement("cookie-declaration")]
public sealed class CookieDeclarationTagHelper : TagHelper
{
    /// <summary>The view, set by the framework.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Level of the categories' headings, 1 to 5; the vendors' are one below. Default: 3, for a page whose section has an <c>h2</c>.</summary>
    public int HeadingLevel { get; set; } = DeclarationModel.DefaultLevel;

    /// <summary>The nonce of the page's content security policy, if it asks for one: the declaration has a stylesheet of its own. Default: none.</summary>
    public string? Nonce { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.SuppressOutput();
        if (ViewContext.HttpContext is { } http && http.Features.Get<ICookieConsentFeature>() is ConsentRequest request)
        {
            output.Content.SetHtmlContent(await http.RequestServices.GetRequiredService<ConsentMarkup>().DeclarationAsync(http, request, HeadingLevel, Nonce));
        }
    }
}
