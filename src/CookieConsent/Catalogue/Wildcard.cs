namespace CookieConsent.Catalogue;

/// <summary>A pattern with a <c>*</c>, and the number that it was added with.</summary>
internal sealed class Wildcard(CookiePattern pattern, int number)
{
    public readonly string Prefix = pattern.Prefix;
    public readonly string Suffix = pattern.Suffix;
    public readonly int FixedLength = pattern.FixedLength;
    public readonly int Number = number;

    /// <summary>The place in the list of the nearest wildcard whose prefix this one's begins with, or -1.</summary>
    public int Ancestor = -1;

    public bool Covers(ReadOnlySpan<char> name) => name.Length >= FixedLength && name.StartsWith(Prefix) && name.EndsWith(Suffix);
}
