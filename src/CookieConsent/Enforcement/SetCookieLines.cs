using Microsoft.Extensions.Primitives;

namespace CookieConsent.Enforcement;

/// <summary>Picks among the lines of a header; no array is made where none or one of them stays.</summary>
internal static class SetCookieLines
{
    public static StringValues Where<TState>(StringValues lines, Func<string?, TState, bool> passes, TState state)
    {
        int first = 0;
        while (first < lines.Count && passes(lines[first], state))
        {
            first++;
        }

        if (first == lines.Count)
        {
            return lines;
        }

        StringValues kept = first == 0 ? default : lines[0];
        List<string?>? many = first > 1 ? [.. lines.Take(first)] : null;
        for (int index = first + 1; index < lines.Count; index++)
        {
            if (passes(lines[index], state))
            {
                if (many is null && kept.Count == 0)
                {
                    kept = lines[index];
                }
                else
                {
                    (many ??= [kept[0]]).Add(lines[index]);
                }
            }
        }

        return many is null ? kept : new StringValues([.. many]);
    }
}
