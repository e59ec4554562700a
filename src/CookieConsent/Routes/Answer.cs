using System.Text;
using Microsoft.AspNetCore.Http;

namespace CookieConsent.Routes;

/// <summary>What all of our answers have in common.</summary>
internal static class Answer
{
    /// <summary>A short answer in plain words.</summary>
    public static Task Text(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        return Write(context, "text/plain; charset=utf-8", text);
    }

    /// <summary>A page that differs by visitor.</summary>
    public static Task Html(HttpContext context, string html) => Write(context, "text/html; charset=utf-8", html);

    /// <summary>Refuses any method but those named.</summary>
    public static Task NotAllowed(HttpContext context, string allowed)
    {
        context.Response.Headers.Allow = allowed;
        return Text(context, StatusCodes.Status405MethodNotAllowed, $"Only {allowed} is possible here.");
    }

    public static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static Task Write(HttpContext context, string type, string text)
    {
        byte[] body = Encoding.UTF8.GetBytes(text);
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
