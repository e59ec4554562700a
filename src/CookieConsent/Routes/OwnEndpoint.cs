using CookieConsent.Consent;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace CookieConsent.Routes;

/// <summary>The endpoint of our own requests: with one set, neither routing nor a fallback authorization policy answers them.</summary>
internal static class OwnEndpoint
{
    private static readonly Endpoint Instance = new(null, new EndpointMetadataCollection(new AllowAnonymousAttribute()), "Cookie consent");

    /// <summary>Marks a request under our prefix, whatever path base stands before it.</summary>
    public static void Mark(HttpContext context, ConsentPolicy policy)
    {
        string path = context.Request.Path.Value ?? "";
        string prefix = policy.Settings.RoutePrefix;
        int at = path.IndexOf(prefix, StringComparison.OrdinalIgnoreCase);
        if (at >= 0 && path.Length > at + prefix.Length && path[at + prefix.Length] == '/')
        {
            context.SetEndpoint(Instance);
        }
    }

    public static bool IsMarked(HttpContext context) => ReferenceEquals(context.GetEndpoint(), Instance);
}
