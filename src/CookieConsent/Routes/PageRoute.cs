using Microsoft.AspNetCore.Http;

namespace CookieConsent.Routes;

/// <summary>A page of our own: it carries no script and no style but ours, and nobody may frame it.</summary>
internal static class PageRoute
{
    /// <param name="context">The request.</param>
    /// <param name="page">Makes the page; empty where there is none.</param>
    public static async Task ServeAsync(HttpContext context, Func<ValueTask<string>> page)
    {
        if (!Answer.IsRead(context.Request))
        {
            await Answer.NotAllowed(context, "GET, HEAD");
            return;
        }

        // A frame could lure a visitor into pressing a button of ours.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";
        await (await page() is { Length: > 0 } html ? Answer.Html(context, html) : Answer.Text(context, StatusCodes.Status404NotFound, "Not found."));
    }
}
