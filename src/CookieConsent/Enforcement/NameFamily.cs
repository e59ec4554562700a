using CookieConsent.Configuration;

namespace CookieConsent.Enforcement;

/// <summary>Makes one row of <c>sess_ab12cd34</c> and its thousand siblings: what looks like a number, an id or an address becomes *.</summary>
/// <remarks>
/// Where nothing looks like an id (<c>promo2024</c>), the name may be kept as it is until a second of its family is seen,
/// and for good where the family would be no pattern that an owner may write (<c>i18n</c>). Any other name could say who
/// the visitor is, so only its family is kept.
/// </remarks>
internal readonly ref struct NameFamily
{
    /// <summary>Longer names are cut. The browser's script cuts there, too, so a name that is as long may be one that was cut.</summary>
    public const int Longest = 99;

    private NameFamily(ReadOnlySpan<char> text, ReadOnlySpan<char> sole)
    {
        Text = text;
        Sole = sole;
    }

    /// <summary>The name, with at most one * in place of what varies.</summary>
    public ReadOnlySpan<char> Text { get; }

    /// <summary>The name as it is, where it may be kept until there is another one of the family; else empty.</summary>
    public ReadOnlySpan<char> Sole { get; }

    /// <summary>What may be said of the name.</summary>
    public ReadOnlySpan<char> Shown => Sole.IsEmpty ? Text : Sole;

    /// <summary>The names that a declared or a catalogued pattern covers, or a name that is all of its family.</summary>
    public static NameFamily Whole(ReadOnlySpan<char> pattern) => new(pattern, default);

    /// <summary>The family of a name that nobody knows.</summary>
    /// <param name="name">The name.</param>
    /// <param name="room">Room for <see cref="Longest"/> characters, where the text will stand.</param>
    public static NameFamily Of(ReadOnlySpan<char> name, Span<char> room)
    {
        bool isCut = name.Length >= Longest;
        name = isCut ? name[..(Longest - 1)] : name;
        VaryingPart varying = VaryingPart.Of(name);
        if (isCut)
        {
            varying.Widen(name.Length, 0, isId: true);
        }

        bool isNarrow = varying.Start > 0 && name.Length - varying.Length >= CookieRules.ShortestFixed;
        if (varying.IsNone || (!varying.HasId && !isNarrow))
        {
            name.CopyTo(room);
            return new NameFamily(room[..name.Length], default);
        }

        name[..varying.Start].CopyTo(room);
        room[varying.Start] = '*';
        name[varying.End..].CopyTo(room[(varying.Start + 1)..]);
        return new NameFamily(room[..(name.Length - varying.Length + 1)], varying.HasId ? default : name);
    }
}
