namespace CookieConsent.BrowserTests;

[Collection(BrowserCollection.Name)]
public sealed class LayoutTests(BrowserFixture browser)
{
    /// <summary>What sticks out of a control, of the banner or of the placeholder, in whose middle everything may scroll.</summary>
    private const string CutOff =
        """
        () => [...document.querySelectorAll('.vc-bar, .vc-bar form, .vc-actions, .vc-button, .vc-quiet, .vc-bar .vc-text, .vc-offer')]
          .filter(box => box.scrollWidth > box.clientWidth + 1 || box.matches('.vc-button, .vc-quiet') && box.scrollHeight > box.clientHeight + 1)
          .map(box => `${box.className || box.localName}: ${box.scrollWidth} x ${box.scrollHeight} in ${box.clientWidth} x ${box.clientHeight}`)
        """;

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
    [InlineData(768, 1024, "Bar")]
    [InlineData(1280, 800, "Bar")]
    [InlineData(320, 568)]
    [InlineData(320, 256)]
    [InlineData(844, 390)]
    public async Task The_bar_takes_at_most_half_of_the_window_and_shows_every_answer(int width, int height, string? only = null)
    {
        await using Visitor visitor = await VisitorWithWindowAsync(width, height);
        foreach (Look look in Look.Layouts.Where(look => only is null || look.Layout == only))
        {
            browser.Wear(look);
            await visitor.OpenAsync("/");

            LocatorBoundingBoxResult bar = (await visitor.Bar.BoundingBoxAsync())!;
            bar.Height.Should().BeLessThanOrEqualTo(height / 2f, "a {0} is a bar where there is no room", look.Layout);
            (bar.Y + bar.Height).Should().BeApproximately(height, 1);
            bar.Width.Should().BeApproximately(width, 16);
            await ExpectEveryAnswerAsync(visitor);
        }
    }

    [Theory]
    [InlineData("Box", "en")]
    [InlineData("Corner", "en")]
    [InlineData("CornerStart", "en")]
    [InlineData("Box", "ar")]
    [InlineData("Corner", "ar")]
    [InlineData("CornerStart", "ar")]
    public async Task A_card_stands_where_it_belongs_and_shows_every_answer(string layout, string locale)
    {
        foreach ((int width, int height) in ((int, int)[])[(768, 1024), (1280, 800), (640, 480)])
        {
            await using Visitor visitor = await browser.NewVisitorAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = locale }, new(layout));
            await visitor.OpenAsync("/");

