namespace CookieConsent.BrowserTests;

/// <summary>Pictures for people to look at, in <c>artifacts/screenshots</c>.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ScreenshotTests(BrowserFixture browser)
{
    internal static readonly string Folder = Path.Combine(FindRoot(AppContext.BaseDirectory), "artifacts", "screenshots");

    private static readonly (string Name, int Width, int Height)[] Windows = [("phone", 390, 844), ("tablet", 768, 1024), ("desktop", 1280, 800)];

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("forced-colours")]
    public async Task What_the_visitor_sees_can_be_looked_at(string look)
    {
        foreach ((string name, int width, int height) in Windows)
        {
            await using Visitor visitor = await browser.NewVisitorAsync(new()
            {
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = look == "dark" ? ColorScheme.Dark : ColorScheme.Light,
                ForcedColors = look == "forced-colours" ? ForcedColors.Active : ForcedColors.None,
            });

            await visitor.OpenAsync("/");
            await Assertions.Expect(visitor.Bar).ToBeVisibleAsync();
            await PictureAsync(visitor, $"banner-{name}-{look}", fullPage: false);
            await visitor.OpenAsync("/_cookie-consent/preferences");
            await Assertions.Expect(visitor.Settings).ToBeVisibleAsync();
            await PictureAsync(visitor, $"preferences-{name}-{look}");
            await visitor.RejectAllAsync();
            await Assertions.Expect(visitor.Saved).ToBeVisibleAsync();
            await PictureAsync(visitor, $"saved-{name}-{look}", fullPage: false);
            await visitor.OpenAsync("/privacy");
            await Assertions.Expect(visitor.Page.Locator(".vc-declaration")).ToBeVisibleAsync();
            await PictureAsync(visitor, $"privacy-{name}-{look}");
            await visitor.OpenAsync("/_cookie-consent/declaration");
            await Assertions.Expect(visitor.Page.Locator(".vc-declaration")).ToBeVisibleAsync();
            await PictureAsync(visitor, $"declaration-{name}-{look}");
        }
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("forced-colours")]
    [InlineData("more-contrast")]
    public async Task Every_layout_theme_and_direction_can_be_looked_at(string look)
    {
        foreach (string locale in look == "light" ? (string[])["en", "ar", "de", "el"] : ["en", "ar"])
        {
            await using Visitor visitor = await browser.NewVisitorAsync(new()
            {
                ColorScheme = look == "dark" ? ColorScheme.Dark : ColorScheme.Light,
                ForcedColors = look == "forced-colours" ? ForcedColors.Active : ForcedColors.None,
                Contrast = look == "more-contrast" ? Contrast.More : Contrast.NoPreference,
                Locale = locale,
            });
            foreach (Look worn in (IEnumerable<Look>)[.. Look.Layouts, Look.Themed])
            {
                browser.Wear(worn);
                await visitor.DressAsync(worn);
                await visitor.OpenAsync("/tour");
                foreach ((string name, int width, int height) in worn.Layout == "CornerStart" ? Windows[2..] : Windows)
                {
                    await visitor.Page.SetViewportSizeAsync(width, height);
                    await Assertions.Expect(visitor.Bar).ToBeVisibleAsync();
                    await PictureAsync(visitor, $"{(worn == Look.Themed ? "theme" : worn.Layout.ToLowerInvariant())}-{name}-{look}-{locale}", fullPage: false);
                }
            }
        }
    }

    [Theory]
    [InlineData("light", "en")]
    [InlineData("dark", "ar")]
    [InlineData("forced-colours", "en")]
    public async Task What_comes_with_what_the_visitor_does_can_be_looked_at(string look, string locale)
    {
        foreach ((string name, int width, int height) in Windows)
        {
            await using Visitor visitor = await browser.NewVisitorAsync(new()
            {
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = look == "dark" ? ColorScheme.Dark : ColorScheme.Light,
                ForcedColors = look == "forced-colours" ? ForcedColors.Active : ForcedColors.None,
                Locale = locale,
            });
            await visitor.OpenAsync("/forum");
            await visitor.Page.EvaluateAsync("() => { const frame = document.createElement('iframe'); frame.width = 320; frame.height = 240; frame.src = 'https://www.youtube.com/embed/x'; document.querySelector('main').prepend(frame) }");
            await Assertions.Expect(visitor.Page.Locator(".vc-offer").First).ToBeVisibleAsync();
            await PictureAsync(visitor, $"inserted-{name}-{look}", fullPage: false);
            await visitor.Bar.Locator("a.vc-quiet").ClickAsync();
            await Assertions.Expect(visitor.Dialog).ToBeVisibleAsync();
            await visitor.Dialog.Locator("summary").First.ClickAsync();
            await PictureAsync(visitor, $"dialog-{name}-{look}", fullPage: false);
            await visitor.Page.Keyboard.PressAsync("Escape");
            await visitor.Page.RouteAsync("**/decision", route => route.AbortAsync());
            await visitor.Bar.Locator("button[value=refuse]").ClickAsync();
            await Assertions.Expect(visitor.Bar.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            await PictureAsync(visitor, $"failed-{name}-{look}", fullPage: false);
        }
    }

    [Fact]
    public async Task A_page_without_scripts_and_a_printed_one_can_be_looked_at()
    {
        await using Visitor visitor = await browser.NewVisitorAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 844 } });
        await visitor.OpenAsync("/tour");
        await PictureAsync(visitor, "no-scripts-phone", fullPage: false);
        await visitor.RejectAllAsync();
        await PictureAsync(visitor, "no-scripts-saved-phone", fullPage: false);
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await visitor.OpenAsync("/privacy");
        await PictureAsync(visitor, "printed-privacy-phone");
    }

    private static async Task PictureAsync(Visitor visitor, string name, bool fullPage = true) =>
        await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), FullPage = fullPage });

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Directory.Packages.props")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
