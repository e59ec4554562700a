using CookieConsent.Decision;
using CookieConsent.Presentation;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace CookieConsent;

/// <summary>Keeps what the output cache made for visitors of one decision and language from visitors of another. It does not switch caching on.</summary>
internal sealed class CookieConsentOutputCachePolicy : IOutputCachePolicy
{
    public static readonly CookieConsentOutputCachePolicy Instance = new();

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (context.HttpContext.Features.Get<ICookieConsentFeature>() is ConsentRequest request)
        {
            context.CacheVaryByRules.VaryByValues["cookie-consent"] = request.CacheKey;

            // The output cache does not look at Vary.
            if (context.HttpContext.RequestServices.GetRequiredService<ConsentMarkup>().WishedLanguage(context.HttpContext, request) is { } language)
            {
                context.CacheVaryByRules.VaryByValues["cookie-consent-language"] = language;
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;
}
