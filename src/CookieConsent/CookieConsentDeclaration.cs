using CookieConsent.Presentation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;

namespace CookieConsent;

/// <summary>Places the declaration of all cookies in a page of a Blazor app, the privacy policy for instance; in an interactive one, too, on the server.</summary>
public sealed class CookieConsentDeclaration : ComponentBase
{
    private string _markup = "";

    /// <summary>Level of the categories' headings, 1 to 5; the vendors' are one below. Default: 3, for a page whose section has an <c>h2</c>.</summary>
    [Parameter]
    public int HeadingLevel { get; set; } = DeclarationModel.DefaultLevel;

    /// <summary>The nonce of the page's content security policy, if it asks for one: the declaration has a stylesheet of its own. Default: none.</summary>
    [Parameter]
    public string? Nonce { get; set; }

    [CascadingParameter]
    private HttpContext? Context { get; set; }

    [Inject]
    private BlazorPage Page { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync() => _markup = await Page.DeclarationAsync(Context, HeadingLevel, Nonce);

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddMarkupContent(0, _markup);
}
