using System.Buffers;

namespace CookieConsent.Presentation.Placement;

/// <summary>Goes from start tag to start tag through markup, past comments, past what is text to a browser, and past templates, in which nothing runs.</summary>
/// <remarks>The rules are those of the HTML Standard's tokenizer (section 13.2.5), as far as they tell where a tag and its attributes begin and end.</remarks>
internal ref struct MarkupReader(ReadOnlySpan<char> markup)
{
    private static readonly SearchValues<char> Space = SearchValues.Create(" \t\r\n\f");
    private static readonly SearchValues<char> BeforeAttribute = SearchValues.Create(" \t\r\n\f/");
    private static readonly SearchValues<char> AfterTag = SearchValues.Create(" \t\r\n\f/>");
    private static readonly SearchValues<char> AfterAttribute = SearchValues.Create(" \t\r\n\f/>=");
    private static readonly SearchValues<char> AfterValue = SearchValues.Create(" \t\r\n\f>");

    private readonly ReadOnlySpan<char> _markup = markup;
    private ReadOnlySpan<char> _text;
    private int _at;
    private int _templates;
    private int _drawings;
    private int _formulas;
    private bool _isInTag;

    /// <summary>Where the tag begins that was read last.</summary>
    public int Start { get; private set; }

    /// <summary>The kind of the tag that was read last.</summary>
    public TagKind Kind { get; private set; }

    /// <summary>The tag is within a drawing or a formula.</summary>
    public readonly bool IsForeign => _drawings + _formulas > 0;

    public bool ReadTag()
    {
        while (Next())
        {
            ReadOnlySpan<char> name = Take(1, AfterTag);
            bool isEnd = name[0] == '/';
            Kind = TagKinds.Of(isEnd ? name[1..] : name);
            _text = !isEnd && (Kind & TagKind.Text) != 0 ? name : default;
            bool isInside = _templates > 0;
            Count(TagKind.Template, isEnd, ref _templates);
            Count(TagKind.Drawing, isEnd, ref _drawings);
            Count(TagKind.Formula, isEnd, ref _formulas);
            if (!isEnd && !isInside)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves to the next attribute of the tag.</summary>
    /// <param name="name">In the page's own case.</param>
    /// <param name="value">As it is written, without its quotes; empty where there is none.</param>
    public bool ReadAttribute(out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        name = default;
        value = default;
        if (!_isInTag)
        {
            return false;
        }

        Skip(BeforeAttribute);
        if (_at == _markup.Length || _markup[_at] == '>')
        {
            _isInTag = false;
            return false;
        }

        // An equals sign in the first place is part of the name.
        name = Take(1, AfterAttribute);
        Skip(Space);
        if (_at < _markup.Length && _markup[_at] == '=')
        {
            _at++;
            Skip(Space);
            value = Value();
        }

        return true;
    }

    private ReadOnlySpan<char> Value()
    {
        if (_at == _markup.Length || _markup[_at] is not ('"' or '\''))
        {
            return Take(0, AfterValue);
        }

        ReadOnlySpan<char> rest = _markup[(_at + 1)..];
        int length = rest.IndexOf(_markup[_at]);
        ReadOnlySpan<char> value = length < 0 ? rest : rest[..length];
        _at = Math.Min(_markup.Length, _at + value.Length + 2);
        return value;
    }

    /// <summary>Moves behind the next <c>&lt;</c> that begins a tag.</summary>
    private bool Next()
    {
        while (ReadAttribute(out _, out _))
        {
        }

        SkipText();
        while (_at < _markup.Length && _markup[_at..].IndexOf('<') is >= 0 and int distance)
        {
            _at += distance + 1;
            ReadOnlySpan<char> rest = _markup[_at..];
            if (rest.StartsWith("!--"))
            {
                // <!--> and <!---> are whole comments.
                _at += 1 + EndOfComment(rest[1..]);
            }
            else if (IsLetter(rest) || (rest.StartsWith("/") && IsLetter(rest[1..])))
            {
                Start = _at - 1;
                _isInTag = true;
                return true;
            }
            else if (!rest.IsEmpty && "!?/".Contains(rest[0]))
            {
                // A comment, too, to a browser.
                _at += rest.IndexOf('>') is >= 0 and int length ? length : rest.Length;
            }
        }

        return false;
    }

    private static bool IsLetter(ReadOnlySpan<char> text) => !text.IsEmpty && char.IsAsciiLetter(text[0]);

    private readonly void Count(TagKind kind, bool isEnd, ref int depth) =>
        depth = Kind == kind ? Math.Max(0, depth + (isEnd ? -1 : 1)) : depth;

    /// <summary>Nothing is skipped where the end is missing or the tag seems to end itself: rather a tag too much is found than one too few.</summary>
    private void SkipText()
    {
        if (_text.IsEmpty || IsForeign || _markup[_at - 1] == '/')
        {
            return;
        }

        int at = _at;
        while (_markup[at..].IndexOf("</") is >= 0 and int length)
        {
            at += length + 2;
            if (_markup[at..].StartsWith(_text, StringComparison.OrdinalIgnoreCase))
            {
                _at = at - 2;
                return;
            }
        }
    }

    private static int EndOfComment(ReadOnlySpan<char> rest)
    {
        int at = 0;
        while (at < rest.Length && rest[at..].IndexOf("--") is >= 0 and int distance)
        {
            at += distance + 1;
            ReadOnlySpan<char> after = rest[at..].TrimStart('-');
            if (after.StartsWith(">") || after.StartsWith("!>"))
            {
                return rest.Length - after.Length;
            }
        }

        return rest.Length;
    }

    private void Skip(SearchValues<char> characters)
    {
        int length = _markup[_at..].IndexOfAnyExcept(characters);
        _at = length < 0 ? _markup.Length : _at + length;
    }

    /// <summary>What stands before any of the characters, looked for behind the first few.</summary>
    private ReadOnlySpan<char> Take(int first, SearchValues<char> ends)
    {
        int length = _markup[(_at + first)..].IndexOfAny(ends);
        ReadOnlySpan<char> taken = length < 0 ? _markup[_at..] : _markup.Slice(_at, first + length);
        _at += taken.Length;
        return taken;
    }
}
