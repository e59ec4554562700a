using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CookieConsent.Enforcement;

/// <summary>The request's cookies without those that the visitor has not agreed to. The raw header stays as it came.</summary>
internal sealed class HidingRequestCookies(EnforcedRequest request, IRequestCookiesFeature inner) : IRequestCookieCollection
{
    public int Count => this.Count();

    public ICollection<string> Keys => [.. this.Select(static cookie => cookie.Key)];

    public string? this[string key] => TryGetValue(key, out string? value) ? value : null;

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
    {
        // Look-ups ignore letter case, cookie names do not: the name that was found decides, not the one asked for.
        if (inner.Cookies.TryGetValue(key, out value) && !request.Hides(inner.Cookies.Keys.First(name => name.Equals(key, StringComparison.OrdinalIgnoreCase))))
        {
            return true;
        }

        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        inner.Cookies.Where(cookie => !request.Hides(cookie.Key)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
