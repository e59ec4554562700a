using CookieConsent.Decision;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace CookieConsent.Presentation.Gates;

/// <summary>Puts something in a frame's place that says what would load, and lets the visitor decide.</summary>
internal static class Placeholder
{
    /// <param name="http">The request.</param>
    /// <param name="request">What the visitor said.</param>
    /// <param name="gate">What the frame needs.</param>
    /// <param name="output">The frame.</param>
    /// <param name="link">Where the content is by itself; by default derived from the frame's address.</param>
    /// <param name="thumbnail">A picture of the site's own.</param>
    public static async Task PutAsync(HttpContext http, ConsentRequest request, Gate gate, TagHelperOutput output, string? link = null, string? thumbnail = null)
    {
        string address = GatedElement.Text(output, "src") ?? "";
        ConsentMarkup markup = http.RequestServices.GetRequiredService<ConsentMarkup>();
        // Its fallback content comes along.
        output.Content.SetHtmlContent(await output.GetChildContentAsync());
        var model = new EmbedModel(
            gate,
            null,
            GatedElement.Text(output, "title"),
            link ?? ContentAddress.OfFrame(address),
            thumbnail,
            GatedElement.Text(output, "class"),
            GatedElement.Text(output, "width"),
            GatedElement.Text(output, "height"),
            gate.Vendor is { Category.IsEssential: false } vendor ? AskedField.Write(vendor, request.Policy) : "");
        GatedElement.MoveAddresses(output);
        Replace(output, await markup.EmbedAsync(http, request, model with { Frame = GatedElement.Write(output) }));
    }

    /// <summary>A frame that shows nothing but a network's button leaves a plain link.</summary>
    public static async Task PutLinkAsync(HttpContext http, ConsentRequest request, ShareModel share, TagHelperOutput output) =>
        Replace(output, await http.RequestServices.GetRequiredService<ConsentMarkup>().ShareAsync(http, request, share));

    private static void Replace(TagHelperOutput output, string markup)
    {
        output.SuppressOutput();
        output.PostElement.AppendHtml(markup);
    }
}
