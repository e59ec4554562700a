using CookieConsent.Decision;

namespace HostingSite.Site;

/// <summary>Lets a vendor's addresses load only on a page whose visitor agreed to the vendor, or needs it there.</summary>
public static class ContentSecurityPolicy
{
    private const string Own = "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private static readonly (string Vendor, string Directive, string Sources)[] Vendors =
    [
        ("google-analytics", "script-src", "https://www.googletagmanager.com"),
        ("google-analytics", "connect-src", "https://*.google-analytics.com"),
        ("facebook", "frame-src", "https://www.facebook.com"),
        ("x-twitter", "script-src", "https://platform.twitter.com"),
        ("x-twitter", "frame-src", "https://platform.twitter.com"),
        ("google", "script-src", "https://apis.google.com"),
        ("google", "frame-src", "https://www.youtube.com"),
        ("linkedin", "script-src", "https://platform.linkedin.com"),
        ("linkedin", "frame-src", "https://www.linkedin.com"),
        ("pinterest", "script-src", "https://assets.pinterest.com"),
        ("pinterest", "img-src", "https://log.pinterest.com"),
        ("youtube", "frame-src", "https://www.youtube.com"),
        ("paypal", "script-src", "https://www.paypal.com"),
        ("paypal", "frame-src", "https://www.paypal.com"),
        ("stripe", "script-src", "https://js.stripe.com"),
        ("stripe", "frame-src", "https://js.stripe.com https://m.stripe.network"),
        ("google-adsense", "script-src", "https://pagead2.googlesyndication.com"),
        ("google-adsense", "frame-src", "https://pagead2.googlesyndication.com"),
        ("doubleclick", "frame-src", "https://ad.doubleclick.net"),
    ];

    public static void UseContentSecurityPolicy(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            if (context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
            {
                context.Response.Headers.ContentSecurityPolicy = For(context.GetCookieConsent());
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    private static string For(ICookieConsentFeature consent)
    {
        IEnumerable<string> directives = Vendors
            .Where(entry => consent.IsVendorGranted(entry.Vendor))
            .GroupBy(entry => entry.Directive, entry => entry.Sources)
            .Select(sources => $"{sources.Key} 'self' {string.Join(' ', sources.Distinct())}");
        return string.Join("; ", directives.Prepend(Own));
    }
}
