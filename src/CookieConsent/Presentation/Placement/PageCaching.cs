using Microsoft.AspNetCore.Http;

namespace CookieConsent.Presentation.Placement;

/// <summary>What a response lets caches do with its page.</summary>
internal static class PageCaching
{
    /// <summary>Caches on the way may keep the page and give it to others.</summary>
    public static bool IsShared(HttpResponse response) => Says(response, "public") || Says(response, "s-maxage");

    /// <summary>A cache may show the page when the visitor has decided meanwhile; only the script takes its bar away, and before it is seen.</summary>
    public static bool IsKept(HttpResponse response) =>
        !Says(response, "no-store")
        && (IsShared(response) || Says(response, "max-age") || (response.Headers.Expires.Count > 0 && !Says(response, "no-cache")));

    private static bool Says(HttpResponse response, string directive) => response.Headers.CacheControl is { Count: > 0 } lines
        && lines.Any(line => line is not null && line.Contains(directive, StringComparison.OrdinalIgnoreCase));
}
