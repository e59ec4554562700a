using CookieConsent;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Adds cookie consent to an app's pipeline.</summary>
public static class CookieConsentApplicationBuilderExtensions
{
    /// <summary>Answers the library's own requests here. Call it before everything but <c>UseForwardedHeaders</c> and <c>UsePathBase</c>; cookies are withheld wherever it stands.</summary>
    /// <exception cref="InvalidOperationException"><c>AddCookieConsent</c> was not called.</exception>
    public static IApplicationBuilder UseCookieConsent(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        CookieConsentPipeline pipeline = app.ApplicationServices.GetService<CookieConsentPipeline>()
            ?? throw new InvalidOperationException("UseCookieConsent was called, but AddCookieConsent was not. Add builder.Services.AddCookieConsent(); before builder.Build().");
        pipeline.IsUsed = true;
        return app.UseMiddleware<CookieConsentMiddleware>();
    }
}
