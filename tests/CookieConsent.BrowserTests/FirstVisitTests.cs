namespace CookieConsent.BrowserTests;

[Collection(BrowserCollection.Name)]
public sealed class FirstVisitTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Before_a_decision_no_page_contacts_a_vendor_and_no_cookie_is_set_but_essential_ones(bool scripts)
    {
        await using Visitor visitor = await browser.NewVisitorAsync(new() { JavaScriptEnabled = scripts });

        foreach (string path in Pages.Ordinary.Concat(Pages.Own))
        {
            await visitor.OpenAsync(path);

            (await visitor.AskedCookiesAsync()).Should().BeEmpty("nobody agreed to any on {0}", path);
            visitor.AskedHosts.Should().BeEmpty("nobody agreed to contact them from {0}", path);
            visitor.Complaints.Should().BeEmpty("{0} does not even try to load what the content security policy would stop", path);
        }
    }

    [Fact]
    public async Task Every_page_asks_until_there_is_a_decision()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();

        foreach (string path in Pages.Ordinary.Where(path => path != "/api/status").Append(Pages.Checkout))
        {
            await visitor.OpenAsync(path);

            await Assertions.Expect(visitor.Bar).ToBeVisibleAsync();
            (await visitor.SettingsLink.CountAsync()).Should().Be(0, "there is nothing to change yet");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rejecting_all_leaves_every_page_as_it_was_before(bool scripts)
    {
        await using Visitor visitor = await browser.NewVisitorAsync(new() { JavaScriptEnabled = scripts });
        await visitor.OpenAsync("/");

        await visitor.RejectAllAsync();
        await visitor.WalkAsync(Pages.Ordinary);

        (await visitor.AskedCookiesAsync()).Should().BeEmpty();
        visitor.AskedHosts.Should().BeEmpty();
        await visitor.OpenAsync("/");
        await Assertions.Expect(visitor.Bar).ToHaveCountAsync(0);
    }
}
