using CookieConsent.Consent;
using CookieConsent.Decision;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace CookieConsent.Tests;

/// <summary>The one host builder: a tiny site with cookie consent, under a clock that the test moves.</summary>
public sealed class Site : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 10, 12, 30, 15, TimeSpan.Zero);

    private readonly WebApplication _app;

    private Site(WebApplication app, FakeTimeProvider time, FakeLogCollector logs) => (_app, Time, Logs) = (app, time, logs);

    public FakeTimeProvider Time { get; }

    public FakeLogCollector Logs { get; }

    public IServiceProvider Services => _app.Services;

    public IConfigurationRoot Configuration => (IConfigurationRoot)_app.Configuration;

    internal ConsentPolicy Policy => Services.GetRequiredService<ConsentPolicySource>().Current;

    /// <summary>Vendors in four categories, and a basket.</summary>
    public static readonly Dictionary<string, string?> Usual = new()
    {
        ["Controller:Name"] = "Example Hosting Ltd",
        ["Controller:Contact"] = "privacy@example.com",
        ["PolicyUrl"] = "/privacy",
        ["Vendors:google-analytics:Name"] = "Google Analytics",
        ["Vendors:youtube:Name"] = "YouTube",
        ["Vendors:stripe:Name"] = "Stripe",
        ["Vendors:google-adsense:Name"] = "Google AdSense",
        ["Cookies:basket:Category"] = "session",
        ["Cookies:basket:Purpose"] = "Remembers what is in your basket",
        ["Cookies:basket:Reason"] = "The basket would be empty",
        ["Cookies:ad_shown:Category"] = "advertising",
        ["Cookies:ad_shown:Lifetime"] = "session",
        ["Cookies:ad_shown:Purpose"] = "Which advertisement was shown",
    };

    /// <summary>Starts a site.</summary>
    /// <param name="app">What the site does, behind <c>UseCookieConsent</c>.</param>
    /// <param name="settings">Settings of the section, instead of <see cref="Usual"/>.</param>
    /// <param name="services">Further services.</param>
    /// <param name="before">What stands before <c>UseCookieConsent</c>.</param>
    /// <param name="environment">The environment's name.</param>
    public static async Task<Site> StartAsync(
        Action<WebApplication>? app = null,
        IEnumerable<KeyValuePair<string, string?>>? settings = null,
        Action<IServiceCollection>? services = null,
        Action<WebApplication>? before = null,
        string environment = "Production")
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ApplicationName = typeof(Site).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseTestServer(options => options.AllowSynchronousIO = false);
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection((settings ?? Usual).Select(pair => KeyValuePair.Create("CookieConsent:" + pair.Key, pair.Value)));
        var time = new FakeTimeProvider(Start);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddFakeLogging();
        builder.Services.AddCookieConsent();
        services?.Invoke(builder.Services);
        WebApplication site = builder.Build();
        try
        {
            before?.Invoke(site);
            site.UseCookieConsent();
            app?.Invoke(site);
            await site.StartAsync();
            return new Site(site, time, site.Services.GetFakeLogCollector());
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>A site that answers every request with one delegate.</summary>
    public static Task<Site> StartAsync(RequestDelegate answer, IEnumerable<KeyValuePair<string, string?>>? settings = null) =>
        StartAsync(app => app.Run(answer), settings);

    /// <summary>A browser that has never been here.</summary>
    public Visitor Visitor(string host = "www.example.co.uk") => new(_app.GetTestServer().CreateHandler(), host);

    /// <summary>The value of a decision cookie that this site would have written now.</summary>
    /// <param name="granted">Ids of granted categories and vendors.</param>
    /// <param name="refused">Ids of refused categories and vendors.</param>
    public string Decision(string granted = "", string refused = "")
    {
        ConsentDecision decision = ConsentDecision.None;
        foreach ((string id, ConsentAnswer answer) in Ids(granted, ConsentAnswer.Granted).Concat(Ids(refused, ConsentAnswer.Refused)))
        {
            decision = Policy.Category(id) is { } category ? decision.With(category, answer) : decision.With(Policy.Vendor(id)!, answer);
        }

        return DecisionFormat.Write(DecisionFormat.Stamp(decision, Time.GetUtcNow()), Policy);
    }

    /// <summary>The <c>Cookie</c> header of a visitor who decided so.</summary>
    public string DecisionCookie(string granted = "", string refused = "") => $"{Policy.Settings.CookieName}={Decision(granted, refused)}";

    /// <summary>What the form of the banner sends as <c>asked</c>, for all asked categories or those named.</summary>
    public string Asked(string categories = "") => AskedField.Write(
        categories.Length == 0 ? Policy.AskedBits : categories.Split(' ').Aggregate(0UL, (bits, id) => bits | Policy.Category(id)!.Bit),
        Policy);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static IEnumerable<(string Id, ConsentAnswer Answer)> Ids(string ids, ConsentAnswer answer) =>
        ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => (id, answer));
}
