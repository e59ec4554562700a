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
        if (link is null && ShareAddress.OfFrame(address) is { } share && gate.Vendor is { } network)
        {
            string button = await markup.ShareAsync(http, request, new ShareModel(gate, share, network.Name, null, GatedElement.Text(output, "class"), null));
            Replace(output, button);
            return;
        }

        // Its fallback content comes along.
        output.Content.SetHtmlContent(await output.GetChildContentAsync());
        var model = new EmbedModel(
            gate,
            "",
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

    private static void Replace(TagHelperOutput output, string markup)
    {
        output.SuppressOutput();
        output.PostElement.AppendHtml(markup);
    }
}
