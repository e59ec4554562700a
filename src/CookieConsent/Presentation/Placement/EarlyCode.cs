using System.Buffers;
using CookieConsent.Consent;

namespace CookieConsent.Presentation.Placement;

/// <summary>What the library's script has to stand before.</summary>
/// <remarks>
/// Whatever looks like a tag is taken for one, in comments and texts, too: what a browser takes for a tag begins like it,
/// so nothing is overlooked, however the markup is mangled. A tag too much only keeps the script where it stands.
/// </remarks>
internal static class EarlyCode
{
    /// <summary>Stands before a script that sleeps in a gate. No character of a page is like it.</summary>
    public const string Asleep = "\uffff";

    private static readonly string[] Frames = ["iframe", "frame", "object", "embed"];
    private static readonly string[] Documents = ["src", "srcdoc", "data"];
    private static readonly string[] Loaders = ["img", "image", "link", "source", "video", "audio", "track", "input"];
    private static readonly SearchValues<string> Tags = SearchValues.Create([.. Frames.Concat(Loaders).Concat(["script", "base"]).Select(static tag => "<" + tag)], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<char> AfterTag = SearchValues.Create(" \t\r\n\f/>");

    /// <summary>Whether anything in the markup may run, or load from a vendor that needs consent, before the page is parsed. Where that is not certain, it may.</summary>
    public static bool IsIn(ReadOnlySpan<char> markup, ConsentPolicy policy)
    {
        if (CodeAttribute.IsIn(markup) || markup.Contains("shadowrootmode", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        int at = 0;
        while (markup[at..].IndexOfAny(Tags) is >= 0 and int distance)
        {
            at += distance + 1;
            int length = markup[at..].IndexOfAny(AfterTag);
            ReadOnlySpan<char> tag = length < 0 ? markup[at..] : markup.Slice(at, length);
            var attributes = new TagReader(markup[(at + tag.Length)..]);
            if (Is(tag, "script") ? !markup[..(at - 1)].EndsWith(Asleep) && IsEarlyScript(attributes, policy) : IsEarly(tag, attributes, policy))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsEarlyScript(TagReader attributes, ConsentPolicy policy)
    {
        (bool hasType, bool isData, bool isModule, bool isDeferred, bool isAsync, bool hasAddress) = (false, false, false, false, false, false);
        while (attributes.Read(out ReadOnlySpan<char> name, out ReadOnlySpan<char> value))
        {
            if (Is(name, "type") && !hasType)
            {
                hasType = true;
                ReadOnlySpan<char> type = value.Trim();
                isModule = Is(type, "module");
                isData = !isModule && !type.IsEmpty && !type.Contains("script", StringComparison.OrdinalIgnoreCase) && !type.Contains('&');
            }

            isDeferred |= Is(name, "defer");
            isAsync |= Is(name, "async");
            hasAddress |= Is(name, "src");
            if (VendorAddress.IsIn(name, value, policy))
            {
                return true;
            }
        }

        // One that waits follows ours. In a drawing it does not wait, and has its text all the same.
        bool isEmpty = attributes.Rest.TrimStart().StartsWith("</script", StringComparison.OrdinalIgnoreCase);
        return !isData && (isAsync || !(isModule || (isDeferred && hasAddress && isEmpty)));
    }

    private static bool IsEarly(ReadOnlySpan<char> tag, TagReader attributes, ConsentPolicy policy)
    {
        bool isFrame = TagReader.IsOneOf(tag, Frames);
        bool isBase = Is(tag, "base");
        bool isLoader = TagReader.IsOneOf(tag, Loaders);
        while ((isFrame || isBase || isLoader) && attributes.Read(out ReadOnlySpan<char> name, out ReadOnlySpan<char> value))
        {
            // What is relative is the site's own only where nothing else is its base.
            if ((isFrame && TagReader.IsOneOf(name, Documents)) || (isBase && Is(name, "href")) || (isLoader && VendorAddress.IsIn(name, value, policy)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(ReadOnlySpan<char> text, string other) => text.Equals(other, StringComparison.OrdinalIgnoreCase);
}
