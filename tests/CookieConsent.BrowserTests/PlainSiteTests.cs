namespace CookieConsent.BrowserTests;

/// <summary>A page with one script tag, and no consent to anything else than <c>default-src 'self'; require-trusted-types-for 'script'</c>.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PlainSiteTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_page_that_is_not_Razor_asks_confirms_and_leads_back_within_the_strictest_policy()
    {
        await using Visitor visitor = await browser.NewPlainVisitorAsync();
        await visitor.OpenAsync("/any");

        await Assertions.Expect(visitor.Bar).ToBeVisibleAsync();
        (await visitor.Page.EvaluateAsync<bool>("() => document.body.firstElementChild.matches('.vc-bar') && getComputedStyle(document.querySelector('.vc-bar')).position === 'fixed'")).Should().BeTrue();
        await visitor.ChooseAsync("analytics");
        (await visitor.GrantedAsync()).Should().BeEquivalentTo("analytics", "google-analytics", "microsoft-clarity");
        await visitor.OpenAsync("/other");
        await visitor.SettingsLink.ClickAsync();
        await Assertions.Expect(visitor.Dialog.Locator("input[value=analytics]")).ToBeCheckedAsync();
        await visitor.RejectAllAsync();

        (await visitor.GrantedAsync()).Should().BeEmpty();
        visitor.Complaints.Should().BeEmpty("nothing breaks the policy");
    }

    [Fact]
    public async Task A_failure_is_said_within_the_strictest_policy()
    {
        await using Visitor visitor = await browser.NewPlainVisitorAsync();
        await visitor.OpenAsync("/");
        await visitor.Page.RouteAsync("**/decision", route => route.FulfillAsync(new() { Status = 200, ContentType = "text/html", Body = "<p>" }));

        await visitor.Bar.Locator("button[value=grant]").ClickAsync();

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        visitor.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_page_with_its_own_way_back_is_left_as_it_is()
    {
        await using Visitor visitor = await browser.NewPlainVisitorAsync();
        await visitor.OpenAsync("/");
        await visitor.RejectAllAsync();
        await visitor.Page.RouteAsync("**/own", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = PlainSite.Page.Replace("</main>", "</main><footer><a href=\"/_cookie-consent/preferences\">Cookies</a></footer>", StringComparison.Ordinal),
        }));
        var asked = new List<string>();
        visitor.Page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);

        await visitor.OpenAsync("/own");
        await visitor.Page.WaitForTimeoutAsync(200);

        asked.Should().NotContain(path => path.EndsWith("/banner", StringComparison.Ordinal));
        await visitor.Page.GetByText("Cookies").ClickAsync();
        await visitor.AcceptAllAsync();
        await Assertions.Expect(visitor.SettingsLink).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_path_where_a_category_is_needed_counts_when_a_script_leads_there()
    {
        await using Visitor visitor = await browser.NewPlainVisitorAsync();
        await visitor.OpenAsync("/");
        await visitor.RejectAllAsync();

        string told = await visitor.Page.EvaluateAsync<string>(
            """
            async () => {
              const told = [];
              document.addEventListener('cookieconsent:change', () => told.push(cookieConsent.has('members')));
              history.pushState({}, '', '/club/join');
              await new Promise(done => setTimeout(done));
              history.pushState({}, '', '/clubs');
              await new Promise(done => setTimeout(done));
              history.pushState({}, '', '/others');
              await new Promise(done => setTimeout(done));
              return told.join() + ' ' + cookieConsent.decision.granted;
            }
            """);

        told.Should().Be("true,false ");
    }

    [Fact]
    public async Task Leaving_such_a_path_takes_nothing_back()
    {
        await using Visitor visitor = await browser.NewPlainVisitorAsync();
        await visitor.OpenAsync("/club");
        await visitor.Page.EvaluateAsync("() => { window.stayed = true; }");
        await visitor.RejectAllAsync();

        await visitor.Page.EvaluateAsync("() => { history.pushState({}, '', '/'); }");
        await visitor.Page.WaitForTimeoutAsync(300);

        (await visitor.Page.EvaluateAsync<bool>("() => window.stayed")).Should().BeTrue();
    }
}
