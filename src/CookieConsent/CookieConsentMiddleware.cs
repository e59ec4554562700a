using CookieConsent.Decision;
using CookieConsent.Presentation;
using CookieConsent.Routes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CookieConsent;

/// <summary>Serves our own routes; path base, scheme and host are as corrected by now.</summary>
internal sealed class CookieConsentMiddleware(RequestDelegate next, ConsentMarkup markup, AuditRoutes audit)
{
    public Task InvokeAsync(HttpContext context)
    {
        // Nearly always the response's cookies are ours, and that feature is the quickest to find.
        ConsentRequest? request = context.Features[typeof(IResponseCookiesFeature)] as ConsentRequest ?? context.Features.Get<ICookieConsentFeature>() as ConsentRequest;
        if (request is null)
        {
            return next(context);
        }

        request.Enter();
        return OwnRoutes.TryServe(context, request, markup, audit) ?? next(context);
    }
}
