using CookieConsent.Consent;
using CookieConsent.Presentation.Placement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CookieConsent.Presentation;

/// <summary>Looks whether a page that places its banner itself has the way back, too: what may be granted may be taken back as easily.</summary>
internal static class WayBack
{
    /// <summary>When the page is complete, a link to the settings should be in it.</summary>
    public static void Expect(HttpContext context, ConsentPolicy policy)
    {
        RenderedFindings findings = context.RequestServices.GetRequiredService<RenderedFindings>();
        Placed placed = Placed.On(context);
        context.Response.OnCompleted(() =>
        {
            if (policy.Asked.Count > 0 && context.Response.StatusCode == StatusCodes.Status200OK && !placed.SettingsLink)
            {
                findings.Note(RenderedLint.WithoutWayBack((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "a page"), policy);
            }

            return Task.CompletedTask;
        });
    }
}
