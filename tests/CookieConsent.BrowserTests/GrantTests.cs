namespace CookieConsent.BrowserTests;

[Collection(BrowserCollection.Name)]
public sealed class GrantTests(BrowserFixture browser)
{
    private static readonly string[] OfTheServer = ["FPID", "_ga", "articles-read"];
    private static readonly string[] OfFrames = ["IDE", "VISITOR_INFO1_LIVE", "YSC", "datr", "sb", "test_cookie"];
    private static readonly string[] OfAnalyticsScripts = ["_ga_SAMPLE1", "_gid"];
    private static readonly string[] OfOtherScripts =
        ["NID", "__gads", "__gpi", "__stripe_mid", "__stripe_sid", "_pinterest_cm", "bcookie", "guest_id", "lidc", "ts", "ts_c"];

    private static readonly string[] FrameHosts = ["ad.doubleclick.net", "www.facebook.com", "www.youtube.com"];
    private static readonly string[] AnalyticsHosts = ["www.google-analytics.com", "www.googletagmanager.com"];
    private static readonly string[] OtherScriptHosts =
    [
        "apis.google.com", "assets.pinterest.com", "js.stripe.com", "log.pinterest.com", "pagead2.googlesyndication.com",
        "platform.linkedin.com", "platform.twitter.com", "www.paypal.com",
    ];

    [Fact]
    public async Task Accepting_all_brings_every_declared_vendor_and_its_cookies()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/");

        await visitor.AcceptAllAsync();
        await visitor.WalkAsync([.. Pages.Ordinary, Pages.Checkout]);

        await Visitor.EventuallyAsync(async () =>
        {
            visitor.AskedHosts.Should().BeEquivalentTo([.. FrameHosts, .. AnalyticsHosts, .. OtherScriptHosts]);
            (await visitor.AskedCookiesAsync()).Should().BeEquivalentTo([.. OfTheServer, .. OfFrames, .. OfAnalyticsScripts, .. OfOtherScripts]);
        });
    }

    [Fact]
    public async Task Without_scripts_accepting_all_brings_what_needs_none()
    {
        await using Visitor visitor = await browser.NewVisitorAsync(new() { JavaScriptEnabled = false });
        await visitor.OpenAsync("/");

        await visitor.AcceptAllAsync();
        await visitor.WalkAsync([.. Pages.Ordinary, Pages.Checkout]);

        visitor.AskedHosts.Should().BeEquivalentTo(FrameHosts);
        (await visitor.AskedCookiesAsync()).Should().BeEquivalentTo([.. OfTheServer, .. OfFrames]);
    }

    [Fact]
    public async Task Choosing_analytics_alone_brings_analytics_alone()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/");

        await visitor.ChooseAsync("analytics");
        await visitor.WalkAsync(Pages.Ordinary);

        await Visitor.EventuallyAsync(async () =>
        {
            visitor.AskedHosts.Should().BeEquivalentTo(AnalyticsHosts);
            (await visitor.AskedCookiesAsync()).Should().BeEquivalentTo([.. OfTheServer, .. OfAnalyticsScripts]);
        });
    }

    [Fact]
    public async Task Without_scripts_choosing_analytics_alone_brings_the_servers_own_alone()
    {
        await using Visitor visitor = await browser.NewVisitorAsync(new() { JavaScriptEnabled = false });
        await visitor.OpenAsync("/");

        await visitor.ChooseAsync("analytics");
        await visitor.WalkAsync(Pages.Ordinary);

        visitor.AskedHosts.Should().BeEmpty();
        (await visitor.AskedCookiesAsync()).Should().BeEquivalentTo(OfTheServer);
    }

    [Fact]
    public async Task A_vendor_that_is_never_allowed_stays_away_while_its_category_is_granted()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/");
        await visitor.Bar.Locator("a.vc-quiet").ClickAsync();

        await visitor.Page.Locator("input[name=grant][value=social]").CheckAsync();
        await visitor.Page.Locator("fieldset:has(input[value=social]) summary").ClickAsync();
        await visitor.Page.Locator("select[name='vendor.facebook']").SelectOptionAsync("refuse");
        await visitor.AnswerAsync("choose");
        await visitor.WalkAsync(["/", "/forum", "/tour"]);

        await Visitor.EventuallyAsync(() =>
        {
            visitor.AskedHosts.Should().Contain(["platform.twitter.com", "www.youtube.com"]).And.NotContain("www.facebook.com");
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task The_answer_is_kept_for_at_most_365_days_in_a_cookie_of_this_host_alone()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/");

        await visitor.AcceptAllAsync();

        BrowserContextCookiesResult answer = (await visitor.CookieAsync(".CookieConsent"))!;
        DateTimeOffset.FromUnixTimeSeconds((long)answer.Expires).Should().BeCloseTo(DateTimeOffset.UtcNow.AddDays(365), TimeSpan.FromDays(1));
        answer.Should().BeEquivalentTo(new { Domain = BrowserFixture.Host, Path = "/", Secure = true, HttpOnly = false, SameSite = SameSiteAttribute.Lax });
    }

    [Fact]
    public async Task The_answer_is_confirmed_on_the_page_it_was_given_on()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/forum");
        await Assertions.Expect(visitor.Saved).Not.ToBeVisibleAsync();

        await visitor.RejectAllAsync();

        new Uri(visitor.Page.Url).PathAndQuery.Should().Be("/forum");
        await Assertions.Expect(visitor.Saved).ToBeInViewportAsync();
        await Assertions.Expect(visitor.Saved).ToBeFocusedAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Your choice is saved.");
        await visitor.Saved.Locator("a.vc-quiet").ClickAsync();
        await Assertions.Expect(visitor.Saved).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_link_to_Amazon_is_the_same_plain_link_before_and_after_any_answer()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        ILocator links = visitor.Page.Locator("a[href*='amazon.co.uk']");
        await visitor.OpenAsync("/articles");
        string before = await MarkupOfAsync(links);

        await visitor.AcceptAllAsync();
        await visitor.OpenAsync("/articles");

        before.Should().NotBeEmpty();
        (await MarkupOfAsync(links)).Should().Be(before);
        visitor.AskedHosts.Should().NotContain(host => host.Contains("amazon"));
    }

    [Theory]
    [InlineData("refuse")]
    [InlineData("grant")]
    public async Task No_page_breaks_its_content_security_policy(string answer)
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.WalkAsync([.. Pages.Ordinary, .. Pages.Own]);
        await visitor.OpenAsync("/");

        await visitor.AnswerAsync(answer);
        await visitor.WalkAsync([.. Pages.Ordinary, .. Pages.Own, Pages.Checkout]);

        visitor.Complaints.Should().BeEmpty();
    }

    private static async Task<string> MarkupOfAsync(ILocator links) =>
        string.Concat(await links.EvaluateAllAsync<string[]>("links => links.map(link => link.outerHTML)"));
}
