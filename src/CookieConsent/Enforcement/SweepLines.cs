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

    private readonly List<SweepPlace> _places = SweepPlaces.Of(request, policy);

    /// <summary>What is swept now or never: a withdrawal alone sweeps the categories that are essential somewhere.</summary>
    private readonly List<Line> _now = [];

    /// <summary>The root and a cookie's own path: that is where nearly every cookie stands.</summary>
    private readonly List<Line> _likely = [];

    private readonly List<Line> _others = [];

    /// <summary>Adds the lines that delete one cookie.</summary>
    /// <param name="name">The cookie's name.</param>
    /// <param name="cookie">What it is declared as.</param>
    /// <param name="spared">A place where it shall stay.</param>
    public void Add(string name, DeclaredCookie cookie, (string Path, string? Domain)? spared = null)
    {
        bool atHostOnly = name.StartsWith("__Host-", StringComparison.OrdinalIgnoreCase);

        // A browser ignores a deletion of a prefixed cookie that is not Secure, as it would ignore its setting.
        string attributes = atHostOnly || name.StartsWith("__Secure-", StringComparison.OrdinalIgnoreCase) ? "; Secure; HttpOnly" : "";
        List<Line> likely = cookie.Category.EssentialOn.Count > 0 ? _now : _likely;
        foreach (SweepPlace place in _places)
        {
            if ((!atHostOnly || place is { Domain: null, Path: "/" }) && spared != (place.Path, place.Domain))
            {
                (place.Path == "/" || place.Path == cookie.Path ? likely : _others).Add(new Line(name, place.Text, attributes));
            }
        }
    }

    public void WriteTo(HttpResponse response)
    {
        var written = new List<string>(MostCharacters / 64);
        int room = MostCharacters;
        foreach (List<Line> lines in (ReadOnlySpan<List<Line>>)[_now, _likely, _others])
        {
            // Where not all fit, another part every time, so that one stubborn cookie does not keep the others.
            int start = lines.Sum(static line => line.Length) <= room ? 0 : Random.Shared.Next(lines.Count);
            for (int index = 0; index < lines.Count; index++)
            {
                Line line = lines[(start + index) % lines.Count];
                if (line.Length <= room)
                {
                    room -= line.Length;
                    written.Add(line.ToString());
                }
            }
        }

        if (written.Count > 0)
        {
            response.Headers.SetCookie = StringValues.Concat(response.Headers.SetCookie, new StringValues([.. written]));
        }
    }

    /// <summary>A line in its parts: most never become text, because they do not fit.</summary>
    private readonly record struct Line(string Name, string Place, string Attributes)
    {
        /// <summary>What it takes in a response.</summary>
        public int Length => Name.Length + Place.Length + Attributes.Length + Overhead;

        public override string ToString() => string.Concat(Name, Place, Attributes);
    }
}
