using System.Globalization;
using System.Net;
using CookieConsent.Consent;
using CookieConsent.Decision;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CookieConsent.BrowserTests;

/// <summary>A site without Razor: one page at every address, with one script tag, under the strictest content security policy.</summary>
internal sealed class PlainSite : IAsyncDisposable
{
    public const string Host = "plain.example";

    public const string Page =
        """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><script src="/_cookie-consent/now.js"></script><title>Plain</title></head>
        <body><main><h1>Plain</h1><p><input aria-label="Name"> <a href="/other">Other</a></p></main></body>
        </html>
        """;

    /// <summary>What each vendor's scripts understand.</summary>
    public static readonly IReadOnlyList<(string Id, string Category)> Vendors =
    [
        ("google-analytics", "analytics"), ("google-ads", "advertising"), ("doubleclick", "advertising"),
        ("microsoft-ads", "advertising"), ("microsoft-clarity", "analytics"), ("meta-pixel", "advertising"), ("club", "members"),
    ];

    private readonly WebApplication _app;

    private PlainSite()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Parse("127.0.0.3"), 0, listen => listen.UseHttps(TestCertificate.Instance)));
        builder.Services.AddLogging(logging => logging.ClearProviders());
        builder.Services.AddCookieConsent(new ConfigurationBuilder().AddInMemoryCollection(Settings()).Build().GetSection("Plain"));
        _app = builder.Build();
        _app.UseCookieConsent();
        _app.Run(Answer);
    }

    /// <summary>Address and port.</summary>
    public string Address => new Uri(_app.Urls.Single()).Authority;

    public static async Task<PlainSite> StartAsync()
    {
        var site = new PlainSite();
        await site._app.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static IEnumerable<KeyValuePair<string, string?>> Settings() => Vendors
        .SelectMany(static vendor => new (string Key, string? Value)[]
        {
            ($"Vendors:{vendor.Id}:Name", vendor.Id),
            ($"Vendors:{vendor.Id}:Category", vendor.Category),
            ($"Vendors:{vendor.Id}:Origins:0", vendor.Id + ".example"),
        })
        .Concat([("Categories:members:Title", (string?)"Members"), ("Categories:members:EssentialOn:0", "/club"), ("Controller:Name", "Plain")])
        .Select(static setting => KeyValuePair.Create("Plain:" + setting.Item1, setting.Item2));

    private static Task Answer(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'self'; require-trusted-types-for 'script'";
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(context.Request.Path == "/told" ? Page.Replace("<h1>", $"<p id=\"told\">{Told(context)}</p><h1>", StringComparison.Ordinal) : Page);
    }

    /// <summary>The decision as the server reads it.</summary>
    private static string Told(HttpContext context)
    {
        ICookieConsentFeature consent = context.GetCookieConsent();
        string[] Ids(ConsentAnswer answer) =>
        [
            .. Vendors.Select(vendor => vendor.Category).Distinct().Where(id => consent.GetCategory(id) == answer),
            .. Vendors.Select(vendor => vendor.Id).Where(id => consent.GetVendor(id) == answer),
        ];
        return string.Join(
            ' ',
            [
                .. Ids(ConsentAnswer.Granted).Select(id => "+" + id).Concat(Ids(ConsentAnswer.Refused).Select(id => "-" + id)).Order(StringComparer.Ordinal),
                consent.DecidedAt?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? "never",
                consent.Receipt ?? "none",
            ]);
    }
}
