using CookieConsent.Decision;
using CookieConsent.Presentation;
using Microsoft.AspNetCore.Http;

namespace CookieConsent.Routes;

/// <summary>The requests that we answer ourselves.</summary>
internal static class OwnRoutes
{
    /// <summary>Answers the request, or returns null where it is the app's.</summary>
    public static Task? TryServe(HttpContext context, ConsentRequest request, ConsentMarkup markup, AuditRoutes audit)
    {
        // Marked although it is not ours, it has gone past the app's authorization: then it is nobody's.
        return !OwnEndpoint.IsMarked(context) ? null
            : context.Request.Path.StartsWithSegments(request.Policy.Settings.RoutePrefix, out PathString rest) ? Serve(context, request, markup, audit, rest.Value)
            : Answer.Text(context, StatusCodes.Status404NotFound, "Not found.");
    }

    // Apart from the above, where every request would pay for what the lambdas capture.
    private static Task Serve(HttpContext context, ConsentRequest request, ConsentMarkup markup, AuditRoutes audit, string? route)
    {
        return route switch
        {
            OwnAddress.Decision => DecisionRoute.ServeAsync(context, request, markup),
            OwnAddress.Preferences => PageRoute.ServeAsync(context, () => markup.PreferencesPageAsync(context, request, Back(context))),
            OwnAddress.Banner => PageRoute.ServeAsync(context, () => markup.BannerAsync(context, request, Back(context))),
            OwnAddress.Embed => PageRoute.ServeAsync(context, () => markup.EmbedAsync(context, request, context.Request.Query["vendor"], Back(context))),
            OwnAddress.Declaration => PageRoute.ServeAsync(context, () => markup.DeclarationPageAsync(context, request)),
            OwnAddress.DeclarationData => DeclarationDataRoute.ServeAsync(context, () => markup.DeclarationData(context, request)),
            { } when route.EndsWith(".pages.css", StringComparison.Ordinal) => AssetRoute.ServeAsync(context, Asset.Pages, route),
            { } when route.EndsWith(".css", StringComparison.Ordinal) => AssetRoute.ServeAsync(context, StyleAsset.Of(request.Policy), route),
            // Another version's would not fit the script that is on the page.
            { } when route == Asset.Rest.Route => AssetRoute.ServeAsync(context, Asset.Rest, route),
            { } when route.EndsWith(".js", StringComparison.Ordinal) => AssetRoute.ServeAsync(context, markup.Script(context, request, ScriptAsset.LanguageOf(route)), route),
            _ => audit.TryServe(context, request, markup, route) ?? Answer.Text(context, StatusCodes.Status404NotFound, "Not found."),
        };
    }

    /// <summary>Where the visitor comes from.</summary>
    private static string Back(HttpContext context) => OwnAddress.Local(context.Request.Query[OwnAddress.ReturnField], context.Request.PathBase);
}
