using CookieConsent.Decision;
using CookieConsent.Presentation;
using CookieConsent.Presentation.Placement;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;

namespace CookieConsent;

/// <summary>Places the library's script and stylesheet in the head of a Blazor app's <c>App.razor</c>, before the scripts of others. Without it, <see cref="CookieConsentBanner"/> does.</summary>
public sealed class CookieConsentHead : ComponentBase
{
    private string? _markup;

    /// <summary>The nonce of the page's content security policy, if it asks for one. Default: none.</summary>
    [Parameter]
    public string? Nonce { get; set; }

    [CascadingParameter]
    private HttpContext? Context { get; set; }

    [Inject]
    private ConsentMarkup Markup { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (Context?.Features.Get<ICookieConsentFeature>() is ConsentRequest request)
        {
            // Not while rendering: the banner further down asks before.
            Placed.On(Context).Head = true;
            _markup = Markup.Head(Context, request, Nonce).ToString();
        }
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddMarkupContent(0, _markup);
}
