using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CookieConsent.BrowserTests.Gates;

/// <summary>Plays the vendors of raw pages: answers by the ending of the path, as slowly as <c>?wait=</c> says, and remembers what was asked for.</summary>
internal sealed class VendorServer : IAsyncDisposable
{
    public static readonly IReadOnlyList<string> Hosts =
        ["cdn.acme.example", "acme.example", "www.acme.example", "cdn.beta.example", "www.youtube.com", "elsewhere.example"];

    private readonly ConcurrentQueue<string> _asked = new();
    private readonly WebApplication _app;

    private VendorServer(WebApplication app)
    {
        _app = app;
        _app.Run(AnswerAsync);
    }

    /// <summary>Paths in the order in which they were asked for.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    public string Address => new Uri(_app.Urls.Single()).Authority;

    public static async Task<VendorServer> StartAsync()
    {
        var server = new VendorServer(GateSite.Build("127.0.0.3"));
        await server._app.StartAsync();
        return server;
    }

    public void Forget() => _asked.Clear();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        string path = context.Request.Path.Value!;
        _asked.Enqueue(path);
        if (int.TryParse(context.Request.Query["wait"], out int wait))
        {
            await Task.Delay(wait);
        }

        (context.Response.ContentType, string body) = Path.GetExtension(path) switch
        {
            ".js" => ("text/javascript", $"(window.ran ??= []).push('{path}');"),
            ".html" => ("text/html", "<!DOCTYPE html><html lang=en><title>Vendor</title><p>Vendor"),
            ".css" => ("text/css", "p { margin: 0 }"),
            ".vtt" => ("text/vtt", "WEBVTT\n"),
            ".svg" => ("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>"),
            _ => ("text/plain", ""),
        };
        context.Response.Headers.AccessControlAllowOrigin = "*";
        await context.Response.WriteAsync(body);
    }
}
