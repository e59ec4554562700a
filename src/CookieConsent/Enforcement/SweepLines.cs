using CookieConsent.Consent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CookieConsent.Enforcement;

/// <summary>The lines that delete cookies wherever they can stand, the most important first, as many as a response may carry.</summary>
internal sealed class SweepLines(HttpRequest request, ConsentPolicy policy)
{
    /// <summary>More headers than this could make a proxy reject the response; the rest follows on the next navigation.</summary>
    private const int MostCharacters = 2048;

    /// <summary>"Set-Cookie: " and the line's end.</summary>
    private const int Overhead = 14;

    private readonly List<string?> _domains = SweepPlaces.Domains(request.Host.Host);
    private readonly List<string> _paths = SweepPlaces.Paths(request, policy);

    /// <summary>What is swept now or never: a withdrawal alone sweeps the categories that are essential somewhere.</summary>
    private readonly List<string> _now = [];

    /// <summary>The root and a cookie's own path: that is where nearly every cookie stands.</summary>
    private readonly List<string> _likely = [];

    private readonly List<string> _others = [];

    public void Add(string name, DeclaredCookie cookie)
    {
        foreach (string path in _paths)
        {
            List<string> lines = path != "/" && path != cookie.Path ? _others : cookie.Category.EssentialOn.Count > 0 ? _now : _likely;
            foreach (string? domain in _domains)
            {
                if (!name.StartsWith("__Host-", StringComparison.OrdinalIgnoreCase) || (domain is null && path == "/"))
                {
                    lines.Add(Line(name, path, domain));
                }
            }
        }
    }

    /// <summary>Leaves one place out.</summary>
    public void Remove(string name, string path, string? domain)
    {
        string line = Line(name, path, domain);
        _likely.Remove(line);
        _others.Remove(line);
    }

    public void WriteTo(HttpResponse response)
    {
        var written = new List<string>(_now.Count + _likely.Count + _others.Count);
        int room = MostCharacters;
        foreach (List<string> lines in (ReadOnlySpan<List<string>>)[_now, _likely, _others])
        {
            // Where not all fit, another part every time, so that one stubborn cookie does not keep the others.
            int start = lines.Sum(static line => line.Length + Overhead) <= room ? 0 : Random.Shared.Next(lines.Count);
            for (int index = 0; index < lines.Count; index++)
            {
                string line = lines[(start + index) % lines.Count];
                if (line.Length + Overhead <= room)
                {
                    room -= line.Length + Overhead;
                    written.Add(line);
                }
            }
        }

        if (written.Count > 0)
        {
            response.Headers.SetCookie = StringValues.Concat(response.Headers.SetCookie, new StringValues([.. written]));
        }
    }

    private static string Line(string name, string path, string? domain) => string.Concat(
        name,
        "=; Max-Age=0; Path=",
        domain is null ? path : $"{path}; Domain={domain}",
        // A browser ignores a deletion of a prefixed cookie that is not Secure, as it would ignore its setting.
        name.StartsWith("__Host-", StringComparison.OrdinalIgnoreCase) || name.StartsWith("__Secure-", StringComparison.OrdinalIgnoreCase) ? "; Secure; HttpOnly" : "");
}
