namespace CookieConsent.BrowserTests;

[Collection(BrowserCollection.Name)]
public sealed class DialogTests(BrowserFixture browser)
{
    [Fact]
    public async Task The_settings_open_over_the_page_with_the_focus_on_their_heading_and_the_page_out_of_reach()
    {
        await using Visitor visitor = await OpenAsync();

        await Assertions.Expect(visitor.Settings).ToBeFocusedAsync();
        await Assertions.Expect(visitor.Dialog).ToHaveAccessibleNameAsync("Cookie settings");
        new Uri(visitor.Page.Url).PathAndQuery.Should().Be("/forum");
        (await visitor.Page.EvaluateAsync<bool>(
            """
            () => {
              document.querySelector('#language').focus();
              return document.querySelector('dialog').matches(':modal') && !document.activeElement.matches('#language');
            }
            """)).Should().BeTrue();
        (await visitor.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('dialog [id]')].map(part => part.id)")).Should().BeEmpty("the page may have the same ids");
    }

    [Theory]
    [InlineData("Escape")]
    [InlineData("the button")]
    [InlineData("the backdrop")]
    public async Task Leaving_discards_what_was_not_saved_and_leads_back_to_the_opener(string way)
    {
        await using Visitor visitor = await OpenAsync();
        await visitor.Dialog.Locator("input[value=analytics]").CheckAsync();

        await (way switch
        {
            "Escape" => visitor.Page.Keyboard.PressAsync("Escape"),
            "the button" => visitor.Dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync(),
            _ => visitor.Page.Mouse.ClickAsync(5, 400),
        });

        await Assertions.Expect(visitor.Dialog).ToHaveCountAsync(0);
        await Assertions.Expect(visitor.Bar.Locator("a.vc-quiet")).ToBeFocusedAsync();
        await visitor.Bar.Locator("a.vc-quiet").ClickAsync();
        await Assertions.Expect(visitor.Dialog.Locator("input[name=grant]:checked")).ToHaveCountAsync(0);
        (await visitor.CookieAsync(".CookieConsent")).Should().BeNull();
    }

    [Theory]
    [InlineData(5, 640)]
    [InlineData(640, 5)]
    public async Task A_press_that_begins_or_ends_inside_does_not_close_the_settings(int down, int up)
    {
        await using Visitor visitor = await OpenAsync();

        await visitor.Page.Mouse.MoveAsync(down, 400);
        await visitor.Page.Mouse.DownAsync();
        await visitor.Page.Mouse.MoveAsync(up, 400);
        await visitor.Page.Mouse.UpAsync();

        await Assertions.Expect(visitor.Dialog).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Saving_leads_from_the_settings_to_the_confirmation()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/");

        await visitor.ChooseAsync("analytics");

        await Assertions.Expect(visitor.Dialog).ToHaveCountAsync(0);
        await Assertions.Expect(visitor.Bar).ToHaveCountAsync(0);
        await Assertions.Expect(visitor.Saved).ToBeFocusedAsync();
        (await visitor.GrantedAsync()).Should().BeEquivalentTo("analytics", "google-analytics");
    }

