using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace CookieConsent.BrowserTests;

[Collection(BrowserCollection.Name)]
public sealed class AccessibilityTests(BrowserFixture browser)
{
    public static TheoryData<ColorScheme, int> Looks => new()
    {
        { ColorScheme.Light, 1280 },
        { ColorScheme.Dark, 390 },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Axe_finds_nothing_on_any_page_before_a_decision(ColorScheme scheme, int width)
    {
        await using Visitor visitor = await VisitorAsync(scheme, width);

        await FindNothingAsync(visitor, [.. Pages.Ordinary.Except(["/api/status"]), Pages.Checkout, .. Pages.Own]);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Axe_finds_nothing_after_a_decision(ColorScheme scheme, int width)
    {
        await using Visitor visitor = await VisitorAsync(scheme, width);
        await visitor.OpenAsync("/");
        await visitor.RejectAllAsync();

        (await ViolationsAsync(visitor.Page)).Should().BeEmpty("with the confirmation");
        await FindNothingAsync(visitor, ["/", .. Pages.Own]);
        await visitor.OpenAsync("/_cookie-consent/preferences");
        foreach (ILocator details in await visitor.Page.Locator("details summary").AllAsync())
        {
            await details.ClickAsync();
        }

        (await ViolationsAsync(visitor.Page)).Should().BeEmpty("with every vendor unfolded");
    }

    private static async Task FindNothingAsync(Visitor visitor, IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            await visitor.OpenAsync(path);

            (await ViolationsAsync(visitor.Page)).Should().BeEmpty("{0} is for everybody", path);
        }
    }

    private static async Task<IEnumerable<string>> ViolationsAsync(IPage page)
    {
        AxeResult result = await page.RunAxe();
        return result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}, {node.Html}"));
    }

    private Task<Visitor> VisitorAsync(ColorScheme scheme, int width) =>
        browser.NewVisitorAsync(new() { ViewportSize = new() { Width = width, Height = 844 }, ColorScheme = scheme });
}
