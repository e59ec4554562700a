using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Net.Http.Headers;

namespace CookieConsent.Tests;

/// <summary>A browser: keeps host-wide cookies, follows no redirect by itself, says where its requests come from.</summary>
public sealed class Visitor(HttpMessageHandler handler, string host)
{
    /// <summary>The cookies that the browser would send, by name.</summary>
    public Dictionary<string, string> Jar { get; } = new(StringComparer.Ordinal);

    /// <summary>The last response's <c>Set-Cookie</c> lines.</summary>
    public IReadOnlyList<string> SetCookies { get; private set; } = [];

    /// <summary>Names of the cookies that the last response set, deletions left out.</summary>
    public IEnumerable<string> SetNames => SetCookies.Where(line => !IsDeletion(line)).Select(Name);

    /// <summary>Names of the cookies that the last response deleted.</summary>
    public IEnumerable<string> DeletedNames => SetCookies.Where(IsDeletion).Select(Name);

    public Task<HttpResponseMessage> GetAsync(string path, string? cookies = null, bool navigates = true, string scheme = "https", params (string Name, string Value)[] headers)
    {
        (string, string)[] fetch = navigates ? [("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Site", "none"), ("Accept", "text/html")] : [];
        return SendAsync(HttpMethod.Get, path, null, cookies, [.. fetch, .. headers], scheme);
    }

    public async Task<string> GetTextAsync(string path, string? cookies = null) => await (await GetAsync(path, cookies)).Content.ReadAsStringAsync();

    public async Task<IHtmlDocument> GetPageAsync(string path, string? cookies = null) => new HtmlParser().ParseDocument(await GetTextAsync(path, cookies));

    /// <summary>Sends a form from a page of the site itself.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, Form(fields), null, [("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Mode", "navigate")]);

    /// <summary>Accepts all, as the banner's button does.</summary>
    public Task<HttpResponseMessage> AcceptAllAsync(Site site) => PostAsync("/_cookie-consent/decision", ("asked", site.Asked()), ("answer", "grant"));

    /// <summary>Rejects all, as the banner's button does.</summary>
    public Task<HttpResponseMessage> RejectAllAsync(Site site) => PostAsync("/_cookie-consent/decision", ("asked", site.Asked()), ("answer", "refuse"));

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    /// <param name="method">The method.</param>
    /// <param name="path">The path, with its query.</param>
    /// <param name="body">The body.</param>
    /// <param name="cookies">The <c>Cookie</c> header, instead of the jar's.</param>
    /// <param name="headers">Further headers.</param>
    /// <param name="scheme">The scheme.</param>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body, string? cookies, (string Name, string Value)[] headers, string scheme = "https")
    {
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(method, new Uri($"{scheme}://{host}{path}")) { Content = body };
        string header = cookies ?? string.Join("; ", Jar.Select(pair => $"{pair.Key}={pair.Value}"));
        if (header.Length > 0)
        {
            request.Headers.TryAddWithoutValidation(HeaderNames.Cookie, header);
        }

        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        HttpResponseMessage response = await invoker.SendAsync(request, CancellationToken.None);
        SetCookies = response.Headers.TryGetValues(HeaderNames.SetCookie, out IEnumerable<string>? lines) ? [.. lines] : [];
        foreach (SetCookieHeaderValue cookie in SetCookieHeaderValue.ParseList([.. SetCookies]))
        {
            // Deletions for other domains and paths are looked at by the tests, not kept by the jar.
            if (!IsDeletion(cookie.ToString()))
            {
                Jar[WebUtility.UrlDecode(cookie.Name.ToString())] = cookie.Value.ToString();
            }
            else if (!cookie.Domain.HasValue && cookie.Path == "/")
            {
                Jar.Remove(cookie.Name.ToString());
            }
        }

        return response;
    }

    private static string Name(string line) => line[..line.IndexOf('=')];

    private static bool IsDeletion(string line) =>
        line.Contains("max-age=0", StringComparison.OrdinalIgnoreCase) || line.Contains("1970", StringComparison.Ordinal);
}
