namespace CookieConsent.BrowserTests;

/// <summary>What a site's own scripts can ask and do.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ApiTests(BrowserFixture browser)
{
    [Fact]
    public async Task It_says_what_is_allowed_by_id_and_nothing_about_ids_that_nobody_declared()
    {
        await using Visitor visitor = await browser.NewPlainVisitorAsync();
        await visitor.OpenAsync("/");
        await visitor.ChooseAsync("analytics");

        (await visitor.Page.EvaluateAsync<bool[]>("() => ['analytics', 'google-analytics', 'advertising', 'google-ads', 'nobody', 'constructor', ''].map(id => cookieConsent.has(id))"))
            .Should().Equal(true, true, false, false, false, false, false);
        (await visitor.Page.EvaluateAsync<bool>(
            """
            () => {
              const { granted, refused, date, receipt, ...internals } = cookieConsent.decision;
              return granted.includes('google-analytics') && refused.includes('google-ads') && Date.now() - date < 120000 && /^[\w-]{11}$/.test(receipt) && !Object.keys(internals).length;
            }
            """)).Should().BeTrue();
    }

    [Fact]
    public async Task Accepting_rejecting_and_withdrawing_are_kept_and_followed()
    {
        await using Visitor visitor = await browser.NewPlainVisitorAsync();
        await visitor.OpenAsync("/");

        (await visitor.Page.EvaluateAsync<bool>("() => cookieConsent.withdraw()")).Should().BeTrue("there is nothing to take back");
        await Assertions.Expect(visitor.Bar).ToBeVisibleAsync();
        (await visitor.Page.EvaluateAsync<bool>("() => cookieConsent.accept()")).Should().BeTrue();
        await Assertions.Expect(visitor.Bar).ToHaveCountAsync(0);
        (await visitor.GrantedAsync()).Should().Contain(["analytics", "advertising", "members"]);
        await visitor.Page.EvaluateAsync("() => { window.stayed = true; cookieConsent.withdraw(); }");
        await Visitor.EventuallyAsync(async () => (await visitor.Page.EvaluateAsync<bool>("() => !window.stayed && document.readyState === 'complete'")).Should().BeTrue("a withdrawal starts the page anew"));
        (await visitor.GrantedAsync()).Should().BeEmpty();
        (await visitor.Page.EvaluateAsync<bool>("() => cookieConsent.accept()")).Should().BeTrue("nothing is asked any more, so nothing is granted");
        (await visitor.GrantedAsync()).Should().BeEmpty();
        (await visitor.Page.EvaluateAsync<bool>("() => cookieConsent.reject()")).Should().BeTrue();
        visitor.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_kept_is_said()
    {
        await using Visitor visitor = await browser.NewPlainVisitorAsync();
        await visitor.OpenAsync("/");
        await visitor.Page.RouteAsync("**/decision", route => route.AbortAsync());

        (await visitor.Page.EvaluateAsync<bool>("() => cookieConsent.accept()")).Should().BeFalse();
        await Assertions.Expect(visitor.Bar).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Late_listeners_learn_what_was_said_and_none_stops_another()
    {
        await using Visitor visitor = await browser.NewPlainVisitorAsync();
        await visitor.Page.AddInitScriptAsync(
            """
            window.events = [];
            for (const type of ['ready', 'change']) {
              addEventListener('cookieconsent:' + type, event => events.push(type + event.detail.granted.length));
            }
            """);
        await visitor.OpenAsync("/");
        await visitor.Page.EvaluateAsync("() => { cookieConsent.onChange(() => { throw Error('mine'); }); cookieConsent.onChange(said => events.push('early' + said.granted.length)); }");
        await visitor.RejectAllAsync();

        string told = await visitor.Page.EvaluateAsync<string>(
            """
            async () => {
              const end = cookieConsent.onChange(said => events.push('late' + said.granted.length));
              await null;
              end();
              document.dispatchEvent(new CustomEvent('cookieconsent:change', { detail: cookieConsent.decision }));
              return events.join();
            }
            """);

        told.Should().Be("ready0,early0,change0,late0,early0");
        visitor.Complaints.Should().OnlyContain(complaint => complaint.Contains("mine"));
    }

    [Fact]
    public async Task A_page_cannot_replace_it_and_may_have_a_variable_of_its_name_before()
    {
        await using Visitor visitor = await browser.NewPlainVisitorAsync();
        await visitor.Page.AddInitScriptAsync("var cookieConsent = 'mine';");
        await visitor.OpenAsync("/");

        (await visitor.Page.EvaluateAsync<string>("() => { window.cookieConsent = 1; delete window.cookieConsent; cookieConsent.has = 1; return typeof cookieConsent.has; }")).Should().Be("function");
    }

    [Fact]
    public async Task The_settings_open_by_script()
    {
        await using Visitor visitor = await browser.NewPlainVisitorAsync();
        await visitor.OpenAsync("/");
        await visitor.Page.GetByLabel("Name").FocusAsync();

        await visitor.Page.EvaluateAsync("() => cookieConsent.open()");

        await Assertions.Expect(visitor.Settings).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(visitor.Page.GetByLabel("Name")).ToBeFocusedAsync();
    }
}
