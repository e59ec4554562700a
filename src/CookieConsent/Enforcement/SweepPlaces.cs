using CookieConsent.Consent;
using Microsoft.AspNetCore.Http;

namespace CookieConsent.Enforcement;

/// <summary>Where a cookie that a request carries can stand: the request itself does not say.</summary>
internal static class SweepPlaces
{
    /// <summary>The host alone, the host as a domain, and each parent with a dot in it.</summary>
    public static List<string?> Domains(string host)
    {
        List<string?> domains = [null];
        host = host.TrimEnd('.');
        if (Uri.CheckHostName(host) == UriHostNameType.Dns && host.All(char.IsAscii))
        {
            for (string domain = host; domain.Contains('.'); domain = domain[(domain.IndexOf('.') + 1)..])
            {
                domains.Add(domain);
            }
        }

        return domains;
    }

    /// <summary>The root, the declared paths, and each prefix of the request's path, unless it is one of our own.</summary>
    public static List<string> Paths(HttpRequest request, ConsentPolicy policy)
    {
        List<string> paths = ["/", .. policy.CookiePaths];
        string path = (request.PathBase + request.Path).ToUriComponent();
        if (request.Path.StartsWithSegments(policy.Settings.RoutePrefix) || path.AsSpan().ContainsAny(",;"))
        {
            return paths;
        }

        for (int slash = path.IndexOf('/', 1); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            paths.Add(path[..slash]);
        }

        if (path.Length > 1)
        {
            paths.Add(path);
        }

        return [.. paths.Distinct(StringComparer.Ordinal)];
    }
}
