namespace CookieConsent.BrowserTests;

[Collection(BrowserCollection.Name)]
public sealed class SendTests(BrowserFixture browser)
{
    private const string Decision = "**/_cookie-consent/decision";

    /// <summary>The reasons for which an answer may not be kept, as the browser meets them.</summary>
    public static TheoryData<string> Failures => ["offline", "refused", "broken", "foreign", "empty", "forgotten"];

    [Theory]
    [InlineData("grant")]
    [InlineData("refuse")]
    public async Task An_answer_is_kept_and_confirmed_without_leaving_the_page(string answer)
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/forum");
        await visitor.Page.EvaluateAsync("() => { window.stayed = true; }");

        await visitor.AnswerAsync(answer);

        await Assertions.Expect(visitor.Bar).ToHaveCountAsync(0);
        await Assertions.Expect(visitor.Saved).ToBeFocusedAsync();
        await Assertions.Expect(visitor.SettingsLink).ToHaveCountAsync(1);
        (await visitor.Page.EvaluateAsync<bool>("() => window.stayed && document.body.lastElementChild.matches('.vc-end')")).Should().BeTrue("the way back stands where the server would put it");
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Bar).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_result_is_spoken_by_a_region_that_was_there_before_its_text()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/");
        await visitor.Page.EvaluateAsync(
            """
            () => new MutationObserver(records => window.spoken = (window.spoken ?? []).concat(records
              .filter(record => record.target.role === 'status' && record.addedNodes.length)
              .map(record => record.target.textContent))).observe(document.body, { childList: true, subtree: true })
            """);

        await visitor.RejectAllAsync();

        (await visitor.Page.EvaluateAsync<string[]>("() => window.spoken")).Should().ContainSingle().Which.Should().Contain("Your choice is saved.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Closing_the_confirmation_leads_back_to_where_the_visitor_was(bool wasSomewhere)
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/forum");
        if (wasSomewhere)
        {
            await visitor.Page.Locator("#language").FocusAsync();
        }

        await visitor.RejectAllAsync();
        await visitor.Saved.Locator("a.vc-quiet").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visitor.Saved).Not.ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator(wasSomewhere ? "#language" : "main")).ToBeFocusedAsync();
        new Uri(visitor.Page.Url).Fragment.Should().BeEmpty();
    }

    [Fact]
    public async Task Two_presses_send_one_answer()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        int sent = 0;
        var held = new TaskCompletionSource();
        await visitor.Page.RouteAsync(Decision, async route =>
        {
            sent++;
            await held.Task;
            await route.ContinueAsync();
        });
        await visitor.OpenAsync("/");

        ILocator reject = visitor.Bar.Locator("button[value=refuse]");
        await reject.DblClickAsync();
        await Assertions.Expect(reject).ToHaveAttributeAsync("aria-disabled", "true");
        await reject.ClickAsync(new() { Force = true });
        held.SetResult();

        await Assertions.Expect(visitor.Saved).ToBeInViewportAsync();
        sent.Should().Be(1);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task An_answer_that_cannot_be_kept_is_said_so_loses_nothing_and_can_be_given_again(string failure)
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/forum");
        await visitor.Page.RouteAsync(Decision, route => FailAsync(route, failure));

        await visitor.Bar.Locator("button[value=grant]").ClickAsync();

        ILocator alert = visitor.Bar.GetByRole(AriaRole.Alert);
        await Assertions.Expect(alert).ToHaveTextAsync("Your choice could not be saved, so nothing has changed. Please try again.");
        await Assertions.Expect(alert).ToBeFocusedAsync();
        await Assertions.Expect(alert).ToBeInViewportAsync();
        await Assertions.Expect(visitor.Bar.Locator("[aria-disabled]")).ToHaveCountAsync(0);
        (await visitor.GrantedAsync()).Should().BeEmpty();
        await visitor.Page.UnrouteAsync(Decision);
        await visitor.AcceptAllAsync();
        (await visitor.GrantedAsync()).Should().Contain("analytics");
    }

    [Fact]
    public async Task Where_our_script_does_not_arrive_nothing_loads_and_the_form_works_by_itself()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.Page.RouteAsync("**/_cookie-consent/*.js", route => route.FulfillAsync(new() { Status = 503, Body = "" }));
        visitor.ForgetAsked();
        await visitor.WalkAsync(["/tour", "/articles", "/forum"]);
        visitor.AskedHosts.Should().BeEmpty();

        await visitor.RejectAllAsync();

        new Uri(visitor.Page.Url).PathAndQuery.Should().Be("/forum");
        await Assertions.Expect(visitor.Bar).ToHaveCountAsync(0);
        visitor.AskedHosts.Should().BeEmpty();
    }

    [Fact]
    public async Task A_withdrawal_that_cannot_be_kept_is_not_taken_for_one()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/privacy");
        await visitor.AcceptAllAsync();
        await visitor.SettingsLink.ClickAsync();
        await visitor.Page.RouteAsync(Decision, route => FailAsync(route, "forgotten"));

        await visitor.Dialog.Locator("button[value=refuse]").ClickAsync();

        await Assertions.Expect(visitor.Dialog.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        (await visitor.GrantedAsync()).Should().Contain("analytics");
    }

    [Fact]
    public async Task What_was_chosen_before_a_failure_is_still_set_after_it()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/");
        await visitor.Bar.Locator("a.vc-quiet").ClickAsync();
        await visitor.Dialog.Locator("input[value=analytics]").CheckAsync();
        await visitor.Page.RouteAsync(Decision, route => route.AbortAsync());

        await visitor.Dialog.Locator("button.vc-button[value=choose]").ClickAsync();

        await Assertions.Expect(visitor.Dialog.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Assertions.Expect(visitor.Dialog.Locator("input[value=analytics]")).ToBeCheckedAsync();
        await visitor.Page.UnrouteAsync(Decision);
        await visitor.AnswerAsync("choose");
        (await visitor.GrantedAsync()).Should().Contain("analytics").And.NotContain("social");
    }

    private static async Task FailAsync(IRoute route, string failure)
    {
        switch (failure)
        {
            case "offline":
                await route.AbortAsync("internetdisconnected");
                break;
            case "refused":
                await route.FulfillAsync(new() { Status = 403, ContentType = "text/plain", Body = "No." });
                break;
            case "broken":
                await route.FulfillAsync(new() { Status = 500, ContentType = "text/html", Body = "<!DOCTYPE html><p id=vc-saved>" });
                break;
            case "foreign":
                await route.FulfillAsync(new() { Status = 200, ContentType = "text/html", Body = "<!DOCTYPE html><title>Hotel Wi-Fi</title><p>Please sign in." });
                break;
            case "empty":
                await route.FulfillAsync(new() { Status = 200, ContentType = "application/json", Body = "{}" });
                break;
            default:
                // All is well, but the browser does not keep the cookie.
                await route.FulfillAsync(new() { Status = 200, ContentType = "text/html", Body = "<!DOCTYPE html><p class=vc-status id=vc-saved role=status>Saved" });
                break;
        }
    }
}
