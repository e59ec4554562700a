using CookieConsent.Decision;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Hosting;

namespace CookieConsent.Presentation.Placement;

/// <summary>Places the script, the stylesheet, the bar and the settings link in every Razor layout, unless the page places them itself.</summary>
internal sealed class PlacingTagHelperComponent(ConsentMarkup markup, RenderedFindings findings, IHostEnvironment environment) : TagHelperComponent
{
    [ViewContext]
    public ViewContext? ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        // A view that is rendered for a mail or a PDF has no visitor.
        if (ViewContext?.HttpContext is not { } http || http.Features.Get<ICookieConsentFeature>() is not ConsentRequest request)
        {
            return;
        }

        if (context.TagName.Equals("head", StringComparison.OrdinalIgnoreCase))
        {
            await output.GetChildContentAsync();
            PlaceHead(http, request, output.PreContent);
            if (Placed.On(http).Markup is { MayWait: null } head && WholePage.Of(ViewContext.Writer) is { } page)
            {
                head.MayWait = encoder => !PageCaching.IsKept(http.Response) && WholePage.IsQuiet(page, encoder, request.Policy);
            }
        }
        else if (context.TagName.Equals("body", StringComparison.OrdinalIgnoreCase))
        {
            // Only when the content is made is it known what the page has placed itself.
            await output.GetChildContentAsync();
            await PlaceAsync(http, request, output);
            if (request.Policy.Asked.Count > 0 && PageCaching.IsShared(http.Response))
            {
                findings.Note(RenderedLint.Shared(ViewContext.View.Path), request.Policy);
            }
        }
    }

    private async Task PlaceAsync(HttpContext http, ConsentRequest request, TagHelperOutput output)
    {
        Placed placed = Placed.On(http);
        if (request.Policy.Asked.Count == 0)
        {
            if (environment.IsDevelopment())
            {
                PlaceHead(http, request, output.PreContent);
                output.PreContent.AppendHtml(await markup.HintAsync(http, request));
            }

            return;
        }

        PlaceHead(http, request, output.PreContent);
        if (!placed.Bar)
        {
            output.PreContent.AppendHtml(await markup.BarAsync(http, request));
        }

        if (!placed.SettingsLink && !request.IsDecisionNeeded)
        {
            output.PostContent.AppendHtml(await markup.SettingsLinkAsync(http, request));
        }

        placed.SettingsLink = true;
    }

    private void PlaceHead(HttpContext http, ConsentRequest request, TagHelperContent content)
    {
        Placed placed = Placed.On(http);
        if (!placed.Head && (request.Policy.Asked.Count > 0 || environment.IsDevelopment()))
        {
            placed.Head = true;
            placed.Markup = markup.Head(http, request);
            content.AppendHtml(placed.Markup);
        }
    }
}
