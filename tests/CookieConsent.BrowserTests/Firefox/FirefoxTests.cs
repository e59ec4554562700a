using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CookieConsent.BrowserTests.Firefox;

/// <summary>The main journey and the look-ahead of another engine. Playwright cannot drive a stock Firefox, so a small program does, over WebDriver BiDi.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FirefoxTests(BrowserFixture browser)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip, RespectRequiredConstructorParameters = true };

    [Fact]
    public async Task In_Firefox_a_visitor_refuses_grants_and_withdraws_and_the_vendors_follow()
    {
        Journey journey = await DriveAsync<Journey>("journey");

        journey.BannerShown.Should().BeTrue();
        journey.UndecidedHosts.Should().BeEmpty();
        journey.UndecidedCookies.Should().OnlyContain(name => Essential.Is(name));
        journey.RefusedHosts.Should().BeEmpty();
        journey.SavedShown.Should().BeTrue();
        journey.FocusAfterRefusing.Should().Contain("vc-status");
        journey.GrantedHosts.Should().Contain(["www.facebook.com", "platform.twitter.com", "platform.linkedin.com"]).And.NotContain("www.googletagmanager.com");
        journey.WithdrawnHosts.Should().BeEmpty();
        journey.WithdrawnCookies.Should().OnlyContain(name => Essential.Is(name));
        journey.Complaints.Should().BeEmpty();
        journey.Version.Should().StartWith("firefox");
    }

    [Fact]
    public async Task Firefox_looks_ahead_into_no_template_of_ours()
    {
        Leak leak = await DriveAsync<Leak>("leak");

        leak.Hosts.Should().BeEmpty();
    }

    private async Task<T> DriveAsync<T>(string scenario)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Firefox");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            await RunAsync(folder, "npm", "ci", "--silent");
        }

        string output = await RunAsync(folder, "node", "drive.mjs", scenario, Environment.GetEnvironmentVariable("FIREFOX_PATH") ?? "/usr/bin/firefox-esr", BrowserFixture.Host, browser.SiteAddress, browser.VendorsAddress);
        return JsonSerializer.Deserialize<T>(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1], Options)!;
    }

    private static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token);
        Task<string> errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        process.ExitCode.Should().Be(0, "{0} said {1}", program, await errors);
        return await output;
    }

    private sealed record Journey(
        bool BannerShown,
        string[] UndecidedHosts,
        string[] UndecidedCookies,
        string[] RefusedHosts,
        bool SavedShown,
        string FocusAfterRefusing,
        string[] GrantedHosts,
        string[] WithdrawnHosts,
        string[] WithdrawnCookies,
        string[] Complaints,
        string Version);

    private sealed record Leak(string[] Hosts);
}
