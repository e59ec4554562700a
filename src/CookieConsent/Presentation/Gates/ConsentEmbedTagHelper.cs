using CookieConsent.Decision;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace CookieConsent.Presentation.Gates;

/// <summary>A frame with a vendor's content: a placeholder of the same size until the visitor agrees, the frame after. All other attributes go to the frame.</summary>
[HtmlTargetElement(Tag, Attributes = "src")]
public sealed class ConsentEmbedTagHelper : TagHelper
{
    internal const string Tag = "consent-embed";

    /// <summary>The address of the content. It may be made by an expression.</summary>
    public string Src { get; set; } = "";

    /// <summary>The id of the vendor. Default: the one whom the address belongs to.</summary>
    public string? Vendor { get; set; }

    /// <summary>Where the content is a page of its own, for a visitor who would rather go there. Default: derived from the address.</summary>
    public string? Href { get; set; }

    /// <summary>A picture to show behind the placeholder's text. Only the site's own: a path such as <c>/img/tour.jpg</c>. Default: none.</summary>
    public string? Thumbnail { get; set; }

    /// <summary>The view, set by the framework.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "iframe";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("src", Src);
        if (ViewContext.HttpContext is not { } http || http.Features.Get<ICookieConsentFeature>() is not ConsentRequest request)
        {
            return;
        }

        Gate? gate = string.IsNullOrWhiteSpace(Vendor) ? Gate.OfAddress(Src, request.Policy) : Gate.OfVendor(Vendor.Trim(), request.Policy);
        GateReport report = http.RequestServices.GetRequiredService<GateReport>();
        if (gate is null)
        {
            report.Passed(ViewContext, Tag, Src, request.Policy);
            return;
        }

        report.Met(gate, ViewContext, Tag, Src, request.Policy);
        if (gate.IsOpen(request))
        {
            return;
        }

        string? thumbnail = OwnPicture(http.Request.PathBase, Thumbnail);
        if (Thumbnail is not null && thumbnail is null)
        {
            report.ForeignThumbnail(ViewContext, Tag, Thumbnail, request.Policy);
        }

        await Placeholder.PutAsync(http, request, gate, output, Href, thumbnail);
    }

    /// <summary>The picture's address where it is a path of this site, else null.</summary>
    private static string? OwnPicture(string pathBase, string? address) => address switch
    {
        ['~', '/', .. var rest] => $"{pathBase}/{rest}",
        ['/', '/' or '\\', ..] => null,
        ['/', ..] => address,
        _ => null,
    };
}
