using System.Collections.Concurrent;
using System.Text.Json;

namespace CookieConsent.BrowserTests.Gates;

/// <summary>A raw page in front of one visitor.</summary>
internal sealed class GatePage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly VendorServer _vendors;

    public GatePage(IBrowserContext context, IPage page, VendorServer vendors)
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
    }

    public IPage Page { get; }

    /// <summary>What the browser complained about.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    /// <summary>What the vendors were asked for, in order.</summary>
    public IReadOnlyList<string> Asked => _vendors.Asked;

    /// <summary>The vendors' scripts and the page's own that have run, in order.</summary>
    public Task<string[]> RanAsync() => Page.EvaluateAsync<string[]>("() => window.ran ?? []");

    public Task<T> RunAsync<T>(string script, object? argument = null) => Page.EvaluateAsync<T>(script, argument);

    public Task<JsonElement?> RunAsync(string script, object? argument = null) => Page.EvaluateAsync(script, argument);

    /// <summary>Answers for every category, without leaving the page: those that are not named are refused.</summary>
    public Task GrantAsync(params string[] categories) => Page.EvaluateAsync(
        """
        async categories => {
          const preferences = await new Promise(done => {
            const request = new XMLHttpRequest();
            request.open("GET", "/_cookie-consent/preferences");
            request.responseType = "document";
            request.onload = () => done(request.response);
            request.send();
          });
          const form = new FormData(preferences.querySelector("form"));
          form.delete("grant");
          form.set("answer", "choose");
          categories.forEach(category => form.append("grant", category));
          await fetch("/_cookie-consent/decision", { method: "POST", body: new URLSearchParams(form), redirect: "manual" });
          dispatchEvent(new Event("pageshow"));
        }
        """, categories);

    /// <summary>Long enough for what was let through to have reached the vendors.</summary>
    public Task SettleAsync() => Page.EvaluateAsync(
        """
        async () => {
          for (let turn = 0; turn < 2; turn++) {
            await fetch("/favicon.ico");
            await new Promise(done => setTimeout(done, 40));
          }
        }
        """);

    public async Task<IReadOnlyList<string>> JarAsync() => [.. (await _context.CookiesAsync()).Select(cookie => cookie.Name).Where(name => name != ".CookieConsent").Order(StringComparer.Ordinal)];

    public Task PlantAsync(params Cookie[] cookies) => _context.AddCookiesAsync(cookies);

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
