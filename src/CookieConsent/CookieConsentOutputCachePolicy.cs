using CookieConsent.Decision;
using Microsoft.AspNetCore.OutputCaching;

namespace CookieConsent;

/// <summary>Keeps what the output cache made for visitors of one decision from visitors of another. It does not switch caching on.</summary>
internal sealed class CookieConsentOutputCachePolicy : IOutputCachePolicy
{
    public static readonly CookieConsentOutputCachePolicy Instance = new();

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (context.HttpContext.Features.Get<ICookieConsentFeature>() is ConsentRequest request)
        {
            context.CacheVaryByRules.VaryByValues["cookie-consent"] = request.CacheKey;
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;
}
