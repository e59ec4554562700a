using CookieConsent.Decision;
using CookieConsent.Presentation;
using CookieConsent.Presentation.Placement;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace CookieConsent;

/// <summary>Places the banner, or after a decision the confirmation, at the start of the body of a Blazor app's <c>App.razor</c>. Around the body's content it adds the settings link behind it.</summary>
/// <exception cref="InvalidOperationException">It stands in an interactive component, which has no request whose visitor could be asked.</exception>
public sealed class CookieConsentBanner : ComponentBase
{
    private string? _start;
    private string? _end;

    /// <summary>The body's content, <c>&lt;Routes /&gt;</c> for instance. Default: none, and the app places a <see cref="CookieConsentSettingsLink"/> itself.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>False where the app places a <see cref="CookieConsentSettingsLink"/> of its own. Default: true.</summary>
    [Parameter]
    public bool SettingsLink { get; set; } = true;

    [CascadingParameter]
    private HttpContext? Context { get; set; }

    [Inject]
    private ConsentMarkup Markup { get; set; } = null!;

    [Inject]
    private IHostEnvironment Environment { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            throw new InvalidOperationException("CookieConsentBanner stands in an interactive component, where it would disappear. Put it into App.razor, around the Routes component.");
        }

        if (Context?.Features.Get<ICookieConsentFeature>() is not ConsentRequest request)
        {
            return;
        }

        bool asks = request.Policy.Asked.Count > 0;
        if (asks || Environment.IsDevelopment())
        {
            Placed placed = Placed.On(Context);
            string head = placed.Head ? "" : Markup.Head(Context, request).ToString();
            (placed.Head, placed.Bar) = (true, true);
            _start = head + (asks ? await Markup.BarAsync(Context, request) : await Markup.HintAsync(Context, request));
        }

        bool hasLink = ChildContent is not null && SettingsLink;
        if (asks && !hasLink)
        {
            WayBack.Expect(Context, request.Policy);
        }
        else if (asks && !request.IsDecisionNeeded)
        {
            _end = await Markup.SettingsLinkAsync(Context, request);
        }
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.AddMarkupContent(0, _start);
        builder.AddContent(1, ChildContent);
        builder.AddMarkupContent(2, _end);
    }
}
