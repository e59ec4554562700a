using CookieConsent.BrowserTests.StandIn;

namespace CookieConsent.BrowserTests;

/// <summary>One browser, one sample and one stand-in for all tests; each test visits with an empty jar of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    public const string Host = "www.shop.example.co.uk";

    public const string SpeedHost = "speed.example.co.uk";

    private HostingSiteFactory? _site;
    private StandInServer? _vendors;
    private PlainSite? _plain;
    private SpeedServer? _speed;
    private IPlaywright? _playwright;
    private DirectoryInfo? _profile;
    private IBrowserContext? _window;

    /// <summary>Address and port of the sample.</summary>
    internal string SiteAddress => _site!.Address;

    /// <summary>Address and port of the stand-in for the vendors.</summary>
    internal string VendorsAddress => _vendors!.Address;

    public async Task InitializeAsync()
    {
        _site = new HostingSiteFactory();
        _vendors = await StandInServer.StartAsync();
        _plain = await PlainSite.StartAsync();
        _speed = await SpeedServer.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _profile = CreateProfile();
        _window = await _playwright.Chromium.LaunchPersistentContextAsync(_profile.FullName, new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                $"--host-resolver-rules={ResolverRules(_site.Address, _vendors.Address, _plain.Address, _speed.Address)}",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        if (_window is not null)
        {
            await _window.DisposeAsync();
        }

        _playwright?.Dispose();
        _profile?.Delete(recursive: true);
        if (_vendors is not null)
        {
            await _vendors.DisposeAsync();
        }

        if (_plain is not null)
        {
            await _plain.DisposeAsync();
        }

        if (_speed is not null)
        {
            await _speed.DisposeAsync();
        }

        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }

    /// <param name="options">What the visitor's browser is like.</param>
    /// <param name="look">How the banner looks from now on, in place of a bar in the site's own colours.</param>
    internal async Task<Visitor> NewVisitorAsync(BrowserNewContextOptions? options = null, Look? look = null)
    {
        Wear(look ?? Look.Plain);
        options ??= new();
        options.IgnoreHTTPSErrors = true;
        options.BaseURL ??= $"https://{Host}";
        _vendors!.Forget();
        IBrowserContext context = await _window!.Browser!.NewContextAsync(options);
        return new Visitor(context, await context.NewPageAsync(), _vendors);
    }

    /// <summary>A visitor of the plain site.</summary>
    internal Task<Visitor> NewPlainVisitorAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = $"https://{PlainSite.Host}";
        return NewVisitorAsync(options);
    }

    /// <summary>Answers that are kept for <see cref="SpeedHost"/>.</summary>
    internal SpeedServer Speed => _speed!;

    /// <summary>Changes how the banner looks on the next page.</summary>
    internal void Wear(Look look) => _site!.Wardrobe.Wear(look);

    /// <summary>A profile that accepts other companies' cookies: a cookie that the browser itself keeps out would prove nothing.</summary>
    private static DirectoryInfo CreateProfile()
    {
        DirectoryInfo profile = Directory.CreateTempSubdirectory("cookie-consent-browser-");
        DirectoryInfo user = profile.CreateSubdirectory("Default");
        File.WriteAllText(Path.Combine(user.FullName, "Preferences"), """{ "profile": { "cookie_controls_mode": 0 } }""");
        return profile;
    }

    /// <summary>Every name that is not mapped resolves to nothing, so that nothing leaves the machine.</summary>
    private static string ResolverRules(string site, string vendors, string plain, string speed) => string.Join(
        ", ",
        [$"MAP {Host}:443 {site}", $"MAP {PlainSite.Host}:443 {plain}", $"MAP {SpeedHost}:443 {speed}", .. Vendors.Answers.Keys.Select(host => $"MAP {host}:443 {vendors}"), "MAP * ~NOTFOUND"]);
}

/// <summary>Puts a test class into the one run that shares the browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "browser";
}
