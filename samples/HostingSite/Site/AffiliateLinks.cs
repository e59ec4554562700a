namespace HostingSite.Site;

/// <summary><c>/go/partner</c>: remembers for a year which affiliate sent the visitor, and moves on to the prices.</summary>
public static class AffiliateLinks
{
    public const string CookieName = "ref";

    public static void MapAffiliateLinks(this IEndpointRouteBuilder routes) => routes.MapGet("/go/{partner:alpha:maxlength(20)}", Land);

    private static IResult Land(HttpContext context, string partner)
    {
        context.Response.Cookies.Append(CookieName, partner.ToLowerInvariant(), new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
        });
        return Results.LocalRedirect("/pricing");
    }
}
