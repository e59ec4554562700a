namespace CookieConsent.BrowserTests;

/// <summary>The part of the script that is fetched when there is something for it to do.</summary>
[Collection(BrowserCollection.Name)]
public sealed class RestTests(BrowserFixture browser)
{
    private const string Rest = "**/*.mjs?*";

    [Fact]
    public async Task A_first_visit_fetches_one_script_and_one_stylesheet_until_the_visitor_turns_to_the_bar()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/");
        await visitor.Page.Mouse.MoveAsync(5, 5);
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        (await FetchedAsync(visitor)).Should().BeEquivalentTo("js", "css");

        await visitor.Bar.HoverAsync();

        await visitor.Page.WaitForFunctionAsync("() => performance.getEntriesByType('resource').filter(({ name }) => /_cookie-consent/.test(name)).length > 3");
        (await FetchedAsync(visitor)).Should().BeEquivalentTo("js", "css", "mjs", "css");
    }

    [Fact]
    public async Task The_keyboard_turns_to_the_bar_as_the_pointer_does()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/");

        await visitor.Page.RunAndWaitForRequestAsync(() => visitor.Bar.Locator("a,button").First.FocusAsync(), request => request.Url.Contains(".mjs", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("grant")]
    [InlineData("refuse")]
    public async Task Where_it_cannot_be_had_the_browser_s_own_way_keeps_the_answer(string answer)
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.Page.RouteAsync(Rest, route => route.AbortAsync());
        await visitor.OpenAsync("/forum");

        await visitor.AnswerAsync(answer);

        new Uri(visitor.Page.Url).PathAndQuery.Should().Be("/forum");
        await Assertions.Expect(visitor.Bar).ToHaveCountAsync(0);
        ((await visitor.GrantedAsync()).Length > 0).Should().Be(answer == "grant");
        await visitor.SettingsLink.ClickAsync();
        await Assertions.Expect(visitor.Settings).ToBeVisibleAsync();
        new Uri(visitor.Page.Url).AbsolutePath.Should().Be("/_cookie-consent/preferences");
    }

    [Fact]
    public async Task What_failed_once_is_asked_for_again()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        int asked = 0;
        await visitor.Page.RouteAsync(Rest, route => asked++ == 0 ? route.AbortAsync() : route.ContinueAsync());
        await visitor.OpenAsync("/forum");
        await visitor.Page.EvaluateAsync("() => { window.stayed = true; }");
        var failed = new TaskCompletionSource();
        visitor.Page.RequestFailed += (_, _) => failed.TrySetResult();
        await visitor.Bar.HoverAsync();
        await failed.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await visitor.Page.WaitForTimeoutAsync(1500);

        await visitor.AcceptAllAsync();

        asked.Should().Be(2, "not before a moment has passed");
        (await visitor.Page.EvaluateAsync<bool>("() => !!window.stayed")).Should().BeTrue();
    }

    [Fact]
    public async Task Who_is_offline_before_it_is_there_is_told_so_and_loses_nothing()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        List<string> told = [];
        visitor.Page.Dialog += async (_, dialog) =>
        {
            told.Add(dialog.Message);
            await dialog.AcceptAsync();
        };
        await visitor.OpenAsync("/forum");
        await visitor.Page.Context.SetOfflineAsync(true);

        await visitor.Bar.GetByRole(AriaRole.Button, new() { Name = "Accept all" }).ClickAsync();
        await Visitor.EventuallyAsync(() =>
        {
            told.Should().Equal("Your choice could not be saved, so nothing has changed. Please try again.");
            return Task.CompletedTask;
        });

        new Uri(visitor.Page.Url).AbsolutePath.Should().Be("/forum");
        await visitor.Page.Context.SetOfflineAsync(false);
        await visitor.Page.WaitForFunctionAsync("() => navigator.onLine");
        await visitor.AcceptAllAsync();
        (await visitor.GrantedAsync()).Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_path_that_a_script_changes_is_followed_without_it()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        TaskCompletionSource held = await HoldAsync(visitor);
        await visitor.OpenAsync("/");

        List<bool> allowed = [];
        foreach (string path in (string[])["/", Pages.Checkout, "/forum", Pages.Checkout, "/forum"])
        {
            allowed.Add(await visitor.Page.EvaluateAsync<bool>("path => { history.pushState({}, '', path); return cookieConsent.has('payment') }", path));
        }

        allowed.Should().Equal(false, true, false, true, false);
        held.SetResult();
        await visitor.Page.WaitForFunctionAsync("() => performance.getEntriesByType('resource').some(({ name }) => /\\.mjs/.test(name))");
        await visitor.Page.EvaluateAsync("() => dispatchEvent(new Event('focus'))");
        (await visitor.Page.EvaluateAsync<bool>("() => cookieConsent.has('payment')")).Should().BeFalse();
        (await visitor.Page.EvaluateAsync<bool>("path => { history.pushState({}, '', path); return cookieConsent.has('payment') }", Pages.Checkout)).Should().BeTrue();
    }

    [Fact]
    public async Task What_comes_later_is_never_seen_without_its_look()
    {
        await using Visitor visitor = await browser.NewPlainVisitorAsync();
        await visitor.Page.RouteAsync("**/*.css", async route =>
        {
            await Task.Delay(700);
            await route.ContinueAsync();
        });
        await visitor.OpenAsync("/other");

        await visitor.Bar.WaitForAsync(new() { State = WaitForSelectorState.Attached });

        (await visitor.Bar.EvaluateAsync<string>("bar => getComputedStyle(bar).position")).Should().Be("fixed");
    }

    [Fact]
    public async Task A_button_that_the_page_renders_anew_has_given_its_answer()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        TaskCompletionSource held = await HoldAsync(visitor);
        await visitor.OpenAsync("/forum");
        ILocator button = visitor.Bar.GetByRole(AriaRole.Button, new() { Name = "Accept all" });
        await button.ClickAsync();

        await button.EvaluateAsync("button => button.replaceWith(button.cloneNode(true))");
        held.SetResult();

        await Assertions.Expect(visitor.Saved).ToBeInViewportAsync();
        (await visitor.GrantedAsync()).Should().NotBeEmpty();
    }

    [Fact]
    public async Task Code_that_asks_before_it_is_there_is_answered_when_it_is()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/forum");

        (await visitor.Page.EvaluateAsync<bool>("() => cookieConsent.reject()")).Should().BeTrue();

        await Assertions.Expect(visitor.Bar).ToHaveCountAsync(0);
    }

    /// <summary>Lets it come when what is returned is set.</summary>
    private static async Task<TaskCompletionSource> HoldAsync(Visitor visitor)
    {
        var held = new TaskCompletionSource();
        await visitor.Page.RouteAsync(Rest, async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        return held;
    }

    /// <summary>What the page fetched of ours, by its ending.</summary>
    private static Task<string[]> FetchedAsync(Visitor visitor) => visitor.Page.EvaluateAsync<string[]>(
        "() => performance.getEntriesByType('resource').filter(({ name }) => /_cookie-consent/.test(name)).map(({ name }) => name.replace(/\\?.*/, '').split('.').pop())");
}
