using CookieConsent.Consent;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CookieConsent.Routes;

/// <summary>The endpoint of our own requests: with one set, neither routing nor a fallback authorization policy answers them.</summary>
internal static class OwnEndpoint
{
    private static readonly Endpoint Instance = new(null, new EndpointMetadataCollection(new AllowAnonymousAttribute()), "Cookie consent");

    /// <summary>Marks a request under our prefix, whatever path base stands before it.</summary>
    public static void Mark(HttpContext context, ConsentPolicy policy)
    {
        if (context.Request.Path.Value.AsSpan().ContainsAny(policy.RoutePrefix))
        {
            context.SetEndpoint(Instance);
        }
    }

    public static bool IsMarked(HttpContext context) => ReferenceEquals((context.Features[typeof(IEndpointFeature)] as IEndpointFeature)?.Endpoint, Instance);
}
