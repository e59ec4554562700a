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

    private readonly (string Path, string? Domain, string Line)[] _places =
    [
        .. from path in SweepPlaces.Paths(request, policy)
           from domain in SweepPlaces.Domains(request.Host.Host)
           select (path, domain, Place(path, domain)),
    ];

    /// <summary>What is swept now or never: a withdrawal alone sweeps the categories that are essential somewhere.</summary>
    private readonly List<string> _now = [];

    /// <summary>The root and a cookie's own path: that is where nearly every cookie stands.</summary>
    private readonly List<string> _likely = [];

    private readonly List<string> _others = [];

    /// <summary>Adds the lines that delete one cookie.</summary>
    /// <param name="name">The cookie's name.</param>
    /// <param name="cookie">What it is declared as.</param>
    /// <param name="spared">A place where it shall stay.</param>
    public void Add(string name, DeclaredCookie cookie, (string Path, string? Domain)? spared = null)
    {
        bool atHostOnly = name.StartsWith("__Host-", StringComparison.OrdinalIgnoreCase);
        bool isPrefixed = atHostOnly || name.StartsWith("__Secure-", StringComparison.OrdinalIgnoreCase);
        foreach ((string path, string? domain, string place) in _places)
        {
            if ((!atHostOnly || (domain is null && path == "/")) && spared != (path, domain))
            {
                List<string> lines = path != "/" && path != cookie.Path ? _others : cookie.Category.EssentialOn.Count > 0 ? _now : _likely;

                // A browser ignores a deletion of a prefixed cookie that is not Secure, as it would ignore its setting.
                lines.Add(isPrefixed ? string.Concat(name, place, "; Secure; HttpOnly") : name + place);
            }
        }
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

    private static string Place(string path, string? domain) =>
        domain is null ? $"=; Max-Age=0; Path={path}" : $"=; Max-Age=0; Path={path}; Domain={domain}";
}
