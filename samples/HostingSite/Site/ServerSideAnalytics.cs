using System.Globalization;

namespace HostingSite.Site;

/// <summary>Counts visits from the server, as a server-side tag would, and asks nobody: the consent library stands between it and the browser.</summary>
public static class ServerSideAnalytics
{
    private static readonly TimeSpan FourYears = TimeSpan.FromDays(4 * 365);

    public static void UseServerSideAnalytics(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.Request.Cookies.ContainsKey("_ga"))
        {
            context.Response.Cookies.Append("_ga", $"GA1.1.{VisitorId()}", new CookieOptions
            {
                MaxAge = FourYears,
                Secure = context.Request.IsHttps,
                SameSite = SameSiteMode.Lax,
            });
        }

        if (!context.Request.Cookies.ContainsKey("FPID"))
        {
            context.Response.Headers.Append("Set-Cookie", $"FPID=FPID2.1.{VisitorId()}; Max-Age=63072000; Path=/; HttpOnly; SameSite=Lax");
        }

        return next(context);
    });

    private static string VisitorId() => Random.Shared.NextInt64(1, 1_000_000_000).ToString(CultureInfo.InvariantCulture);
}
