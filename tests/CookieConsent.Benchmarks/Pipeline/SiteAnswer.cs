namespace CookieConsent.Benchmarks.Pipeline;

/// <summary>What the site behind every pipeline does, by path.</summary>
internal static class SiteAnswer
{
    public const string Nothing = "/articles/cookies";
    public const string Appends = "/append";
    public const string WritesHeader = "/header";

    private static readonly CookieOptions Essential = new() { IsEssential = true, Expires = DateTimeOffset.UtcNow.AddYears(1), Path = "/", Secure = true, SameSite = SameSiteMode.Lax };
    private static readonly CookieOptions Other = new() { Expires = DateTimeOffset.UtcNow.AddYears(1), Path = "/", Secure = true, SameSite = SameSiteMode.Lax };

    /// <summary>Sets one essential cookie and two that need consent, or none.</summary>
    public static Task AnswerAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case Appends:
                IResponseCookies cookies = context.Response.Cookies;
                cookies.Append("basket", "17", Essential);
                cookies.Append("_ga", "GA1.2.1932761214.1700000000", Other);
                cookies.Append("_gid", "GA1.2.861261421.1700000000", Other);
                break;
            case WritesHeader:
                IHeaderDictionary headers = context.Response.Headers;
                headers.Append("Set-Cookie", "basket=17; path=/; samesite=lax");
                headers.Append("Set-Cookie", "_ga=GA1.2.1932761214.1700000000; path=/; samesite=lax");
                headers.Append("Set-Cookie", "_gid=GA1.2.861261421.1700000000; path=/; samesite=lax");
                break;
        }

        return Task.CompletedTask;
    }
}
