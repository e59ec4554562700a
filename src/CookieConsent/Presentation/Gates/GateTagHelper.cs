using CookieConsent.Decision;
using CookieConsent.Presentation.Placement;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace CookieConsent.Presentation.Gates;

/// <summary>
/// Gates what would load from a vendor. Scripts, frames, images and links whose literal address belongs to a catalogued
/// vendor are gated by themselves; <c>consent-vendor</c> and <c>consent-category</c> gate anything else, inline scripts
/// and whole fragments included; <c>consent-ignore="reason"</c> opts out.
/// </summary>
/// <remarks>
/// Until the visitor agrees, an element has no live address, and a fragment is not sent at all. The automatic gates
/// select by literal address, never a bare element: an element with C# among its attributes goes on compiling.
/// </remarks>
[HtmlTargetElement("script", Attributes = "[src^='https://']")]
[HtmlTargetElement("script", Attributes = "[src^='http://']")]
[HtmlTargetElement("script", Attributes = "[src^='//']")]
[HtmlTargetElement("iframe", Attributes = "[src^='https://']")]
[HtmlTargetElement("iframe", Attributes = "[src^='http://']")]
[HtmlTargetElement("iframe", Attributes = "[src^='//']")]
[HtmlTargetElement("img", Attributes = "[src^='https://']", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("img", Attributes = "[src^='http://']", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("img", Attributes = "[src^='//']", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("img", Attributes = "[srcset^='https://']", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("img", Attributes = "[srcset^='http://']", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("img", Attributes = "[srcset^='//']", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("link", Attributes = "[imagesrcset^='https://']", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("link", Attributes = "[imagesrcset^='http://']", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("link", Attributes = "[imagesrcset^='//']", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("link", Attributes = "[href^='https://']", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("link", Attributes = "[href^='http://']", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("link", Attributes = "[href^='//']", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("*", Attributes = VendorAttribute)]
[HtmlTargetElement("*", Attributes = CategoryAttribute)]
[HtmlTargetElement("*", Attributes = IgnoreAttribute)]
[HtmlTargetElement("img", Attributes = VendorAttribute, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("img", Attributes = CategoryAttribute, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("img", Attributes = IgnoreAttribute, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("link", Attributes = VendorAttribute, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("link", Attributes = CategoryAttribute, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("link", Attributes = IgnoreAttribute, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("embed", Attributes = VendorAttribute, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("embed", Attributes = CategoryAttribute, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("embed", Attributes = IgnoreAttribute, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("source", Attributes = VendorAttribute, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("source", Attributes = CategoryAttribute, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("source", Attributes = IgnoreAttribute, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("input", Attributes = VendorAttribute, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("input", Attributes = CategoryAttribute, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("input", Attributes = IgnoreAttribute, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("track", Attributes = VendorAttribute, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("track", Attributes = CategoryAttribute, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("track", Attributes = IgnoreAttribute, TagStructure = TagStructure.WithoutEndTag)]
public sealed class GateTagHelper : TagHelper
{
    private const string VendorAttribute = "consent-vendor";
    private const string CategoryAttribute = "consent-category";
    private const string IgnoreAttribute = "consent-ignore";

    /// <summary>After the framework's own helpers, which make addresses.</summary>
    public override int Order => 10_000;

    /// <summary>The id of the vendor whose grant the element needs. Default: the vendor whom the element's address belongs to.</summary>
    [HtmlAttributeName(VendorAttribute)]
    public string? Vendor { get; set; }

    /// <summary>The id of the category whose grant the element needs. Default: none.</summary>
    [HtmlAttributeName(CategoryAttribute)]
    public string? Category { get; set; }

    /// <summary>Why the element needs no consent although its address belongs to a vendor. Without a reason it stays gated. Default: none.</summary>
    [HtmlAttributeName(IgnoreAttribute)]
    public string? Ignore { get; set; }

    /// <summary>The view, set by the framework.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        // A view that is rendered for a mail or a PDF has no visitor; a consent-embed gates itself.
        if (ViewContext.HttpContext is not { } http || http.Features.Get<ICookieConsentFeature>() is not ConsentRequest request
            || output.TagName is not { } tag || tag.Equals(ConsentEmbedTagHelper.Tag, StringComparison.OrdinalIgnoreCase) || tag.Equals(ConsentShareTagHelper.Tag, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        string? address = GatedElement.Address(output);
        Gate? gate = !string.IsNullOrWhiteSpace(Vendor) ? Gate.OfVendor(Vendor.Trim(), request.Policy)
            : !string.IsNullOrWhiteSpace(Category) ? Gate.OfCategory(Category.Trim(), request.Policy)
            : GatedElement.Loads(tag, output) ? GateOf(output, request)
            : null;
        GateReport report = http.RequestServices.GetRequiredService<GateReport>();
        if (gate is null)
        {
            if (GatedElement.Loads(tag, output))
            {
                report.Passed(ViewContext, tag, address, request.Policy);
            }

            return;
        }

        if (!gate.IsEssential && tag.Equals("script", StringComparison.OrdinalIgnoreCase))
        {
            Placed.On(http).VendorScript = ViewContext.ExecutingFilePath;
        }

        if (Ignore is not null)
        {
            report.Ignored(gate, Ignore.Trim(), ViewContext, tag, address, request.Policy);
            if (!string.IsNullOrWhiteSpace(Ignore))
            {
                return;
            }
        }

        report.Met(gate, ViewContext, tag, address, request.Policy);
        bool open = gate.IsOpen(request);
        switch (tag.ToLowerInvariant())
        {
            case "script":
                if (address is null)
                {
                    report.Inline((await output.GetChildContentAsync()).GetContent(), ViewContext, tag, request.Policy);
                }

                if (!open)
                {
                    GatedElement.Wrap(output, gate);
                }

                break;
            case "iframe" when ShareAddress.OfFrame(address ?? "") is { } share && gate.Vendor is { } network:
                if (open)
                {
                    Fragment.Gate(http, gate, open, context.UniqueId, output);
                }
                else
                {
                    await Placeholder.PutLinkAsync(http, request, new ShareModel(gate, share, network.Name, null, GatedElement.Text(output, "class"), Fragment.Key(http, context.UniqueId)), output);
                }

                break;
            case "iframe" when !open && !GatedElement.IsPixel(output):
                await Placeholder.PutAsync(http, request, gate, output);
                break;
            case "iframe" or "img" or "link" or "embed" or "source" or "input" or "track":
                if (!open)
                {
                    GatedElement.MoveAddresses(output);
                    output.Attributes.SetAttribute(gate.Attribute.Name, gate.Attribute.Value);
                }

                break;
            default:
                Fragment.Gate(http, gate, open, context.UniqueId, output);
                break;
        }
    }

    /// <summary>The gate of the first address that is shut, else of the first that has one.</summary>
    private static Gate? GateOf(TagHelperOutput output, ConsentRequest request) =>
        GatedElement.AddressesOf(output).Select(address => Gate.OfAddress(address, request.Policy)).OfType<Gate>().OrderBy(gate => gate.IsOpen(request)).FirstOrDefault();
}
