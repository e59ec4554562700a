using System.Text;
using CookieConsent.Consent;
using Microsoft.AspNetCore.Http;

namespace CookieConsent.Enforcement;

/// <summary>Where a cookie that a request carries can stand: the request itself does not say.</summary>
internal static class SweepPlaces
{
    /// <summary>A request can name a host and a path of any depth; a cookie's place is rarely deeper than this.</summary>
    private const int Deepest = 8;

    /// <summary>All of them.</summary>
    public static List<SweepPlace> Of(HttpRequest request, ConsentPolicy policy)
    {
        List<string?> domains = Domains(request.Host.Host);
        List<string> paths = Paths(request, policy);
        var places = new List<SweepPlace>(paths.Count * domains.Count);
        foreach (string path in paths)
        {
            string host = $"=; Max-Age=0; Path={path}";
            foreach (string? domain in domains)
            {
                places.Add(new SweepPlace(path, domain, domain is null ? host : $"{host}; Domain={domain}"));
            }
        }

        return places;
    }

    /// <summary>The host alone, the host as a domain, and each parent with a dot in it.</summary>
    public static List<string?> Domains(string host)
    {
        List<string?> domains = [null];
        host = host.TrimEnd('.');
        if (Uri.CheckHostName(host) == UriHostNameType.Dns && Ascii.IsValid(host))
        {
            for (string domain = host; domain.Contains('.'); domain = domain[(domain.IndexOf('.') + 1)..])
            {
                domains.Add(domain);
            }
        }

        // The host itself and the shortest of its parents, where nearly all cookies stand.
        domains.RemoveRange(Math.Min(2, domains.Count), Math.Max(0, domains.Count - 2 - Deepest));
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

        int end = 0;
        for (int depth = 0; depth < Deepest && end >= 0 && path.Length > 1; depth++)
        {
            end = path.IndexOf('/', end + 1);
            string prefix = end < 0 ? path : path[..end];
            if (!paths.Contains(prefix))
            {
                paths.Add(prefix);
            }
        }

        return paths;
    }
}
