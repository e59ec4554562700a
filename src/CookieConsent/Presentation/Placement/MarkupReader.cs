namespace CookieConsent.Presentation.Placement;

/// <summary>Goes from start tag to start tag through markup, past comments, past what is text to a browser, and past templates, in which nothing runs.</summary>
/// <remarks>The rules are those of the HTML Standard's tokenizer (section 13.2.5), as far as they tell where a tag and its attributes begin and end.</remarks>
internal ref struct MarkupReader(ReadOnlySpan<char> markup)
{
    /// <summary>Where what begins like them is text until it ends.</summary>
    private static readonly string[] EndsOfText = ["</script", "</style", "</title", "</textarea", "</noscript", "</iframe", "</xmp", "</noembed", "</noframes"];

    private readonly ReadOnlySpan<char> _markup = markup;
    private int _at;
    private int _templates;
    private int _drawings;
    private int _formulas;
    private bool _isInTag;
    private bool _isText;

    /// <summary>Where the tag begins that was read last.</summary>
    public int Start { get; private set; }

    /// <summary>The name of the tag that was read last, in the page's own case.</summary>
    public ReadOnlySpan<char> Tag { get; private set; }

    public bool ReadTag()
    {
        while (Next())
        {
            ReadOnlySpan<char> name = Name();
            bool isEnd = name[0] == '/';
            Tag = isEnd ? name[1..] : name;
            _isText = !isEnd;
            bool isInside = _templates > 0;
            Count("template", isEnd, ref _templates);
            Count("svg", isEnd, ref _drawings);
            Count("math", isEnd, ref _formulas);

            if (!isEnd && !isInside)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The tag is within a drawing or a formula, where templates and texts are none.</summary>
    public readonly bool IsForeign => _drawings + _formulas > 0;

    public readonly bool Is(string tag) => Tag.Equals(tag, StringComparison.OrdinalIgnoreCase);

    /// <summary>Moves to the next attribute of the tag.</summary>
    /// <param name="name">In the page's own case.</param>
    /// <param name="value">As it is written, without its quotes; empty where there is none.</param>
    public bool ReadAttribute(out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        value = default;
        Skip(" \t\r\n\f/");
        if (!_isInTag || _at >= _markup.Length || _markup[_at] == '>')
        {
            _isInTag = false;
            name = default;
            return false;
        }

        // An equals sign in the first place is part of the name.
        int length = 1 + Length(_markup[(_at + 1)..], " \t\r\n\f/>=");
        name = _markup.Slice(_at, length);
        _at += length;
        Skip(" \t\r\n\f");
        if (_at < _markup.Length && _markup[_at] == '=')
        {
            _at++;
            Skip(" \t\r\n\f");
            value = Value();
        }

        return true;
    }

    private ReadOnlySpan<char> Value()
    {
        ReadOnlySpan<char> rest = _markup[_at..];
        bool isQuoted = rest.StartsWith("\"") || rest.StartsWith("'");
        ReadOnlySpan<char> value = isQuoted ? rest[1..] : rest;
        value = value[..Length(value, isQuoted ? rest[..1] : " \t\r\n\f>")];
        _at = Math.Min(_markup.Length, _at + value.Length + (isQuoted ? 2 : 0));
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
                _at += Length(rest, ">");
            }
        }

        return false;
    }

    private readonly void Count(string tag, bool isEnd, ref int depth)
    {
        if (Is(tag))
        {
            depth = Math.Max(0, depth + (isEnd ? -1 : 1));
        }
    }

    private static bool IsLetter(ReadOnlySpan<char> text) => !text.IsEmpty && char.IsAsciiLetter(text[0]);

    private ReadOnlySpan<char> Name()
    {
        int length = 1 + Length(_markup[(_at + 1)..], " \t\r\n\f/>");
        ReadOnlySpan<char> name = _markup.Slice(_at, length);
        _at += length;
        return name;
    }

    /// <summary>Nothing is skipped where the end is missing or the tag seems to end itself: rather a tag too much is found than one too few.</summary>
    private void SkipText()
    {
        if (!_isText || IsForeign || _markup[_at - 1] == '/')
        {
            return;
        }

        _isText = false;
        foreach (string end in EndsOfText)
        {
            if (Is(end[2..]) && _markup[_at..].IndexOf(end, StringComparison.OrdinalIgnoreCase) is >= 0 and int length)
            {
                _at += length;
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

    private void Skip(ReadOnlySpan<char> characters)
    {
        int length = _markup[_at..].IndexOfAnyExcept(characters);
        _at = length < 0 ? _markup.Length : _at + length;
    }

    private static int Length(ReadOnlySpan<char> rest, ReadOnlySpan<char> ends)
    {
        int length = rest.IndexOfAny(ends);
        return length < 0 ? rest.Length : length;
    }
}
