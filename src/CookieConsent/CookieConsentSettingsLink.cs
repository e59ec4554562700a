using CookieConsent.Presentation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Http;

namespace CookieConsent;

/// <summary>Places the link to the cookie settings in a Blazor app, in its footer for instance; in an interactive layout, too, on the server.</summary>
public sealed class CookieConsentSettingsLink : ComponentBase, IDisposable
{
    /// <summary>The link's words. Default: the library's, in the page's language.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [CascadingParameter]
    private HttpContext? Context { get; set; }

    [Inject]
    private BlazorPage Page { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose() => Navigation.LocationChanged -= Follow;

    /// <inheritdoc/>
    protected override void OnInitialized() => Navigation.LocationChanged += Follow;

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Page.SettingsLink(Context, ChildContent));

    // The link leads back to the page that the visitor has gone to.
    private void Follow(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(StateHasChanged);
}
