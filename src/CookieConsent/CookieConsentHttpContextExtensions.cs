using CookieConsent.Decision;

namespace Microsoft.AspNetCore.Http;

/// <summary>Asks a request what its visitor has decided.</summary>
public static class CookieConsentHttpContextExtensions
{
    /// <summary>What the visitor of this request has decided, and how to change it from code.</summary>
    /// <exception cref="InvalidOperationException">The request did not come through an app with cookie consent.</exception>
    public static ICookieConsentFeature GetCookieConsent(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<ICookieConsentFeature>()
            ?? throw new InvalidOperationException("This request has no cookie consent. Call builder.Services.AddCookieConsent() and app.UseCookieConsent(); a view rendered outside a request has no visitor to ask about.");
    }
}
