namespace CookieConsent.BrowserTests;

/// <summary>What the visitor asked the site for works before, after and without any decision.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EssentialTests(BrowserFixture browser)
{
    [Fact]
    public async Task The_basket_survives_every_decision()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/pricing");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Add Garden" }).ClickAsync();

        await BasketHoldsAsync(visitor);
        await visitor.AcceptAllAsync();
        await BasketHoldsAsync(visitor);
        await visitor.WithdrawAsync();
        await BasketHoldsAsync(visitor);
    }

    [Fact]
    public async Task A_message_for_the_next_page_arrives_before_and_after_a_refusal()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        ILocator message = visitor.Page.Locator("p.message");

        await visitor.OpenAsync("/pricing");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Add Seed" }).ClickAsync();
        await Assertions.Expect(message).ToHaveTextAsync("Seed is in your basket.");
        await visitor.RejectAllAsync();
        await visitor.OpenAsync("/pricing");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Add Orchard" }).ClickAsync();
        await Assertions.Expect(message).ToHaveTextAsync("Orchard is in your basket.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_sign_in_survives_every_decision_and_is_remembered_only_if_the_visitor_says_so(bool remember)
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/sign-in");
        await Assertions.Expect(visitor.Page.GetByLabel("Remember me")).Not.ToBeCheckedAsync();
        await visitor.Page.GetByLabel("Name").FillAsync("Ada");
        await visitor.Page.GetByLabel("Password").FillAsync("sample");
        await visitor.Page.GetByLabel("Remember me").SetCheckedAsync(remember);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        ILocator signedIn = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out Ada" });
        await Assertions.Expect(signedIn).ToBeVisibleAsync();
        await visitor.AcceptAllAsync();
        await Assertions.Expect(signedIn).ToBeVisibleAsync();
        await visitor.WithdrawAsync();
        await Assertions.Expect(signedIn).ToBeVisibleAsync();
        ((await visitor.CookieAsync(".AspNetCore.Cookies"))!.Expires > 0).Should().Be(remember);
    }

    [Fact]
    public async Task The_chosen_language_survives_every_decision()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        ILocator html = visitor.Page.Locator("html");
        await visitor.OpenAsync("/privacy");
        await visitor.Page.GetByLabel("Language").SelectOptionAsync("en-US");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Set", Exact = true }).ClickAsync();

        await Assertions.Expect(html).ToHaveAttributeAsync("lang", "en-US");
        await visitor.RejectAllAsync();
        await Assertions.Expect(html).ToHaveAttributeAsync("lang", "en-US");
        await visitor.OpenAsync("/privacy");
        await Assertions.Expect(visitor.Page.Locator("time")).ToContainTextAsync("May 10, 2018");
    }

    [Fact]
    public async Task The_partner_that_sent_a_visitor_is_remembered_for_a_year_whatever_they_decide()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();

        await visitor.OpenAsync("/go/penguin");
        await visitor.RejectAllAsync();

        await Assertions.Expect(visitor.Page.GetByText("Our partner “penguin” sent you")).ToBeVisibleAsync();
        BrowserContextCookiesResult cookie = (await visitor.CookieAsync("ref"))!;
        DateTimeOffset.FromUnixTimeSeconds((long)cookie.Expires).Should().BeCloseTo(DateTimeOffset.UtcNow.AddDays(365), TimeSpan.FromDays(1));
    }

    private static async Task BasketHoldsAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/basket");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Cell, new() { Name = "Garden" })).ToBeVisibleAsync();
    }
}
