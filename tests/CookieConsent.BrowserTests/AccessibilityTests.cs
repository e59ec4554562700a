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

        (await Axe.FindAsync(visitor.Page)).Should().BeEmpty("with the confirmation");
        await FindNothingAsync(visitor, ["/", .. Pages.Own]);
        await visitor.OpenAsync("/_cookie-consent/preferences");
        foreach (ILocator details in await visitor.Page.Locator("details summary").AllAsync())
        {
            await details.ClickAsync();
        }

        (await Axe.FindAsync(visitor.Page)).Should().BeEmpty("with every vendor unfolded");
    }

    [Theory]
    [InlineData(ColorScheme.Light, ForcedColors.None)]
    [InlineData(ColorScheme.Dark, ForcedColors.None)]
    [InlineData(ColorScheme.Light, ForcedColors.Active)]
    public async Task Axe_finds_nothing_in_any_layout_theme_and_direction(ColorScheme scheme, ForcedColors forced)
    {
        foreach (string locale in (string[])["en", "ar"])
        {
            await using Visitor visitor = await browser.NewVisitorAsync(new() { ViewportSize = new() { Width = 1024, Height = 800 }, ColorScheme = scheme, ForcedColors = forced, Locale = locale });
            foreach (Look look in Look.Layouts.Append(Look.Themed))
            {
                browser.Wear(look);
                await visitor.DressAsync(look);

                // The tour shows the banner and a placeholder at once.
                await FindNothingAsync(visitor, ["/tour"]);
                (await visitor.Bar.GetAttributeAsync("dir")).Should().Be(locale == "ar" ? "rtl" : "ltr");
                await Assertions.Expect(visitor.Page.Locator(".vc-offer")).ToBeVisibleAsync();
                await FindNothingAsync(visitor, look == Look.Themed ? Pages.Own : []);
            }
        }
    }

    private static async Task FindNothingAsync(Visitor visitor, IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            await visitor.OpenAsync(path);

            (await Axe.FindAsync(visitor.Page)).Should().BeEmpty("{0} is for everybody", path);
        }
    }

    private Task<Visitor> VisitorAsync(ColorScheme scheme, int width) =>
        browser.NewVisitorAsync(new() { ViewportSize = new() { Width = width, Height = 844 }, ColorScheme = scheme });
}
