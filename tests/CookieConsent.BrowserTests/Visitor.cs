using System.Collections.Concurrent;
using CookieConsent.BrowserTests.StandIn;

namespace CookieConsent.BrowserTests;

/// <summary>One visitor with a browser of their own: what they do, what their jar holds, and whom their browser has asked.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly StandInServer _vendors;
    private readonly ConcurrentQueue<string> _foreign = new();

    public Visitor(IBrowserContext context, IPage page, StandInServer vendors)
    {
        _context = context;
        _vendors = vendors;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Complaints.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => Complaints.Enqueue(error);
        context.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "https" or "http" } address && address.Host != BrowserFixture.Host)
            {
                _foreign.Enqueue(address.Host);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>What the browser complained about: breaches of the content security policy, failed scripts.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    public ILocator Bar => Page.Locator(".vc-bar");

    public ILocator SettingsLink => Page.Locator("a.vc-settings");

    public ILocator Saved => Page.Locator("#vc-saved");

    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    /// <summary>The heading of the settings, in the dialog or on their page.</summary>
    public ILocator Settings => Page.GetByRole(AriaRole.Heading, new() { Name = "Cookie settings" });

    /// <summary>Another tab of the same browser.</summary>
    public Task<IPage> NewTabAsync() => _context.NewPageAsync();

    /// <summary>The ids that the page's own scripts learn.</summary>
    public Task<string[]> GrantedAsync() => Page.EvaluateAsync<string[]>("() => cookieConsent.decision.granted");

    /// <summary>Every foreign host that the browser tried to reach or that was reached, by the browser's word and by the wire's.</summary>
    public IReadOnlyCollection<string> AskedHosts => [.. _foreign.Concat(_vendors.AskedHosts).Distinct().Order(StringComparer.Ordinal)];

    public void ForgetAsked()
    {
        _foreign.Clear();
        _vendors.Forget();
    }

    public async Task OpenAsync(string path)
    {
        IResponse? response = await Page.GotoAsync(path);
        (response?.Status ?? 200).Should().Be(200, "{0} is a page of the sample", path);
    }

    public async Task WalkAsync(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            await OpenAsync(path);
        }
    }

    /// <summary>The sample's own <c>:root</c> rule outweighs a theme of the section: where there is one, the pages come without the sample's colours.</summary>
    public Task DressAsync(Look look) => look.Theme == "own" ? Page.UnrouteAsync("**/site.css*") : Page.RouteAsync(
        "**/site.css*",
        route => route.FulfillAsync(new() { ContentType = "text/css", Body = ":root { color-scheme: light dark } body { color: CanvasText; background: Canvas } a { color: CanvasText; display: inline-block; padding: 4px }" }));

    public Task AcceptAllAsync() => AnswerAsync("grant");

    public Task RejectAllAsync() => AnswerAsync("refuse");

    /// <summary>Presses a button of the dialog, else of the bar or the page, and waits until the answer is confirmed.</summary>
    public async Task AnswerAsync(string answer)
    {
        string button = $"button.vc-button[value={answer}]";
        await Page.Locator($"dialog {button}, body:not(:has(dialog)) {button}").ClickAsync();
        await Assertions.Expect(Saved).ToBeInViewportAsync();
        await Assertions.Expect(Saved).Not.ToBeEmptyAsync();
    }

    public async Task ChooseAsync(params string[] categories)
    {
        await Page.Locator(".vc-bar a.vc-quiet").ClickAsync();
        foreach (string category in categories)
        {
            await Page.Locator($"input[name=grant][value={category}]").CheckAsync();
        }

        await AnswerAsync("choose");
    }

    /// <summary>Two actions: the link at the foot of the page, and one button.</summary>
    public async Task WithdrawAsync()
    {
        await SettingsLink.ClickAsync();
        await RejectAllAsync();
    }

    public Task PlantAsync(params Cookie[] cookies) => _context.AddCookiesAsync(cookies);

    public async Task<IReadOnlyList<BrowserContextCookiesResult>> JarAsync() => await _context.CookiesAsync();

    public async Task<BrowserContextCookiesResult?> CookieAsync(string name) => (await JarAsync()).SingleOrDefault(cookie => cookie.Name == name);

    /// <summary>The names in the jar that need consent, each once, third parties' included.</summary>
    public async Task<IReadOnlyList<string>> AskedCookiesAsync() =>
        [.. (await JarAsync()).Select(cookie => cookie.Name).Where(name => !Essential.Is(name)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Scripts that are loading may still be on their way: asks again until it is so.</summary>
    public static async Task EventuallyAsync(Func<Task> assertion)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        while (true)
        {
            try
            {
                await assertion();
                return;
            }
            catch (Exception) when (!patience.IsCancellationRequested)
            {
                await Task.Delay(25);
            }
        }
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
