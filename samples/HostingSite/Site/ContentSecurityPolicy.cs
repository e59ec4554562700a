namespace HostingSite.Site;

/// <summary>Lets nothing load but the site's own and its vendors'. Whether a vendor may load for this visitor is for the gates to say: a header that came before the visitor's choice would still be in force after it.</summary>
public static class ContentSecurityPolicy
{
    private static readonly string Policy = string.Join("; ",
    [
        "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
        "script-src 'self' https://www.googletagmanager.com https://platform.twitter.com https://apis.google.com https://platform.linkedin.com https://assets.pinterest.com https://www.paypal.com https://js.stripe.com https://pagead2.googlesyndication.com",
        "frame-src https://www.facebook.com https://platform.twitter.com https://www.linkedin.com https://www.youtube.com https://www.paypal.com https://js.stripe.com https://m.stripe.network https://pagead2.googlesyndication.com https://ad.doubleclick.net",
        "img-src 'self' https://log.pinterest.com",
        "connect-src 'self' https://*.google-analytics.com",
    ]);

    public static void UseContentSecurityPolicy(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            if (context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true
                && !context.Response.Headers.ContainsKey("Content-Security-Policy"))
            {
                context.Response.Headers.ContentSecurityPolicy = Policy;
            }

            return Task.CompletedTask;
        });
        return next(context);
    });
}
