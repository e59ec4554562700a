namespace CookieConsent.BrowserTests;

/// <summary>A withdrawal in a page whose scripts have run.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TakingBackTests(BrowserFixture browser)
{
    [Fact]
    public async Task The_page_starts_anew_once_where_the_visitor_was_and_confirms_then()
    {
        await using Visitor visitor = await browser.NewVisitorAsync(new() { ViewportSize = new() { Width = 800, Height = 300 } });
        await visitor.OpenAsync("/privacy#cookies");
        await visitor.AcceptAllAsync();
        await visitor.Page.EvaluateAsync("() => { history.replaceState({ mine: 1 }, ''); scrollTo(0, 700); window.old = true; }");
        int loads = 0;
        visitor.Page.Load += (_, _) => loads++;

        await visitor.WithdrawAsync();

        await Assertions.Expect(visitor.Saved).ToBeFocusedAsync();
        (await visitor.Page.EvaluateAsync<bool>("() => !window.old && history.state.mine === 1 && !('vc-saved' in history.state)")).Should().BeTrue();
        new Uri(visitor.Page.Url).Fragment.Should().Be("#cookies");
        await Visitor.EventuallyAsync(async () => (await visitor.Page.EvaluateAsync<double>("() => scrollY")).Should().BeGreaterThan(100));
        await visitor.Page.WaitForTimeoutAsync(300);
        loads.Should().Be(1);
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Saved).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task Giving_more_starts_nothing_anew()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/privacy");
        await visitor.ChooseAsync("analytics");
        await visitor.Page.EvaluateAsync("() => { window.stayed = true; }");

        await visitor.SettingsLink.ClickAsync();
        await visitor.AcceptAllAsync();

        (await visitor.Page.EvaluateAsync<bool>("() => window.stayed && cookieConsent.has('advertising')")).Should().BeTrue();
    }

    [Fact]
    public async Task Taking_back_one_vendor_starts_anew_too()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/privacy");
        await visitor.AcceptAllAsync();
        await visitor.Page.EvaluateAsync("() => { window.stayed = true; }");

        await visitor.SettingsLink.ClickAsync();
        await visitor.Dialog.Locator("fieldset:has(input[value=social]) summary").ClickAsync();
        await visitor.Dialog.Locator("select[name='vendor.facebook']").SelectOptionAsync("refuse");
        await visitor.AnswerAsync("choose");

        (await visitor.Page.EvaluateAsync<bool>("() => !window.stayed && cookieConsent.has('social') && !cookieConsent.has('facebook')")).Should().BeTrue();
    }
}