    [Fact]
    public async Task Enter_in_the_settings_saves_what_is_set_and_a_switch_sends_nothing()
    {
        await using Visitor visitor = await OpenAsync();
        int sent = 0;
        visitor.Page.Request += (_, request) => sent += request.Method == "POST" ? 1 : 0;
        ILocator choice = visitor.Dialog.Locator("input[value=social]");
        await choice.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(choice).ToBeCheckedAsync();
        await Assertions.Expect(visitor.Dialog.Locator("label:has(input[value=social]) .vc-on")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Dialog.Locator("label:has(input[value=social]) .vc-off")).ToBeHiddenAsync();
        // What a switch had sent would have been answered by then.
        await visitor.Page.EvaluateAsync("() => fetch('/icon.svg').then(answer => answer.text())");
        sent.Should().Be(0);

        await visitor.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visitor.Saved).ToBeFocusedAsync();
        (await visitor.GrantedAsync()).Should().Contain("social").And.NotContain("analytics");
    }

    [Fact]
    public async Task The_link_to_the_vendors_leads_to_them()
    {
        await using Visitor visitor = await browser.NewVisitorAsync(new() { ViewportSize = new() { Width = 390, Height = 500 } });
        await visitor.OpenAsync("/");

        await visitor.Bar.Locator("a[href$='#vc-vendors']").ClickAsync();

        await Assertions.Expect(visitor.Dialog.Locator("fieldset").First).ToBeFocusedAsync();
        await Assertions.Expect(visitor.Dialog.GetByText("12 vendors").Or(visitor.Dialog.Locator("details").First).First).ToBeInViewportAsync();
        await Assertions.Expect(visitor.Dialog.GetByRole(AriaRole.Button, new() { Name = "Close" })).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_click_with_a_modifier_key_is_the_browsers()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/");

        IPage tab = await visitor.Page.Context.RunAndWaitForPageAsync(() => visitor.Bar.Locator("a.vc-quiet").ClickAsync(new() { Modifiers = [KeyboardModifier.Control] }));

        await tab.WaitForURLAsync("**/_cookie-consent/preferences?*");
        await Assertions.Expect(visitor.Dialog).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Where_the_settings_cannot_be_fetched_the_link_leads_to_their_page()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/forum");
        await visitor.Page.RouteAsync("**/preferences?*", route => route.Request.ResourceType == "xhr" ? route.AbortAsync() : route.ContinueAsync());

        await visitor.Bar.Locator("a[href$='#vc-vendors']").ClickAsync();

        await visitor.Page.WaitForURLAsync("**/_cookie-consent/preferences?return=%2Fforum#vc-vendors");
    }

    [Theory]
    [InlineData(320, 256)]
    [InlineData(320, 640)]
    [InlineData(1280, 800)]
    public async Task Everything_in_the_settings_can_be_reached_in_any_window(int width, int height)
    {
        await using Visitor visitor = await OpenAsync(new() { ViewportSize = new() { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce });

        (await visitor.Page.EvaluateAsync<bool>(
            """
            () => {
              const room = document.querySelector('dialog > *');
              return room.scrollWidth <= room.clientWidth && room.clientWidth <= innerWidth && document.querySelector('dialog').getBoundingClientRect().bottom <= innerHeight;
            }
            """)).Should().BeTrue();
        ILocator close = visitor.Dialog.GetByRole(AriaRole.Button, new() { Name = "Close" });
        (await close.BoundingBoxAsync())!.Height.Should().BeGreaterThanOrEqualTo(44);
        foreach (ILocator button in await visitor.Dialog.Locator("button:visible").AllAsync())
        {
            await button.ScrollIntoViewIfNeededAsync();
            await Assertions.Expect(button).ToBeInViewportAsync();
            await Assertions.Expect(close).ToBeInViewportAsync();
        }

        await visitor.Dialog.Locator("legend").Last.ScrollIntoViewIfNeededAsync();
        (await visitor.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('dialog .vc-switch :is(input, .vc-note)')].filter(part => {
              const box = part.getBoundingClientRect(), strip = document.querySelector('dialog header').getBoundingClientRect();
              const top = box.height && box.bottom > strip.top && box.top < strip.bottom && document.elementFromPoint(box.left + box.width / 2, Math.max(box.top, strip.top) + 1);
              return top && !top.closest('header');
            }).map(part => part.outerHTML)
            """)).Should().BeEmpty("what scrolls away goes beneath the strip that Close stands in, whole");
        (await visitor.Page.EvaluateAsync<int>("() => document.getAnimations().length")).Should().Be(0);
    }

    [Fact]
    public async Task In_forced_colours_a_switch_shows_where_it_stands()
    {
        await using Visitor visitor = await OpenAsync(new() { ForcedColors = ForcedColors.Active });
        ILocator box = visitor.Dialog.Locator("input[value=social]");
        const string Knob = "box => { const knob = getComputedStyle(box, '::before'), track = getComputedStyle(box); return [parseFloat(knob.marginInlineStart) > 12 ? 'on' : 'off', parseFloat(knob.borderLeftWidth) >= 5, parseFloat(track.borderLeftWidth) >= 2, knob.borderLeftColor !== track.backgroundColor].join() }";

        (await box.EvaluateAsync<string>(Knob)).Should().Be("off,true,true,true");
        await box.CheckAsync();

        (await box.EvaluateAsync<string>(Knob)).Should().Be("on,true,true,true");
    }

    [Fact]
    public async Task The_page_behind_does_not_scroll()
    {
        await using Visitor visitor = await OpenAsync(new() { ViewportSize = new() { Width = 1280, Height = 500 } });

        await visitor.Page.Mouse.MoveAsync(20, 200);
        await visitor.Page.Mouse.WheelAsync(0, 300);
        await visitor.Page.Mouse.MoveAsync(640, 200);
        await visitor.Page.Mouse.WheelAsync(0, 90000);
        await visitor.Page.Mouse.WheelAsync(0, 300);

        await Visitor.EventuallyAsync(async () => (await visitor.Page.EvaluateAsync<double>("() => document.querySelector('dialog > *').scrollTop")).Should().BeGreaterThan(100));
        (await visitor.Page.EvaluateAsync<double>("() => scrollY")).Should().Be(0);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280, "en")]
    [InlineData(ColorScheme.Dark, 320, "en")]
    [InlineData(ColorScheme.Dark, 1280, "ar")]
    [InlineData(ColorScheme.Light, 1280, "ar", ForcedColors.Active)]
    public async Task Axe_finds_nothing_in_the_settings_an_alert_and_the_confirmation(ColorScheme scheme, int width, string locale, ForcedColors forced = ForcedColors.None)
    {
        await using Visitor visitor = await OpenAsync(new() { ColorScheme = scheme, ForcedColors = forced, Locale = locale, ViewportSize = new() { Width = width, Height = 700 } });
        foreach (ILocator details in await visitor.Dialog.Locator("summary").AllAsync())
        {
            await details.ClickAsync();
        }

        (await visitor.Dialog.Locator("button:visible").CountAsync()).Should().Be(4, "close, reject, accept and save");
        (await Axe.FindAsync(visitor.Page)).Should().BeEmpty("with every vendor unfolded");
        await visitor.Page.RouteAsync("**/decision", route => route.AbortAsync());
        await visitor.Dialog.Locator("button[value=refuse]").ClickAsync();
        await Assertions.Expect(visitor.Dialog.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        (await Axe.FindAsync(visitor.Page)).Should().BeEmpty("with an alert");
        await visitor.Page.UnrouteAsync("**/decision");
        await visitor.RejectAllAsync();
        (await Axe.FindAsync(visitor.Page)).Should().BeEmpty("with the confirmation");
    }

    private async Task<Visitor> OpenAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.ViewportSize ??= new() { Width = 1280, Height = 800 };
        Visitor visitor = await browser.NewVisitorAsync(options);
        await visitor.OpenAsync("/forum");
        await visitor.Bar.Locator("a.vc-quiet").ClickAsync();
        await Assertions.Expect(visitor.Dialog).ToBeVisibleAsync();
        return visitor;
    }
}
