namespace CookieConsent.BrowserTests;

[Collection(BrowserCollection.Name)]
public sealed class LayoutTests(BrowserFixture browser)
{
    private const string Looks =
        """
        button => {
          const style = getComputedStyle(button);
          return [style.color, style.backgroundColor, style.border, style.borderRadius, style.boxShadow,
            style.font, style.opacity, style.textDecoration, style.cursor].join(' | ');
        }
        """;

    [Theory]
    [InlineData(390, 844)]
    [InlineData(768, 1024)]
    [InlineData(1280, 800)]
    [InlineData(320, 568)]
    [InlineData(844, 390)]
    public async Task The_bar_takes_at_most_half_of_the_window_and_shows_every_answer(int width, int height)
    {
        await using Visitor visitor = await VisitorWithWindowAsync(width, height);
        await visitor.OpenAsync("/");

        LocatorBoundingBoxResult bar = (await visitor.Bar.BoundingBoxAsync())!;
        bar.Height.Should().BeLessThanOrEqualTo(height / 2f);
        (bar.Y + bar.Height).Should().BeApproximately(height, 1);
        bar.Width.Should().BeApproximately(width, 16);
        foreach (ILocator answer in await visitor.Bar.Locator("button, a.vc-quiet").AllAsync())
        {
            await Assertions.Expect(answer).ToBeInViewportAsync(new() { Ratio = 1 });
        }
    }

    [Theory]
    [InlineData(320, 568)]
    [InlineData(390, 844)]
    [InlineData(768, 1024)]
    [InlineData(1280, 800)]
    public async Task Reject_and_accept_look_the_same(int width, int height)
    {
        foreach (ColorScheme scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await using Visitor visitor = await VisitorWithWindowAsync(width, height, scheme);
            foreach (string path in (string[])["/", "/_cookie-consent/preferences"])
            {
                await visitor.OpenAsync(path);

                ILocator refuse = visitor.Page.Locator("button.vc-button[value=refuse]");
                ILocator grant = visitor.Page.Locator("button.vc-button[value=grant]");

                (await refuse.EvaluateAsync<string>(Looks)).Should().Be(await grant.EvaluateAsync<string>(Looks));
                LocatorBoundingBoxResult refuseBox = (await refuse.BoundingBoxAsync())!;
                LocatorBoundingBoxResult grantBox = (await grant.BoundingBoxAsync())!;
                refuseBox.Width.Should().BeApproximately(grantBox.Width, 0.1f);
                refuseBox.Height.Should().BeApproximately(grantBox.Height, 0.1f);
                refuseBox.Y.Should().BeApproximately(grantBox.Y, 0.1f);
            }
        }
    }

    [Fact]
    public async Task At_320_pixels_no_page_scrolls_sideways()
    {
        await using Visitor visitor = await VisitorWithWindowAsync(320, 568);
        foreach (string path in Pages.Ordinary.Concat(Pages.Own).Append(Pages.Checkout))
        {
            await visitor.OpenAsync(path);

            (await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(320, "{0} fits", path);
        }
    }

    [Fact]
    public async Task A_printed_page_shows_neither_bar_nor_settings_link()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await visitor.OpenAsync("/");
        await Assertions.Expect(visitor.Bar).ToHaveCountAsync(1);
        await Assertions.Expect(visitor.Bar).Not.ToBeVisibleAsync();

        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await visitor.RejectAllAsync();
        await Assertions.Expect(visitor.SettingsLink).ToBeVisibleAsync();
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(visitor.Saved).Not.ToBeVisibleAsync();
        await Assertions.Expect(visitor.SettingsLink).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_end_of_the_page_can_be_read_above_the_bar()
    {
        await using Visitor visitor = await VisitorWithWindowAsync(390, 844);
        await visitor.OpenAsync("/forum");

        await visitor.Page.Keyboard.PressAsync("End");
        await visitor.Page.WaitForFunctionAsync("() => Math.ceil(scrollY + innerHeight) >= document.documentElement.scrollHeight - 1");

        LocatorBoundingBoxResult footer = (await visitor.Page.Locator("footer").BoundingBoxAsync())!;
        LocatorBoundingBoxResult bar = (await visitor.Bar.BoundingBoxAsync())!;
        (footer.Y + footer.Height).Should().BeLessThanOrEqualTo(bar.Y + 1);
    }

    private Task<Visitor> VisitorWithWindowAsync(int width, int height, ColorScheme scheme = ColorScheme.Light) =>
        browser.NewVisitorAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
}
