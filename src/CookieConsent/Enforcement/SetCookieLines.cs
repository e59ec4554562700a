using Microsoft.Extensions.Primitives;

namespace CookieConsent.Enforcement;

/// <summary>Picks among the lines of a header; no array is made where none or one of them stays.</summary>
internal static class SetCookieLines
{
    public static StringValues Where<TState>(StringValues lines, Func<string?, TState, bool> passes, TState state)
    {
        StringValues kept = default;
        List<string?>? many = null;
        foreach (string? line in lines)
        {
            if (passes(line, state))
            {
                if (kept.Count == 0)
                {
                    kept = new StringValues(line);
                }
                else
                {
                    (many ??= new List<string?>(lines.Count) { kept[0] }).Add(line);
                }
            }
        }

        return many is null ? kept : many.Count == lines.Count ? lines : new StringValues([.. many]);
    }
}
