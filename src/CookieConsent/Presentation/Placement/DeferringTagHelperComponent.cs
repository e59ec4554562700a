using System.Text.Encodings.Web;
using CookieConsent.Consent;
using CookieConsent.Decision;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CookieConsent.Presentation.Placement;

/// <summary>Lets a visitor see the page before the script is there: it goes before the first script of the page, or waits until the page is parsed where there is none. Whatever else could run before keeps it in the head.</summary>
/// <param name="encoder">The views' own; there is none where there are no views.</param>
internal sealed class DeferringTagHelperComponent(HtmlEncoder? encoder = null) : TagHelperComponent
{
    /// <summary>Last, so that it sees what others have placed.</summary>
    public override int Order => int.MaxValue;

    [ViewContext]
    public ViewContext? ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext?.HttpContext is not { } http || http.Features.Get<ICookieConsentFeature>() is not ConsentRequest { Policy: { Asked.Count: > 0 } policy }
            || Placed.On(http) is not { Markup: { } head } placed)
        {
            return;
        }

        if (context.TagName.Equals("head", StringComparison.OrdinalIgnoreCase))
        {
            head.IsMoved = true;
            placed.IsHeadQuiet = !IsKept(http.Response) && IsQuiet(output, policy) && IsQuiet(await output.GetChildContentAsync(), policy);
            head.IsMoved = false;
        }
        else if (placed.IsHeadQuiet && context.TagName.Equals("body", StringComparison.OrdinalIgnoreCase)
            && !http.Response.HasStarted && !output.IsContentModified && IsQuiet(output, policy))
        {
            Move(head, await output.GetChildContentAsync(), output, policy, http.Response);
        }
    }

    private void Move(HeadMarkup head, TagHelperContent content, TagHelperOutput output, ConsentPolicy policy, HttpResponse response)
    {
        PageText text = Text(content);
        response.RegisterForDispose(text);
        int first = EarlyCode.IndexOf(text.Markup, policy, out bool isScript);
        if (!text.IsPartial)
        {
            head.MayWait = first < 0;
            if (isScript && !head.IsFixed)
            {
                head.IsMoved = true;
                text.Insert(first, head.Script);
                output.Content.SetHtmlContent(text.Content);
            }
        }
    }

    private bool IsQuiet(IHtmlContent content, ConsentPolicy policy)
    {
        using PageText text = Text(content);
        return !text.IsPartial && EarlyCode.IndexOf(text.Markup, policy, out _) < 0;
    }

    private PageText Text(IHtmlContent content)
    {
        var text = new PageText(encoder ?? HtmlEncoder.Default);
        text.AppendHtml(content);
        return text;
    }

    /// <summary>A page from a cache may have the bar although the visitor has decided meanwhile; only the script takes it away, and before it is seen.</summary>
    private static bool IsKept(HttpResponse response) => response.Headers.CacheControl.ToString() is var directives
        && (directives.Contains("public", StringComparison.OrdinalIgnoreCase) || directives.Contains("max-age", StringComparison.OrdinalIgnoreCase) || directives.Contains("s-maxage", StringComparison.OrdinalIgnoreCase))
        && !directives.Contains("no-store", StringComparison.OrdinalIgnoreCase);
}
