using CookieConsent.Decision;
using CookieConsent.Presentation;
using CookieConsent.Routes;
using Microsoft.AspNetCore.Http;

namespace CookieConsent;

/// <summary>Serves our own routes; path base, scheme and host are as corrected by now.</summary>
internal sealed class CookieConsentMiddleware(RequestDelegate next, ConsentMarkup markup)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<ICookieConsentFeature>() is not ConsentRequest request)
        {
            return next(context);
        }

        request.Enter();
        return OwnRoutes.TryServe(context, request, markup) ?? next(context);
    }
}
