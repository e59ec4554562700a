namespace CookieConsent.BrowserTests;

[Collection(BrowserCollection.Name)]
public sealed class KeyboardTests(BrowserFixture browser)
{
    /// <summary>How much of the focused element lies beneath the banner or, for the banner's own, how much of its ring beyond the edge of what scrolls; -1 for nothing focused.</summary>
    private const string HiddenPart =
        """
        () => {
          const focused = document.activeElement, bar = document.querySelector('.vc-bar');
          if (!focused || focused === document.body) return -1;
          const box = focused.getBoundingClientRect(), card = bar.getBoundingClientRect();
          if (bar.contains(focused)) {
            const edge = (focused.closest('.vc-text') ?? bar).getBoundingClientRect(), line = [...focused.getClientRects()][0];
            return Math.max(0, edge.left - line.left + 4, line.right + 4 - edge.right, line.bottom + 4 - edge.bottom);
          }
          return box.right <= card.left || box.left >= card.right ? 0 : Math.max(0, Math.min(box.bottom, innerHeight) - card.top);
        }
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_visitor_with_a_keyboard_alone_can_choose_and_take_it_back(bool scripts)
    {
        await using Visitor visitor = await browser.NewVisitorAsync(new() { JavaScriptEnabled = scripts });
        await visitor.OpenAsync("/articles");

        await PressOnAsync(visitor.Page, ".vc-bar a.vc-quiet", "Enter");
        await Assertions.Expect(visitor.Settings).ToBeVisibleAsync();
        await PressOnAsync(visitor.Page, "input[name=grant][value=analytics]", "Space");
        await PressOnAsync(visitor.Page, "button.vc-button[value=choose]", "Enter");
        await Assertions.Expect(visitor.Saved).ToBeInViewportAsync();
        await visitor.OpenAsync("/articles");
        (await visitor.AskedCookiesAsync()).Should().Contain("articles-read");

        await PressOnAsync(visitor.Page, "a.vc-settings", "Enter");
        await Assertions.Expect(visitor.Settings).ToBeVisibleAsync();
        await PressOnAsync(visitor.Page, "button.vc-button[value=refuse]", "Enter");
        await Assertions.Expect(visitor.Saved).ToBeInViewportAsync();
        (await visitor.AskedCookiesAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("Space")]
    [InlineData("Enter")]
    public async Task Rejecting_takes_no_more_keys_than_accepting(string key)
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/");

        int toRefuse = await PressOnAsync(visitor.Page, "button.vc-button[value=refuse]", key);
        await Assertions.Expect(visitor.Saved).ToBeInViewportAsync();
        await using Visitor other = await browser.NewVisitorAsync();
        await other.OpenAsync("/");
        int toGrant = await PressOnAsync(other.Page, "button.vc-button[value=grant]", key);
        await Assertions.Expect(other.Saved).ToBeInViewportAsync();

        toRefuse.Should().BeLessThanOrEqualTo(toGrant);
    }

    [Theory]
    [InlineData(320, 568, "Bar")]
    [InlineData(390, 844, "Bar")]
    [InlineData(768, 1024, "Bar")]
    [InlineData(1280, 800, "Bar")]
    [InlineData(320, 256, "Corner")]
    [InlineData(1280, 800, "Box")]
    [InlineData(768, 1024, "Corner")]
    [InlineData(1280, 800, "Corner")]
    [InlineData(640, 480, "CornerStart")]
    public async Task What_has_the_focus_is_never_hidden_under_the_banner(int width, int height, string layout)
    {
        await using Visitor visitor = await browser.NewVisitorAsync(new() { ViewportSize = new() { Width = width, Height = height } }, new(layout));
        foreach (string path in (string[])["/forum", "/privacy"])
        {
            await visitor.OpenAsync(path);
            var hidden = new List<string>();
            int steps = 0;
            await visitor.Page.Keyboard.PressAsync("Tab");
            for (double part = await visitor.Page.EvaluateAsync<double>(HiddenPart); part >= 0; part = await visitor.Page.EvaluateAsync<double>(HiddenPart))
            {
                if (part > 0)
                {
                    hidden.Add(await visitor.Page.EvaluateAsync<string>("() => document.activeElement.outerHTML.slice(0, 80)") + $": {part} px");
                }

                (steps++).Should().BeLessThan(1000, "tabbing leaves the page in the end");
                await visitor.Page.Keyboard.PressAsync("Tab");
            }

            steps.Should().BeGreaterThan(20);
            hidden.Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Every_control_of_ours_shows_a_ring_when_it_has_the_focus_and_the_order_is_the_one_on_the_screen()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/");
        var places = new List<(string Name, double X, double Y)>();
        for (int tab = 0; tab < 20; tab++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            double[] seen = await visitor.Page.EvaluateAsync<double[]>(
                """
                () => {
                  const focused = document.activeElement, style = getComputedStyle(focused), box = focused.getBoundingClientRect();
                  return focused.closest('.vc-bar') ? [style.outlineStyle === 'solid' ? parseFloat(style.outlineWidth) : 0, focused.closest('.vc-actions') ? box.left : 0, box.top] : [];
                }
                """);
            if (seen.Length > 0)
            {
                string name = await visitor.Page.EvaluateAsync<string>("() => document.activeElement.textContent");
                seen[0].Should().BeGreaterThanOrEqualTo(2, "the ring around {0} is seen", name);
                places.Add((name, seen[1], seen[2]));
            }
        }

        places.Select(place => place.Name).Should().HaveCount(6).And.ContainInOrder("Reject all", "Accept all", "Choose");
        places.Where(place => place.X > 0).Select(place => place.X).Should().BeInAscendingOrder();
    }

    [Fact]
    public async Task The_banner_waits_as_long_as_the_visitor_does_and_takes_nothing_for_an_answer()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.Page.Clock.InstallAsync();
        await visitor.OpenAsync("/forum");
        visitor.ForgetAsked();

        await visitor.Page.Clock.RunForAsync("01:00:00");
        await visitor.Page.Mouse.WheelAsync(0, 5000);
        await visitor.Page.Keyboard.PressAsync("Escape");
        await visitor.Page.Clock.RunForAsync("01:00:00");

        await Assertions.Expect(visitor.Bar).ToBeInViewportAsync();
        (await visitor.CookieAsync(".CookieConsent")).Should().BeNull();
        visitor.AskedHosts.Should().BeEmpty();
    }

    [Fact]
    public async Task The_way_back_has_the_same_words_on_every_page()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/");
        await visitor.RejectAllAsync();

        foreach (string path in (string[])["/", "/forum", "/articles", "/pricing", "/privacy"])
        {
            await visitor.OpenAsync(path);

            await Assertions.Expect(visitor.SettingsLink).ToHaveTextAsync("Cookie settings");
            (await visitor.SettingsLink.EvaluateAsync<bool>("link => [...document.querySelectorAll('a, button')].filter(part => part.checkVisibility()).at(-1) === link")).Should().BeTrue("it is the last control of {0}", path);
        }
    }

    [Fact]
    public async Task The_bar_leaves_the_focus_where_the_page_has_it()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();

        await visitor.OpenAsync("/");

        (await visitor.Page.EvaluateAsync<bool>("() => document.activeElement === document.body")).Should().BeTrue();
    }

    /// <summary>Tabs to an element and presses a key on it; says after how many tabs.</summary>
    private static async Task<int> PressOnAsync(IPage page, string selector, string key)
    {
        for (int tabs = 1; tabs <= 200; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                await page.Keyboard.PressAsync(key);
                return tabs;
            }
        }

        throw new InvalidOperationException($"The keyboard never reached {selector}.");
    }
}
