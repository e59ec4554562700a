using CookieConsent.Decision;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace CookieConsent.Presentation.Gates;

/// <summary>A network's like, follow, share or pin button: a plain link until the visitor agrees, then what stands inside, the network's own markup.</summary>
[HtmlTargetElement(Tag, Attributes = "vendor")]
public sealed class ConsentShareTagHelper : TagHelper
{
    internal const string Tag = "consent-share";

    /// <summary>The id of the network's vendor, <c>facebook</c> for instance.</summary>
    public string Vendor { get; set; } = "";

    /// <summary>The page to share, as an absolute address. Default: the page that the button stands on.</summary>
    public string? Url { get; set; }

    /// <summary>The profile to follow, instead of a page to share. Default: none.</summary>
    public string? Follow { get; set; }

    /// <summary>The link's words. Default: "Share on" or "Follow on" and the network's name, in the visitor's language.</summary>
    public string? Text { get; set; }

    /// <summary>The view, set by the framework.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.HttpContext is not { } http || http.Features.Get<ICookieConsentFeature>() is not ConsentRequest request)
        {
            output.TagName = null;
            return;
        }

        Gate gate = Gate.OfVendor(Vendor.Trim(), request.Policy);
        http.RequestServices.GetRequiredService<GateReport>().Met(gate, ViewContext, Tag, null, request.Policy);
        if (gate.IsOpen(request))
        {
            output.TagName = "span";
            Fragment.Gate(http, gate, open: true, context.UniqueId, output);
            return;
        }

        string link = Follow ?? ShareAddress.Of(gate.Id, Url ?? http.Request.GetEncodedUrl())
            ?? throw new InvalidOperationException($"<{Tag} vendor=\"{Vendor}\"> has no plain address for sharing. Give it a follow=\"https://...\", or use one of: {string.Join(", ", ShareAddress.Known)}.");
        var model = new ShareModel(gate, link, gate.Vendor?.Name ?? Vendor, Text, GatedElement.Text(output, "class"), Fragment.Key(http, context.UniqueId), Follow is not null);
        output.SuppressOutput();
        output.PostElement.AppendHtml(await http.RequestServices.GetRequiredService<ConsentMarkup>().ShareAsync(http, request, model));
    }
}
