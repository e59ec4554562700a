using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CookieConsent.Routes;

/// <summary>The declaration as JSON, for a site that renders it itself: the same for every visitor of one language, and asked for again with its tag.</summary>
internal static class DeclarationDataRoute
{
    public static Task ServeAsync(HttpContext context, Func<string> document)
    {
        if (!Answer.IsRead(context.Request))
        {
            return Answer.NotAllowed(context, "GET, HEAD");
        }

        byte[] body = Encoding.UTF8.GetBytes(document());
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body)[..8])}\"");
        IHeaderDictionary headers = context.Response.Headers;
        headers.ETag = tag.ToString();
        headers.CacheControl = "no-cache";
        headers.XContentTypeOptions = "nosniff";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