            LocatorBoundingBoxResult card = (await visitor.Bar.BoundingBoxAsync())!;
            float inner = await visitor.Page.EvaluateAsync<float>("() => document.documentElement.clientWidth");
            (float left, float right) = (card.X, inner - card.X - card.Width);
            (card.Y + card.Height).Should().BeApproximately(height - 16, 1);
            card.Height.Should().BeLessThanOrEqualTo(height * .6f);
            (card.Width * card.Height).Should().BeLessThanOrEqualTo(width * height * .6f);
            float off = (layout, locale) switch
            {
                ("Box", _) => Math.Abs(left - right),
                ("Corner", "en") or ("CornerStart", "ar") => Math.Abs(right - 16),
                _ => Math.Abs(left - 16),
            };
            off.Should().BeLessThan(2);
            await ExpectEveryAnswerAsync(visitor);
        }
    }

    [Theory]
    [MemberData(nameof(Look.Names), MemberType = typeof(Look))]
    public async Task With_wider_text_and_in_any_language_nothing_is_cut_off(string layout)
    {
        foreach (string locale in (string[])["en", "de", "el", "ar"])
        {
            await using Visitor visitor = await browser.NewVisitorAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 }, Locale = locale, BypassCSP = true }, new(layout));
            await visitor.OpenAsync("/tour");
            foreach ((int width, int height) in ((int, int)[])[(1280, 800), (768, 1024), (320, 568)])
            {
                await visitor.Page.SetViewportSizeAsync(width, height);

                (await visitor.Page.EvaluateAsync<string[]>(CutOff)).Should().BeEmpty("{0} fits into {1}", locale, width);
            }

            // WCAG 2.2, 1.4.12.
            await visitor.Page.AddStyleTagAsync(new() { Content = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }" });
            (await visitor.Page.EvaluateAsync<string[]>(CutOff)).Should().BeEmpty("{0} fits with wider text", locale);
        }
    }

    [Theory]
    [MemberData(nameof(Look.Names), MemberType = typeof(Look))]
    public async Task Whoever_hides_the_banner_with_a_list_has_decided_nothing(string layout)
    {
        await using Visitor visitor = await browser.NewVisitorAsync(look: new(layout));
        await visitor.Page.AddInitScriptAsync("const list = new CSSStyleSheet(); list.replaceSync('.vc-bar { display: none !important }'); document.adoptedStyleSheets = [list];");
        visitor.ForgetAsked();

        await visitor.WalkAsync(["/", "/articles", "/tour", "/forum", "/"]);

        await Assertions.Expect(visitor.Bar).ToHaveCountAsync(1);
        await Assertions.Expect(visitor.Bar).Not.ToBeVisibleAsync();
        (await visitor.AskedCookiesAsync()).Should().BeEmpty();
        (await visitor.CookieAsync(".CookieConsent")).Should().BeNull();
        visitor.AskedHosts.Should().BeEmpty();
        await Assertions.Expect(visitor.Page.Locator("h1")).ToBeVisibleAsync();
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
            foreach ((Look look, string path) in Look.Layouts.Append(Look.Themed).Select(look => (look, "/")).Append((Look.Plain, "/_cookie-consent/preferences")).Append((Look.Themed, "/_cookie-consent/preferences")))
            {
                browser.Wear(look);
                await visitor.OpenAsync(path);

                ILocator refuse = visitor.Page.Locator("button.vc-button[value=refuse]");
                ILocator grant = visitor.Page.Locator("button.vc-button[value=grant]");

                (await refuse.EvaluateAsync<string>(Looks)).Should().Be(await grant.EvaluateAsync<string>(Looks));
                LocatorBoundingBoxResult refuseBox = (await refuse.BoundingBoxAsync())!;
                LocatorBoundingBoxResult grantBox = (await grant.BoundingBoxAsync())!;
                refuseBox.Width.Should().BeApproximately(grantBox.Width, 0.1f);
                refuseBox.Height.Should().BeApproximately(grantBox.Height, 0.1f);
                refuseBox.Y.Should().BeApproximately(grantBox.Y, 0.1f);
                refuseBox.Height.Should().BeGreaterThanOrEqualTo(44);
            }
        }
    }

    [Theory]
    [InlineData(320, 256)]
    [InlineData(568, 320)]
    [InlineData(844, 390)]
    [InlineData(390, 844)]
    public async Task An_answer_that_failed_can_be_given_again_in_any_window(int width, int height)
    {
        foreach (string locale in (string[])["en", "de"])
        {
            await using Visitor visitor = await browser.NewVisitorAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = locale });
            await visitor.OpenAsync("/");
            await visitor.Page.RouteAsync("**/decision", route => route.AbortAsync());

            await visitor.Bar.Locator("button[value=grant]").ClickAsync();

            await Assertions.Expect(visitor.Bar.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
            await Assertions.Expect(visitor.Bar.GetByRole(AriaRole.Alert)).ToBeInViewportAsync();
            await ExpectEveryAnswerAsync(visitor);
        }
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(320, 568)]
    [InlineData(1280, 800)]
    public async Task With_text_of_twice_the_size_every_answer_can_be_seen_and_nothing_scrolls_sideways(int width, int height)
    {
        foreach (Look look in Look.Layouts)
        {
            await using Visitor visitor = await browser.NewVisitorAsync(new() { ViewportSize = new() { Width = width, Height = height } }, look);
            ICDPSession devTools = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
            await devTools.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new Dictionary<string, int> { ["standard"] = 32 } });
            await visitor.OpenAsync("/tour");
            (await visitor.Bar.EvaluateAsync<string>("bar => getComputedStyle(bar).fontSize")).Should().Be("32px");

            (await visitor.Page.EvaluateAsync<string[]>(CutOff)).Where(part => !part.StartsWith("vc-offer", StringComparison.Ordinal)).Should().BeEmpty();
            await ExpectEveryAnswerAsync(visitor);
            (await visitor.Page.EvaluateAsync<int>("() => document.querySelector('.vc-bar').scrollWidth")).Should().BeLessThanOrEqualTo(width);
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

    private static async Task ExpectEveryAnswerAsync(Visitor visitor)
    {
        foreach (ILocator answer in await visitor.Bar.Locator("button, a.vc-quiet").AllAsync())
        {
            await Assertions.Expect(answer).ToBeInViewportAsync(new() { Ratio = 1 });
        }
    }

    private Task<Visitor> VisitorWithWindowAsync(int width, int height, ColorScheme scheme = ColorScheme.Light) =>
        browser.NewVisitorAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
}
