using Microsoft.AspNetCore.Http;

namespace CookieConsent.Decision;

/// <summary>Where a request says it comes from (Fetch Metadata, and the <c>Origin</c> header where a browser sends none).</summary>
internal static class RequestOrigin
{
    /// <summary>It says that it comes from another site or another host of this one.</summary>
    public static bool IsForeign(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "" => request.Headers.Origin.ToString() is { Length: > 0 } origin && !IsOwn(origin, request.Host),
        "same-origin" or "none" => false,
        _ => true,
    };

    /// <summary>It says that it comes from another site, so that the browser sends no <c>SameSite=Lax</c> cookie with a POST.</summary>
    public static bool IsCrossSite(HttpRequest request) =>
        IsForeign(request) && request.Headers["Sec-Fetch-Site"] != "same-site";

    /// <summary>It says nothing about where it comes from.</summary>
    public static bool IsUnknown(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].Count == 0 && request.Headers.Origin.Count == 0;

    // Hosts are compared, not schemes: behind a proxy the app may not know its own.
    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri)
        && HostString.FromUriComponent(uri) is var from
        && string.Equals(from.Host, host.Host, StringComparison.OrdinalIgnoreCase)
        && OwnPort(from) == OwnPort(host);

    private static int? OwnPort(HostString host) => host.Port is 80 or 443 ? null : host.Port;
}
