using CookieConsent.Presentation;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CookieConsent.Routes;

/// <summary>A stylesheet or script: kept for ever under its own address; any other address of its kind gets today's content and asks again each time.</summary>
internal static class AssetRoute
{
    public static Task ServeAsync(HttpContext context, Asset asset, string route)
    {
        if (!Answer.IsRead(context.Request))
        {
            return Answer.NotAllowed(context, "GET, HEAD");
        }

        IList<StringWithQualityHeaderValue> accepted = context.Request.GetTypedHeaders().AcceptEncoding;
        (byte[] bytes, string? encoding) = asset.In(name => accepted.Any(value => value.Value.Equals(name, StringComparison.OrdinalIgnoreCase) && value.Quality is null or > 0));
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentType = asset.Type;
        headers.CacheControl = route == asset.Route ? "public, max-age=31536000, immutable" : "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.ContentEncoding = encoding;
        headers.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }
}
