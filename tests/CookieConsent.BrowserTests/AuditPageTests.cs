namespace CookieConsent.BrowserTests;

/// <summary>The page for developers, after a walk through the site.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AuditPageTests(BrowserFixture browser)
{
    private const string Audit = "/_cookie-consent/audit";

    [Theory]
    [InlineData(1280, 800, ColorScheme.Light)]
    [InlineData(390, 844, ColorScheme.Dark)]
    [InlineData(320, 568, ColorScheme.Light)]
    public async Task It_is_for_everybody_and_fits_every_window(int width, int height, ColorScheme scheme)
    {
        await using Visitor visitor = await browser.NewVisitorAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
        await visitor.PlantAsync(new Cookie { Name = "stranger_with_" + new string('x', 90), Value = "1", Url = $"https://{BrowserFixture.Host}/" });
        await visitor.WalkAsync(["/", "/articles", "/sign-in", "/basket"]);

        await visitor.OpenAsync(Audit);

        (await Axe.FindAsync(visitor.Page)).Should().BeEmpty();
        (await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width);
        visitor.Complaints.Should().BeEmpty();
        await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(ScreenshotTests.Folder, $"audit-{width}-{scheme}.png".ToLowerInvariant()), FullPage = true });
    }

    [Fact]
    public async Task It_tells_what_real_browsers_send_without_script()
    {
        await using Visitor visitor = await browser.NewVisitorAsync(new() { JavaScriptEnabled = false });
        await visitor.PlantAsync(new Cookie { Name = "sess_ab12cd34", Value = "1", Url = $"https://{BrowserFixture.Host}/" });
        await visitor.OpenAsync("/");

        await visitor.OpenAsync(Audit);

        await Assertions.Expect(visitor.Page.Locator("section[aria-label='sess_*']")).ToContainTextAsync("Only sent by browsers");
    }
}
