namespace CookieConsent.BrowserTests;

[Collection(BrowserCollection.Name)]
public sealed class WithdrawalTests(BrowserFixture browser)
{
    private static readonly float InAYear = DateTimeOffset.UtcNow.AddDays(365).ToUnixTimeSeconds();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_withdrawal_nothing_that_was_granted_is_left_on_the_site(bool scripts)
    {
        await using Visitor visitor = await browser.NewVisitorAsync(new() { JavaScriptEnabled = scripts });
        await visitor.OpenAsync("/");
        await visitor.AcceptAllAsync();
        await visitor.WalkAsync([.. Pages.Ordinary.Except(["/api/status"]), Pages.Checkout, "/articles"]);
        (await LeftoversAsync(visitor)).Should().NotBeEmpty();

        await visitor.WithdrawAsync();

        (await LeftoversAsync(visitor)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("a parent domain", "_ga", ".shop.example.co.uk", "/", false)]
    [InlineData("the registrable domain", "_gid", ".example.co.uk", "/", false)]
    [InlineData("the host as a domain", "_ga_ABC", ".www.shop.example.co.uk", "/", false)]
    [InlineData("HttpOnly", "FPID", "www.shop.example.co.uk", "/", true)]
    [InlineData("a declared path", "articles-read", "www.shop.example.co.uk", "/articles", false)]
    [InlineData("the page's path on a parent domain", "_gat", ".example.co.uk", "/articles", true)]
    [InlineData("a __Host- name", "__Host-visit", "www.shop.example.co.uk", "/", true)]
    [InlineData("a __Secure- name", "__Secure-visit", "www.shop.example.co.uk", "/", true)]
    [InlineData("a __Secure- name on a parent domain", "__Secure-visit", ".example.co.uk", "/", false)]
    public async Task A_withdrawal_finds_a_cookie_in_every_place_where_it_can_hide(string place, string name, string domain, string path, bool httpOnly)
    {
        await using Visitor visitor = await browser.NewVisitorAsync(new() { JavaScriptEnabled = false });
        await visitor.OpenAsync("/articles");
        await visitor.ChooseAsync("analytics");
        await visitor.PlantAsync(new Cookie { Name = name, Value = "planted", Domain = domain, Path = path, HttpOnly = httpOnly, Secure = true, Expires = InAYear });
        await visitor.OpenAsync("/articles");
        (await visitor.JarAsync()).Should().Contain(cookie => cookie.Name == name && cookie.Domain == domain && cookie.Path == path);

        await visitor.WithdrawAsync();

        (await LeftoversAsync(visitor)).Should().BeEmpty("it was on {0}", place);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_withdrawal_no_vendor_is_contacted_again(bool scripts)
    {
        await using Visitor visitor = await browser.NewVisitorAsync(new() { JavaScriptEnabled = scripts });
        await visitor.OpenAsync("/forum");
        await visitor.AcceptAllAsync();
        await visitor.OpenAsync("/forum");
        visitor.AskedHosts.Should().NotBeEmpty();
        await visitor.OpenAsync("/privacy");
        await visitor.WithdrawAsync();
        visitor.ForgetAsked();

        await visitor.WalkAsync(Pages.Ordinary);

        visitor.AskedHosts.Should().BeEmpty();
        (await LeftoversAsync(visitor)).Should().BeEmpty();
    }

    [Fact]
    public async Task Withdrawing_takes_two_actions_from_every_page()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/");
        await visitor.AcceptAllAsync();
        foreach (string path in Pages.Ordinary.Where(path => path != "/api/status").Append(Pages.Checkout))
        {
            await visitor.OpenAsync(path);

            await visitor.WithdrawAsync();

            await Assertions.Expect(visitor.Saved).ToBeVisibleAsync();
            await visitor.SettingsLink.ClickAsync();
            await Assertions.Expect(visitor.Page.GetByText("Now: refused")).ToHaveCountAsync(4);
            await visitor.AcceptAllAsync();
        }
    }

    [Fact]
    public async Task Taking_one_category_back_leaves_the_others_granted()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/articles");
        await visitor.AcceptAllAsync();
        await visitor.OpenAsync("/articles");
        await Visitor.EventuallyAsync(async () => (await LeftoversAsync(visitor)).Should().Contain(["__gads", "_gid"]));

        await visitor.SettingsLink.ClickAsync();
        await visitor.Page.Locator("input[name=grant][value=analytics]").UncheckAsync();
        await visitor.AnswerAsync("choose");

        (await LeftoversAsync(visitor)).Should().BeEquivalentTo(["__gads", "__gpi"]);
    }

    /// <summary>What is left on the site's own domains; another company's jar is out of a site's reach.</summary>
    private static async Task<IReadOnlyList<string>> LeftoversAsync(Visitor visitor) =>
        [.. (await visitor.JarAsync()).Where(cookie => cookie.Domain.EndsWith("example.co.uk", StringComparison.Ordinal) && !Essential.Is(cookie.Name)).Select(cookie => cookie.Name).Distinct()];
}
