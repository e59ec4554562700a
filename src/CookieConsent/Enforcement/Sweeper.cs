using CookieConsent.Consent;
using CookieConsent.Decision;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CookieConsent.Enforcement;

/// <summary>Tells the browser to delete leftover cookies that the visitor refused, in every place where they can hide.</summary>
internal static class Sweeper
{
    /// <summary>More headers than this could make a proxy reject the response; the rest follows on the next navigation.</summary>
    private const int MostCharacters = 2048;

    /// <summary>"Set-Cookie: " and the line's end.</summary>
    private const int Overhead = 14;

    public static void Sweep(HttpContext context, ConsentRequest request, WithheldReport report)
    {
        if (!(IsNavigation(context.Request) || request.Withdrawn != 0) || (request.Decision.Refused == 0 && request.Decision.Vendors.IsEmpty))
        {
            return;
        }

        List<string>? names = null;
        foreach (string? line in context.Request.Headers.Cookie)
        {
            foreach (Range range in line.AsSpan().Split(';'))
            {
                ReadOnlySpan<char> pair = line.AsSpan(range).Trim();
                int equals = pair.IndexOf('=');
                ReadOnlySpan<char> name = equals < 0 ? pair : pair[..equals].TrimEnd();
                if (request.Policy.Classify(name) is { IsAsked: true, Cookie: { } cookie } && IsRefused(request, cookie) && IsWritable(name))
                {
                    (names ??= []).Add(name.ToString());
                    report.Swept(cookie.Category.Id);
                }
            }
        }

        if (names is not null)
        {
            Append(context.Response, Lines(context.Request, request.Policy, names, out int atRoot), atRoot);
        }
    }

    /// <summary>Deletes the decision cookies that stand beside the one just written, set for other domains or paths.</summary>
    public static void SweepDecisionTwins(HttpContext context, ConsentPolicy policy)
    {
        ConsentPolicySettings settings = policy.Settings;
        List<string> lines = Lines(context.Request, policy, [settings.CookieName], out _);
        lines.Remove(Line(settings.CookieName, SweepPlaces.Of(settings.CookiePath, settings.CookieDomain)));
        Append(context.Response, lines, lines.Count);
    }

    /// <summary>A page is being opened, so its headers reach the jar that the page's cookies come from.</summary>
    private static bool IsNavigation(HttpRequest request) => request.Headers["Sec-Fetch-Mode"].ToString() switch
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

    /// <summary>One line a place and name, the root first: that is where nearly every cookie stands.</summary>
    private static List<string> Lines(HttpRequest request, ConsentPolicy policy, List<string> names, out int atRoot)
    {
        atRoot = 0;
        List<string?> domains = SweepPlaces.Domains(request.Host.Host);
        List<string> paths = SweepPlaces.Paths(request, policy);
        var lines = new List<string>(domains.Count * paths.Count * names.Count);
        foreach (string path in paths)
        {
            foreach (string? domain in domains)
            {
                string place = SweepPlaces.Of(path, domain);
                foreach (string name in names)
                {
                    if (!name.StartsWith("__Host-", StringComparison.OrdinalIgnoreCase) || (domain is null && path == "/"))
                    {
                        lines.Add(Line(name, place));
                    }
                }
            }

            atRoot = atRoot == 0 ? lines.Count : atRoot;
        }

        return lines;
    }

    // A browser ignores a deletion of a prefixed cookie that is not Secure, as it would ignore its setting.
    private static string Line(string name, string place) =>
        name.StartsWith("__", StringComparison.Ordinal) ? string.Concat(name, place, "; Secure; HttpOnly") : name + place;

    /// <summary>Adds as many lines as fit: the first ones as they stand, of the others another part every time, so that one stubborn cookie does not keep them.</summary>
    /// <param name="response">The response.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="first">How many lines come first.</param>
    private static void Append(HttpResponse response, List<string> lines, int first)
    {
        if (Length(lines, lines.Count) > MostCharacters)
        {
            lines = Part(lines, Length(lines, first) > MostCharacters ? 0 : first);
        }

        if (lines.Count > 0)
        {
            response.Headers.SetCookie = StringValues.Concat(response.Headers.SetCookie, new StringValues([.. lines]));
        }
    }

    private static List<string> Part(List<string> lines, int first)
    {
        int start = Random.Shared.Next(first, lines.Count);
        var fitting = new List<string>();
        int length = 0;
        foreach (string line in lines.Take(first).Concat(lines.Skip(start)).Concat(lines.Take(start).Skip(first)))
        {
            if (length + line.Length + Overhead <= MostCharacters)
            {
                length += line.Length + Overhead;
                fitting.Add(line);
            }
        }

        return fitting;
    }

    private static int Length(List<string> lines, int count)
    {
        int length = 0;
        for (int index = 0; index < count; index++)
        {
            length += lines[index].Length + Overhead;
        }

        return length;
    }
}
