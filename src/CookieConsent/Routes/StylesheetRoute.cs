using CookieConsent.Presentation;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CookieConsent.Routes;

/// <summary>The stylesheet: kept for ever under its own address, never under an old one, which gets today's content.</summary>
internal static class StylesheetRoute
{
    public static Task ServeAsync(HttpContext context, Stylesheet stylesheet, bool isCurrent)
    {
        if (!Answer.IsRead(context.Request))
        {
            return Answer.NotAllowed(context, "GET, HEAD");
        }

        IList<StringWithQualityHeaderValue> accepted = context.Request.GetTypedHeaders().AcceptEncoding;
        (byte[] bytes, string? encoding) = stylesheet.In(name => accepted.Any(value => value.Value.Equals(name, StringComparison.OrdinalIgnoreCase) && value.Quality is null or > 0));
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentType = "text/css; charset=utf-8";
        headers.CacheControl = isCurrent ? "public, max-age=31536000, immutable" : "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.ContentEncoding = encoding;
        headers.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }
}
