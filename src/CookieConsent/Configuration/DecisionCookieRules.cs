using System.Net;
using CookieConsent.Catalogue;

namespace CookieConsent.Configuration;

/// <summary>Rules for the decision cookie's name, domain and path (RFC 6265bis sections 4.1.3 and 5.6).</summary>
internal static class DecisionCookieRules
{
    public static void Check(CookieConsentOptions options, List<Mistake> mistakes)
    {
        CookieConsentDecisionCookieOptions cookie = options.DecisionCookie;
        string path = $"{options.SectionPath}:DecisionCookie";
        if (!CookiePattern.TryParse(cookie.Name, out CookiePattern? name, out string? brokenRule) || !name!.IsExact || cookie.Name.AsSpan().ContainsAny(":[]@"))
        {
            mistakes.Add(new Mistake($"{path}:Name", cookie.Name, $"{brokenRule ?? "the decision cookie has one name, without * : [ ] @"}.", "Use .CookieConsent, or __Host-consent on a site that is only reachable over HTTPS."));
        }

        if (OptionsCheck.BadPath($"{path}:Path", cookie.Path) is { } badPath)
        {
            mistakes.Add(badPath);
        }

        if (cookie.Domain is { Length: > 0 } domain && !IsDomain(domain.TrimStart('.')))
        {
            mistakes.Add(new Mistake($"{path}:Domain", domain, "a cookie's domain is a host name with a dot in it, without scheme and port.", "Write example.com, or remove the line so that the answer holds for this host alone."));
        }

        if (cookie.Name.StartsWith("__Host-", StringComparison.OrdinalIgnoreCase))
        {
            if (!string.IsNullOrEmpty(cookie.Domain))
            {
                mistakes.Add(new Mistake($"{path}:Domain", cookie.Domain, "browsers refuse a __Host- cookie that has a domain.", "Remove the domain, or choose a name without __Host-."));
            }

            if (cookie.Path != "/")
            {
                mistakes.Add(new Mistake($"{path}:Path", cookie.Path, "browsers refuse a __Host- cookie whose path is not /.", "Remove the path, or choose a name without __Host-."));
            }
        }
    }

    private static bool IsDomain(string domain) =>
        domain.Contains('.') && Uri.CheckHostName(domain) == UriHostNameType.Dns && !IPAddress.TryParse(domain, out _) && domain.All(char.IsAscii);
}
