using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CookieConsent.BrowserTests.StandIn;

/// <summary>Plays every vendor on one loopback address, and remembers who was asked.</summary>
internal sealed class StandInServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly WebApplication _app;

    private StandInServer()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Parse("127.0.0.2"), 0, listen => listen.UseHttps(TestCertificate.Instance)));
        _app = builder.Build();
        _app.Run(Answer);
    }

    /// <summary>The hosts that were asked since the last <see cref="Forget"/>.</summary>
    public IReadOnlyCollection<string> AskedHosts => [.. _asked.Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Address and port.</summary>
    public string Address => new Uri(_app.Urls.Single()).Authority;

    public static async Task<StandInServer> StartAsync()
    {
        var server = new StandInServer();
        await server._app.StartAsync();
        return server;
    }

    public void Forget() => _asked.Clear();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task Answer(HttpContext context)
    {
        _asked.Enqueue(context.Request.Host.Host);
        StandInAnswer answer = Vendors.Answers[context.Request.Host.Host];
        context.Response.ContentType = answer.ContentType;
        context.Response.Headers.SetCookie = answer.Cookies;
        return context.Response.WriteAsync(answer.Body);
    }
}
