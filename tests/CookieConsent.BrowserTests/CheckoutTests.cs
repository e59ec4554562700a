namespace CookieConsent.BrowserTests;

[Collection(BrowserCollection.Name)]
public sealed class CheckoutTests(BrowserFixture browser)
{
    private static readonly string[] PaymentHosts = ["js.stripe.com", "www.paypal.com"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_visitor_who_agreed_to_nothing_can_pay_and_meets_the_payment_vendors_nowhere_else(bool refused)
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/");
        if (refused)
        {
            await visitor.RejectAllAsync();
        }

        await visitor.WalkAsync(Pages.Ordinary);
        visitor.AskedHosts.Should().BeEmpty();

        await visitor.OpenAsync(Pages.Checkout);
        visitor.AskedHosts.Should().BeEquivalentTo(PaymentHosts);
        await Visitor.EventuallyAsync(async () => (await visitor.AskedCookiesAsync()).Should().BeEquivalentTo(["__stripe_mid", "__stripe_sid", "ts", "ts_c"]));

        visitor.ForgetAsked();
        await visitor.WalkAsync(Pages.Ordinary);
        visitor.AskedHosts.Should().BeEmpty();
    }

    [Fact]
    public async Task The_checkout_stores_nothing_in_the_decision()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/");
        await visitor.RejectAllAsync();
        string before = (await visitor.CookieAsync(".CookieConsent"))!.Value;

        await visitor.OpenAsync(Pages.Checkout);

        (await visitor.CookieAsync(".CookieConsent"))!.Value.Should().Be(before);
        await visitor.SettingsLink.ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("input[name=grant]:checked")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_order_can_be_placed_after_rejecting_all_without_scripts()
    {
        await using Visitor visitor = await browser.NewVisitorAsync(new() { JavaScriptEnabled = false });
        await visitor.OpenAsync("/pricing");
        await visitor.RejectAllAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Add Seed" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Go to the checkout" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Order, and pay by invoice" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("p.message")).ToHaveTextAsync("Thank you. The invoice is on its way.");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Basket (0)" })).ToBeVisibleAsync();
    }
}
