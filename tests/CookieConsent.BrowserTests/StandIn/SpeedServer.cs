using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CookieConsent.BrowserTests.StandIn;

/// <summary>Serves kept answers, compressed beforehand, so that two pages differ by what they ask for and by nothing else.</summary>
internal sealed class SpeedServer : IAsyncDisposable
{
    private readonly Dictionary<string, (string Type, byte[] Body)> _answers = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private SpeedServer()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Parse("127.0.0.3"), 0, listen => listen.UseHttps(TestCertificate.Instance)));
        _app = builder.Build();
        _app.Run(Answer);
    }

    /// <summary>Address and port.</summary>
    public string Address => new Uri(_app.Urls.Single()).Authority;

    public static async Task<SpeedServer> StartAsync()
    {
        var server = new SpeedServer();
        await server._app.StartAsync();
        return server;
    }

    public void Keep(string path, string type, string body)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize))
        {
            brotli.Write(Encoding.UTF8.GetBytes(body));
        }

        _answers[path] = (type, compressed.ToArray());
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task Answer(HttpContext context)
    {
        if (!_answers.TryGetValue(context.Request.Path, out (string Type, byte[] Body) answer))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Response.ContentType = answer.Type;
        context.Response.Headers.ContentEncoding = "br";
        context.Response.Headers.CacheControl = answer.Type == "text/html" ? "no-store" : "public, max-age=31536000, immutable";
        return context.Response.Body.WriteAsync(answer.Body).AsTask();
    }
}
