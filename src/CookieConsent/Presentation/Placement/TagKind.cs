using System.Collections.Frozen;

namespace CookieConsent.Presentation.Placement;

/// <summary>What a browser does with an element.</summary>
[Flags]
internal enum TagKind
{
    Other = 0,

    /// <summary>What stands in it is text until it ends.</summary>
    Text = 1,

    /// <summary>It runs.</summary>
    Script = 2,

    /// <summary>It holds a document, in which something may run.</summary>
    Frame = 4,

    /// <summary>It loads.</summary>
    Loader = 8,

    /// <summary>Nothing in it runs or loads.</summary>
    Template = 16,

    /// <summary>Other rules hold in it: templates and texts are none.</summary>
    Drawing = 32,

    /// <summary>As in a drawing.</summary>
    Formula = 64,
}

internal static class TagKinds
{
    private static readonly FrozenDictionary<string, TagKind>.AlternateLookup<ReadOnlySpan<char>> Kinds = new (TagKind Kind, string[] Tags)[]
    {
        (TagKind.Script | TagKind.Text, ["script"]),
        (TagKind.Frame | TagKind.Text, ["iframe"]),
        (TagKind.Frame, ["frame", "object", "embed"]),
        (TagKind.Loader, ["img", "image", "link", "source", "video", "audio", "track", "input"]),
        (TagKind.Text, ["style", "title", "textarea", "noscript", "xmp", "noembed", "noframes"]),
        (TagKind.Template, ["template"]),
        (TagKind.Drawing, ["svg"]),
        (TagKind.Formula, ["math"]),
    }.SelectMany(static pair => pair.Tags, static (pair, tag) => KeyValuePair.Create(tag, pair.Kind))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static TagKind Of(ReadOnlySpan<char> tag) => Kinds.TryGetValue(tag, out TagKind kind) ? kind : TagKind.Other;
}
