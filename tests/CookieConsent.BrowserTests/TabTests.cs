namespace CookieConsent.BrowserTests;

[Collection(BrowserCollection.Name)]
public sealed class TabTests(BrowserFixture browser)
{
    /// <summary>As the browser says it when it takes a page out of its back/forward cache, which Playwright switches off.</summary>
    private const string PageShow = "() => { dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); }";

    [Fact]
    public async Task An_answer_in_one_tab_reaches_the_others_and_takes_no_focus_there()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/forum");
        IPage other = await visitor.NewTabAsync();
        await other.GotoAsync("/pricing");
        await other.Locator("#language").FocusAsync();

        await visitor.AcceptAllAsync();

        await Assertions.Expect(other.Locator(".vc-bar")).ToHaveCountAsync(0);
        await Assertions.Expect(other.Locator("a.vc-settings")).ToHaveCountAsync(1);
        await Assertions.Expect(other.Locator("#vc-saved")).Not.ToBeVisibleAsync();
        (await other.EvaluateAsync<bool>("() => cookieConsent.has('analytics') && document.activeElement.id === 'language'")).Should().BeTrue();
    }

    [Fact]
    public async Task A_withdrawal_in_one_tab_starts_the_others_anew_once()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/privacy");
        await visitor.AcceptAllAsync();
        IPage other = await visitor.NewTabAsync();
        int loads = 0;
        other.Load += (_, _) => loads++;
        await other.GotoAsync("/pricing");

        await visitor.WithdrawAsync();

        await Visitor.EventuallyAsync(async () => (await other.EvaluateAsync<bool>("() => !cookieConsent.has('analytics')")).Should().BeTrue());
        await Visitor.EventuallyAsync(() =>
        {
            loads.Should().Be(2);
            return Task.CompletedTask;
        });
        await Assertions.Expect(other.Locator("#vc-saved")).Not.ToBeVisibleAsync();
        await other.WaitForTimeoutAsync(300);
        loads.Should().Be(2);
    }

    [Theory]
    [InlineData(PageShow)]
    [InlineData("() => { document.dispatchEvent(new Event('visibilitychange', { bubbles: true })); }")]
    [InlineData("() => { dispatchEvent(new Event('focus')); }")]
    public async Task A_page_that_comes_back_looks_at_the_answer_again(string comeBack)
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/privacy");
        await visitor.RejectAllAsync();
        string refusal = (await visitor.CookieAsync(".CookieConsent"))!.Value;
        await visitor.Page.Context.ClearCookiesAsync();
        await visitor.OpenAsync("/privacy");
        await Assertions.Expect(visitor.Bar).ToBeVisibleAsync();
        await visitor.PlantAsync(new Cookie { Name = ".CookieConsent", Value = refusal, Domain = BrowserFixture.Host, Path = "/", Secure = true });

        await visitor.Page.EvaluateAsync(comeBack);

        await Assertions.Expect(visitor.Bar).ToHaveCountAsync(0);
        await Assertions.Expect(visitor.SettingsLink).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_way_back_through_history_shows_no_bar_that_was_answered()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/forum");
        await visitor.OpenAsync("/pricing");
        await visitor.RejectAllAsync();

        await visitor.Page.GoBackAsync();

        await Assertions.Expect(visitor.SettingsLink).ToHaveCountAsync(1);
        await Assertions.Expect(visitor.Bar).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("<script ", false)]
    [InlineData("<script defer ", true)]
    public async Task A_page_from_a_cache_loses_a_bar_that_was_answered_and_never_paints_it_where_its_headers_tell_of_the_cache(string script, bool mayBeSeen)
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/forum");
        string cached = await visitor.Page.EvaluateAsync<string>("async () => (await fetch('/forum')).text()");
        cached.Should().Contain("vc-bar").And.Contain("<script defer ");
        await visitor.RejectAllAsync();
        string kept = cached.Replace("<script defer ", script, StringComparison.Ordinal);
        await visitor.Page.RouteAsync("**/forum", route => route.FulfillAsync(new() { ContentType = "text/html", Body = kept }));
        await visitor.Page.AddInitScriptAsync(
            """
            requestAnimationFrame(function look() {
              window.seen ||= !!document.querySelector('.vc-bar');
              requestAnimationFrame(look);
            });
            """);

        await visitor.OpenAsync("/forum");

        await Assertions.Expect(visitor.SettingsLink).ToHaveCountAsync(1);
        await Assertions.Expect(visitor.Bar).ToHaveCountAsync(0);
        if (!mayBeSeen)
        {
            (await visitor.Page.EvaluateAsync<bool>("() => !!window.seen")).Should().BeFalse();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_of_the_server_needs_no_request_but_its_own(bool decided)
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/pricing");
        if (decided)
        {
            await visitor.RejectAllAsync();
        }

        var asked = new List<string>();
        visitor.Page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);
        await visitor.OpenAsync("/forum");
        await visitor.Page.WaitForTimeoutAsync(200);

        asked.Should().NotContain(path => path.EndsWith("/banner", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_framework_that_puts_another_page_in_place_leaves_one_bar_and_one_handler(bool hasBar)
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        int sent = 0;
        visitor.Page.Request += (_, request) => sent += request.Method == "POST" ? 1 : 0;
        await visitor.OpenAsync("/forum");
        await visitor.Page.EvaluateAsync(
            """
            hasBar => {
              history.pushState({}, '', '/tour');
              const body = document.body.cloneNode(true);
              if (!hasBar) body.querySelector('.vc-bar').remove();
              document.body.replaceWith(body);
              // Its scripts run once more.
              const script = document.createElement('script');
              script.src = document.querySelector('script[src^="/_cookie-consent/"]').src;
              document.head.append(script);
              return new Promise(done => script.onload = done);
            }
            """,
            hasBar);
        await Assertions.Expect(visitor.Bar).ToHaveCountAsync(1);

        await visitor.RejectAllAsync();

        sent.Should().Be(1);
        await visitor.Page.EvaluateAsync("() => document.body.replaceWith(document.body.cloneNode(true))");
        await Assertions.Expect(visitor.SettingsLink).ToHaveCountAsync(1);
        await Assertions.Expect(visitor.Bar).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_page_that_is_prepared_takes_no_focus_and_looks_again_when_it_is_visited()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.Page.AddInitScriptAsync("Object.defineProperty(Document.prototype, 'prerendering', { get: () => window.prepared ?? true, configurable: true })");
        await visitor.OpenAsync("/privacy");
        await visitor.RejectAllAsync();
        string refusal = (await visitor.CookieAsync(".CookieConsent"))!.Value;
        await visitor.Page.Context.ClearCookiesAsync();
        await visitor.OpenAsync("/privacy");
        await visitor.PlantAsync(new Cookie { Name = ".CookieConsent", Value = refusal, Domain = BrowserFixture.Host, Path = "/", Secure = true });
        await visitor.Page.EvaluateAsync(PageShow);
        await Assertions.Expect(visitor.Bar).ToBeVisibleAsync();

        await visitor.Page.EvaluateAsync("() => { window.prepared = false; document.dispatchEvent(new Event('prerenderingchange')); }");

        await Assertions.Expect(visitor.Bar).ToHaveCountAsync(0);
    }
}
