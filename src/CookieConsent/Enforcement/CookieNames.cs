namespace CookieConsent.Enforcement;

/// <summary>The names in one line of a <c>Cookie</c> header, read as leniently as servers read it, without allocating.</summary>
internal ref struct CookieNames(ReadOnlySpan<char> line)
{
    /// <summary>What is said of a cookie without a name: where a name belongs stands its value.</summary>
    public const string None = "(no name)";

    private ReadOnlySpan<char> _rest = line;

    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>The current one has no =, so that it is the value of a cookie without a name.</summary>
    public bool IsNameless { get; private set; }

    public readonly CookieNames GetEnumerator() => this;

    public bool MoveNext()
    {
        while (!_rest.IsEmpty)
        {
            int semicolon = _rest.IndexOf(';');
            ReadOnlySpan<char> pair = (semicolon < 0 ? _rest : _rest[..semicolon]).Trim();
            _rest = semicolon < 0 ? default : _rest[(semicolon + 1)..];
            int equals = pair.IndexOf('=');
            IsNameless = equals < 0;
            Current = equals < 0 ? pair : pair[..equals].TrimEnd();
            if (!Current.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }
}
