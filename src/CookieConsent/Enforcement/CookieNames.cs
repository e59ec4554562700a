namespace CookieConsent.Enforcement;

/// <summary>The names in one line of a <c>Cookie</c> header, read as leniently as servers read it, without allocating.</summary>
internal ref struct CookieNames(ReadOnlySpan<char> line)
{
    private ReadOnlySpan<char> _rest = line;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly CookieNames GetEnumerator() => this;

    public bool MoveNext()
    {
        while (!_rest.IsEmpty)
        {
            int semicolon = _rest.IndexOf(';');
            ReadOnlySpan<char> pair = (semicolon < 0 ? _rest : _rest[..semicolon]).Trim();
            _rest = semicolon < 0 ? default : _rest[(semicolon + 1)..];
            int equals = pair.IndexOf('=');
            Current = equals < 0 ? pair : pair[..equals].TrimEnd();
            if (!Current.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }
}
