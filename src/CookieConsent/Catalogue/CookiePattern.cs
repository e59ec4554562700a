namespace CookieConsent.Catalogue;

/// <summary>A cookie name, or a name with one <c>*</c> that stands for any run of characters; names are case-sensitive.</summary>
internal sealed class CookiePattern
{
    // RFC 6265 tokens, and the : [ ] @ that real cookies carry although the grammar forbids them.
    private const string OtherNameCharacters = "!#$%&'+-.^_`|~:[]@";

    private CookiePattern(string text, int star)
    {
        Text = text;
        IsExact = star < 0;
        Prefix = IsExact ? text : text[..star];
        Suffix = IsExact ? "" : text[(star + 1)..];
    }

    public string Text { get; }

    public bool IsExact { get; }

    /// <summary>The fixed text before the wildcard; the whole name where there is none.</summary>
    public string Prefix { get; }

    /// <summary>The fixed text after the wildcard.</summary>
    public string Suffix { get; }

    /// <summary>The pattern with more fixed characters is the more specific one.</summary>
    public int FixedLength => Prefix.Length + Suffix.Length;

    public bool Matches(ReadOnlySpan<char> name) => IsExact
        ? name.SequenceEqual(Prefix)
        : name.Length >= FixedLength && name.StartsWith(Prefix) && name.EndsWith(Suffix);

    /// <summary>Reads a pattern, or says in one sentence which rule of the notation it breaks. How much of a name must be fixed is for the owner's page and for the catalogue's own rules to say.</summary>
    public static bool TryParse(string text, out CookiePattern? pattern, out string? brokenRule)
    {
        pattern = null;
        int star = text.IndexOf('*');
        ReadOnlySpan<char> rest = star < 0 ? default : text.AsSpan(star + 1);
        ReadOnlySpan<char> head = star < 0 ? text : text.AsSpan(0, star);
        brokenRule =
            text.Length == 0 ? "a cookie name cannot be empty" :
            rest.Contains('*') ? "a pattern has at most one *" :
            !IsName(head) || !IsName(rest)
                ? "a cookie name has no spaces, quotes, commas, semicolons, equals signs, brackets or non-ASCII characters" :
            star == 0 ? "a pattern does not begin with *" :
            null;
        if (brokenRule is null)
        {
            pattern = new CookiePattern(text, star);
        }

        return pattern is not null;
    }

    /// <summary>A pattern that is known to be well formed.</summary>
    public static CookiePattern Parse(string text) => TryParse(text, out CookiePattern? pattern, out string? brokenRule)
        ? pattern!
        : throw new FormatException($"'{text}': {brokenRule}.");

    public override string ToString() => Text;

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && !OtherNameCharacters.Contains(character))
            {
                return false;
            }
        }

        return true;
    }
}
