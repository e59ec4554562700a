using CookieConsent.Consent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CookieConsent.Decision;

/// <summary>The cookie that carries a decision, found in the raw header and written through the response's cookies.</summary>
internal static class DecisionCookie
{
    /// <summary>A host has no more parent domains and paths that anybody would set the cookie for.</summary>
    private const int MostTwins = 8;

    /// <summary>The decision that a request carries. Of several cookies of the name only what all of them grant is granted.</summary>
    public static ConsentDecision Read(StringValues header, ConsentScope scope)
    {
        ConsentDecision? decision = null;
        int count = 0;
        foreach (string? line in header)
        {
            ReadOnlySpan<char> rest = line;
            while (TryFind(ref rest, scope.Policy.Settings.CookieNeedle, out ReadOnlySpan<char> value))
            {
                if (++count > MostTwins)
                {
                    return ConsentDecision.None;
                }

                ConsentDecision found = scope.Refusals.Read(value, scope);
                decision = decision is null ? found : decision.And(found);
            }
        }

        return decision ?? ConsentDecision.None;
    }

    /// <summary>How many cookies of the name a request carries: more than one were set for different domains or paths.</summary>
    public static int Count(StringValues header, ConsentPolicy policy)
    {
        int count = 0;
        foreach (string? line in header)
        {
            ReadOnlySpan<char> rest = line;
            while (TryFind(ref rest, policy.Settings.CookieNeedle, out _))
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>Sets the cookie on the response; it is gone from the browser when the decision no longer holds.</summary>
    public static void Write(HttpContext context, ConsentDecision decision, ConsentPolicy policy, DateTimeOffset now) =>
        context.Response.Cookies.Append(policy.Settings.CookieName, DecisionFormat.Write(decision, policy), Options(context, decision, policy, now));

    /// <summary>The <c>Set-Cookie</c> line that <see cref="Write"/> would send.</summary>
    public static string Line(HttpContext context, ConsentDecision decision, ConsentPolicy policy, DateTimeOffset now) =>
        Options(context, decision, policy, now).CreateCookieHeader(policy.Settings.CookieName, DecisionFormat.Write(decision, policy)).ToString();

    private static CookieOptions Options(HttpContext context, ConsentDecision decision, ConsentPolicy policy, DateTimeOffset now)
    {
        DateTimeOffset expiry = policy.Expiry(decision);
        string name = policy.Settings.CookieName;
        return new CookieOptions
        {
            Domain = policy.Settings.CookieDomain,
            Path = policy.Settings.CookiePath,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps || name.StartsWith("__Host-", StringComparison.OrdinalIgnoreCase) || name.StartsWith("__Secure-", StringComparison.OrdinalIgnoreCase),
            Expires = expiry,
            MaxAge = TimeSpan.FromSeconds(Math.Floor((expiry - now).TotalSeconds)),
            IsEssential = true,
        };
    }

    /// <summary>Finds the next <c>name=value</c> and moves past it; the name must stand at the start or behind a semicolon.</summary>
    private static bool TryFind(ref ReadOnlySpan<char> rest, string needle, out ReadOnlySpan<char> value)
    {
        for (int from = 0; rest[from..].IndexOf(needle.AsSpan()) is var found and >= 0; from += found + needle.Length)
        {
            ReadOnlySpan<char> before = rest[..(from + found)].TrimEnd(" \t");
            if (before.IsEmpty || before[^1] == ';')
            {
                ReadOnlySpan<char> tail = rest[(from + found + needle.Length)..];
                int semicolon = tail.IndexOf(';');
                value = (semicolon < 0 ? tail : tail[..semicolon]).Trim();
                rest = semicolon < 0 ? default : tail[semicolon..];
                return true;
            }
        }

        value = default;
        return false;
    }
}
