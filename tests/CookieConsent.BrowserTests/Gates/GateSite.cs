using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CookieConsent.BrowserTests.Gates;

/// <summary>A site of raw pages: what a test puts under a path is what the browser gets.</summary>
internal sealed class GateSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (string Html, string? Policy)> _pages = new();

    private GateSite(string environment, string enforcement)
    {
        _app = Build("127.0.0.1", environment, Section.Replace("ENFORCEMENT", enforcement, StringComparison.Ordinal));
        _app.UseCookieConsent();
        _app.Run(AnswerAsync);
    }

    private static string Section =>
        """
        { "CookieConsent": {
          "Vendors": {
            "youtube": {},
            "acme": { "Name": "Acme Club", "Category": "members", "Origins": [ "cdn.acme.example", "*.acme.example", "acme.example/tags/*.js" ], "PolicyUrl": "https://acme.example/privacy" },
            "beta": { "Name": "Beta", "Category": "analytics", "Origins": [ "cdn.beta.example", "www.acme.example/beta" ] }
          },
          "Categories": { "members": { "Title": "Members", "Description": "The club.", "EssentialOn": [ "/club" ] } },
          "Cookies": {
            "acme_*": { "Category": "members", "Vendor": "acme" },
            "acme_basket": { "Category": "session" },
            "seen_deep": { "Category": "analytics", "Path": "/deep" },
            "seen": { "Category": "analytics" },
            "__Host-seen": { "Category": "analytics" },
            "local-seen": { "Name": "seen.*", "Category": "analytics", "Storage": "LocalStorage" },
            "session-seen": { "Name": "visit", "Category": "analytics", "Storage": "SessionStorage" },
            "db-seen": { "Name": "seen-db*", "Category": "analytics", "Storage": "IndexedDb" },
            "keep": { "Category": "session", "Storage": "LocalStorage" }
          },
          "Enforcement": ENFORCEMENT
        } }
        """;

    public string Address => new Uri(_app.Urls.Single()).Authority;

    public static async Task<GateSite> StartAsync(string environment, string enforcement)
    {
        var site = new GateSite(environment, enforcement);
        await site._app.StartAsync();
        return site;
    }

    public static WebApplication Build(string address, string environment = "Production", string? section = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Parse(address), 0, listen => listen.UseHttps(TestCertificate.Instance)));
        if (section is not null)
        {
            builder.Configuration.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(section)));
            builder.Services.AddCookieConsent();
            builder.Services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        }

        return builder.Build();
    }

    /// <summary>Shows a page from now on.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="html">All of it.</param>
    /// <param name="policy">Its content security policy, if any.</param>
    public void Show(string path, string html, string? policy) => _pages[path] = (html, policy);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        if (!_pages.TryGetValue(context.Request.Path.Value!, out (string Html, string? Policy) page))
        {
            context.Response.StatusCode = context.Request.Path == "/favicon.ico" ? 204 : 404;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = page.Policy;
        bool isGranted = context.GetCookieConsent().IsCategoryGranted("members");
        return context.Response.WriteAsync(page.Html.Replace("IS-GRANTED", isGranted ? "granted" : "refused", StringComparison.Ordinal));
    }
}
