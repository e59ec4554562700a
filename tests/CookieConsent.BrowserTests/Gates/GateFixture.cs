namespace CookieConsent.BrowserTests.Gates;

/// <summary>A browser for raw pages: one site that withholds, one that only reports, one with every net off, and the vendors.</summary>
public sealed class GateFixture : IAsyncLifetime
{
    private const string AllNets = """{ "Mode": "Withhold", "Browser": { "Insertions": "NET", "Observer": "NET", "Cookies": "NET", "CookieStore": "NET", "Storage": "NET" } }""";

    private readonly Dictionary<string, GateSite> _sites = [];
    private VendorServer? _vendors;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        _sites["withholds.shop.example"] = await GateSite.StartAsync("Production", """{ "Mode": "Withhold" }""");
        _sites["reports.shop.example"] = await GateSite.StartAsync("Development", """{ "Mode": "Report" }""");
        _sites["off.shop.example"] = await GateSite.StartAsync("Production", AllNets.Replace("NET", "Off", StringComparison.Ordinal));
        _sites["observes.shop.example"] = await GateSite.StartAsync("Production", """{ "UndeclaredStorage": "Withhold", "Browser": { "Insertions": "Off" } }""");
        _vendors = await VendorServer.StartAsync();
        _playwright = await Playwright.CreateAsync();
        IEnumerable<string> rules = [.. _sites.Select(site => $"MAP {site.Key}:443 {site.Value.Address}"), .. VendorServer.Hosts.Select(host => $"MAP {host}:443 {_vendors.Address}"), "MAP * ~NOTFOUND"];
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--autoplay-policy=no-user-gesture-required", $"--host-resolver-rules={string.Join(", ", rules)}"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_vendors is not null)
        {
            await _vendors.DisposeAsync();
        }

        foreach (GateSite site in _sites.Values)
        {
            await site.DisposeAsync();
        }
    }

    /// <summary>Shows another page from now on under a path of the site that withholds.</summary>
    internal void Show(string path, string html, string? policy = null) => _sites["withholds.shop.example"].Show(path, html, policy);

    /// <summary>Opens a raw page as a new visitor.</summary>
    /// <param name="body">What stands in its body.</param>
    /// <param name="head">What stands in its head after our script and stylesheet.</param>
    /// <param name="policy">Its content security policy, if any.</param>
    /// <param name="site">Which of the sites: <c>withholds</c>, <c>reports</c>, <c>off</c> or <c>observes</c> (whatever is not an insertion).</param>
    /// <param name="path">The page's path.</param>
    internal async Task<GatePage> OpenAsync(string body = "", string head = "", string? policy = null, string site = "withholds", string path = "/")
    {
        string host = site + ".shop.example";
        _sites[host].Show(path, $"""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Raw</title><script src="/_cookie-consent/script.js"></script><link rel="stylesheet" href="/_cookie-consent/style.css">{head}</head><body>{body}</body></html>
            """, policy);
        _vendors!.Forget();
        IBrowserContext context = await _browser!.NewContextAsync(new() { IgnoreHTTPSErrors = true, BaseURL = $"https://{host}" });
        var page = new GatePage(context, await context.NewPageAsync(), _vendors);
        await page.Page.GotoAsync(path);
        return page;
    }
}

/// <summary>Puts a test class into the run that shares the browser for raw pages.</summary>
[CollectionDefinition(Name)]
public sealed class GateCollection : ICollectionFixture<GateFixture>
{
    public const string Name = "gates";
}
