using CookieConsent.Consent;
using CookieConsent.Decision;
using Microsoft.AspNetCore.Http;

namespace CookieConsent.Enforcement;

/// <summary>Tells the browser to delete leftover cookies that the visitor refused, in every place where they can hide.</summary>
internal static class Sweeper
{
    /// <summary>More do not fit into one response anyway, and a request can invent names without end.</summary>
    private const int MostNames = 32;

    public static void Sweep(HttpContext context, ConsentRequest request, WithheldReport report)
    {
        if (!(IsNavigation(context.Request) || request.Withdrawn != 0) || (request.Decision.Refused == 0 && request.Decision.Vendors.IsEmpty))
        {
            return;
        }

        Dictionary<string, DeclaredCookie>? leftovers = null;
        foreach (string? line in context.Request.Headers.Cookie)
        {
            foreach (ReadOnlySpan<char> name in new CookieNames(line))
            {
                if (request.Policy.Classify(name) is { IsAsked: true, Cookie: { } cookie } && IsRefused(request, cookie) && IsWritable(name))
                {
                    (leftovers ??= new(StringComparer.Ordinal)).TryAdd(name.ToString(), cookie);
                }
            }
        }

        if (leftovers is not null)
        {
            var lines = new SweepLines(context.Request, request.Policy);
            int start = leftovers.Count > MostNames ? Random.Shared.Next(leftovers.Count - MostNames) : 0;
            int index = 0;
            foreach ((string name, DeclaredCookie cookie) in leftovers)
            {
                if (index >= start && index < start + MostNames)
                {
                    report.Swept(cookie.Category.Id);
                    lines.Add(name, cookie);
                }

                index++;
            }

            lines.WriteTo(context.Response);
        }
    }

    /// <summary>Deletes the decision cookies that stand beside the one just written, set for other domains or paths.</summary>
    public static void SweepDecisionTwins(HttpContext context, ConsentPolicy policy)
    {
        ConsentPolicySettings settings = policy.Settings;
        var lines = new SweepLines(context.Request, policy);
        lines.Add(settings.CookieName, policy.Classify(settings.CookieName).Cookie!, (settings.CookiePath, settings.CookieDomain));
        lines.WriteTo(context.Response);
    }

    /// <summary>A page is being opened: not a picture, a script or a call of one.</summary>
    public static bool IsNavigation(HttpRequest request) => request.Headers["Sec-Fetch-Mode"].ToString() switch
    {
        "navigate" => true,
        "" => HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static bool IsRefused(ConsentRequest request, DeclaredCookie cookie) =>
        request.Decision.AnswerTo(cookie) == ConsentAnswer.Refused
        && (cookie.Category.EssentialOn.Count == 0 || (request.Withdrawn & cookie.Category.Bit) != 0);

    /// <summary>The name can stand in a response header.</summary>
    private static bool IsWritable(ReadOnlySpan<char> name) => !name.IsEmpty && !name.ContainsAnyExceptInRange('!', '~') && !name.ContainsAny(",;");
}
