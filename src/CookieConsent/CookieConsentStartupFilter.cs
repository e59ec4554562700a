using CookieConsent.Consent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CookieConsent;

/// <summary>Hangs enforcement before anything that the app or the framework adds, so that it has the last word.</summary>
internal sealed class CookieConsentStartupFilter(IServiceProvider services) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        CookieConsentPipeline pipeline = services.GetRequiredService<CookieConsentPipeline>();
        app.Use(following => context =>
        {
            pipeline.Begin(context);
            return following(context);
        });
        next(app);
        if (!pipeline.IsUsed)
        {
            throw new InvalidOperationException(
                "AddCookieConsent was called, but UseCookieConsent was not, so no banner would appear. "
                + "Add app.UseCookieConsent(); before everything but UseForwardedHeaders and UsePathBase.");
        }

        // What the lint has to say keeps no visitor waiting: it speaks when the site listens, or at once where no host says when that is.
        if (services.GetService<IHostApplicationLifetime>() is { } host)
        {
            host.ApplicationStarted.Register(Judge);
        }
        else
        {
            Judge();
        }

        void Judge() => _ = services.GetRequiredService<ConsentPolicySource>().Lint;
    };
}
