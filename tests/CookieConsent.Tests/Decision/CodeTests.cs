namespace CookieConsent.Tests.Decision;

/// <summary>Granting, refusing and withdrawing from code.</summary>
public sealed class CodeTests
{
    [Fact]
    public async Task One_category_can_be_granted_and_refused_and_the_others_stay()
    {
        await using Site site = await Site.StartAsync(async context =>
        {
            var consent = context.GetCookieConsent();
            bool granted = await consent.GrantAsync("analytics") && await consent.RefuseAsync("Social") && await consent.GrantAsync("stripe");
            await context.Response.WriteAsync($"{granted} {consent.GetCategory("analytics")} {consent.GetCategory("social")} {consent.GetCategory("payment")} {consent.GetVendor("stripe")} {consent.GetVendor("YouTube")} {consent.IsDecisionNeeded}");
        });

        (await site.Visitor().GetTextAsync("/")).Should().Be("True Granted Refused Undecided Granted Refused True");
    }

    [Fact]
    public async Task Withdrawing_takes_back_every_grant_and_leaves_what_is_open_open()
    {
        await using Site site = await Site.StartAsync(async context =>
        {
            await context.GetCookieConsent().WithdrawAsync();
            await context.Response.WriteAsync($"{context.GetCookieConsent().GetCategory("analytics")} {context.GetCookieConsent().GetVendor("stripe")} {context.GetCookieConsent().GetCategory("social")} {context.GetCookieConsent().GetCategory("advertising")}");
        });
        Visitor visitor = site.Visitor();

        (await visitor.GetTextAsync("/", site.DecisionCookie(granted: "analytics stripe", refused: "social"))).Should().Be("Refused Refused Refused Undecided");
        visitor.Jar[".CookieConsent"].Should().Be(site.Decision(refused: "analytics social stripe"));
    }

    [Fact]
    public async Task Withdrawing_what_was_never_decided_keeps_nothing()
    {
        await using Site site = await Site.StartAsync(async context => await context.GetCookieConsent().WithdrawAsync());
        Visitor visitor = site.Visitor();

        await visitor.GetAsync("/");

        visitor.SetCookies.Should().BeEmpty();
    }

    [Fact]
    public async Task A_name_that_the_site_does_not_know_is_a_clear_error()
    {
        string message = "";
        await using Site site = await Site.StartAsync(async context =>
        {
            Func<Task> grant = async () => await context.GetCookieConsent().GrantAsync("analytic");
            message = (await grant.Should().ThrowAsync<ArgumentException>()).Which.Message;
        });

        await site.Visitor().GetAsync("/");

        message.Should().Contain("\"analytic\"").And.Contain("Did you mean \"analytics\"?");
    }

    [Fact]
    public async Task A_grant_that_comes_too_late_is_not_given_but_a_refusal_takes_effect()
    {
        await using Site site = await Site.StartAsync(async context =>
        {
            await context.Response.WriteAsync("");
            await context.Response.Body.FlushAsync();
            bool granted = await context.GetCookieConsent().GrantAsync("social");
            bool refused = await context.GetCookieConsent().RefuseAsync("analytics");
            await context.Response.WriteAsync($"{granted} {context.GetCookieConsent().GetCategory("social")} {refused} {context.GetCookieConsent().GetCategory("analytics")}");
        });
        Visitor visitor = site.Visitor();

        (await visitor.GetTextAsync("/", site.DecisionCookie(granted: "analytics"))).Should().Be("False Undecided False Refused");
        visitor.SetCookies.Should().BeEmpty();
    }

    [Fact]
    public async Task What_the_site_does_not_use_is_undecided_and_what_is_essential_is_granted()
    {
        await using Site site = await Site.StartAsync(context => context.Response.WriteAsync(
            $"{context.GetCookieConsent().GetCategory("functional")} {context.GetCookieConsent().GetVendor("facebook")} {context.GetCookieConsent().GetCategory("session")}"));

        (await site.Visitor().GetTextAsync("/", site.DecisionCookie(granted: "analytics social payment advertising"))).Should().Be("Undecided Undecided Granted");
    }

    [Fact]
    public void A_request_without_consent_says_how_to_add_it()
    {
        Action ask = () => new DefaultHttpContext().GetCookieConsent();

        ask.Should().Throw<InvalidOperationException>().WithMessage("*AddCookieConsent*UseCookieConsent*");
    }
}
