namespace CookieConsent.Presentation;

/// <summary>Cuts a long cookie name where a line may break: behind a separator, and in a run of characters without one.</summary>
internal static class CookieNamePieces
{
    /// <summary>In characters: a name no longer stays in one line, which a phone has room for.</summary>
    private const int OneLine = 16;

    /// <summary>In characters: a run without a separator is cut here.</summary>
    private const int Longest = 24;

    public static IEnumerable<string> Of(string name)
    {
        int start = 0;
        for (int end = 1; end < name.Length && name.Length > OneLine; end++)
        {
            bool separated = (name[end - 1] == '.' && end > 1) || (end > 1 && name[end - 1] is ('_' or '-') && char.IsAsciiLetterOrDigit(name[end]) && char.IsAsciiLetterOrDigit(name[end - 2]));
            if (separated || end - start == Longest)
            {
                yield return name[start..end];
                start = end;
            }
        }

        yield return name[start..];
    }
}
