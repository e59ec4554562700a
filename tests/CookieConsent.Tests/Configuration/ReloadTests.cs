namespace CookieConsent.Tests.Configuration;

public sealed class ReloadTests
{
    [Fact]
    public async Task A_good_change_takes_effect_without_a_restart()
    {
        await using Site site = await Site.StartAsync(context =>
        {
            context.Response.Cookies.Append("acme_card", "1");
            return Task.CompletedTask;
        });
        Visitor visitor = site.Visitor();
        await visitor.GetAsync("/");
        visitor.SetNames.Should().BeEmpty("nobody has declared the cookie");

        Change(site, ("Cookies:acme_card:Category", "session"));

        await visitor.GetAsync("/");
        visitor.SetNames.Should().Equal("acme_card");
        site.Logs.GetSnapshot().Should().Contain(entry => entry.Message.Contains("has changed and is in force"));
    }

    [Fact]
    public async Task A_bad_change_keeps_the_old_policy_and_logs_an_error_and_the_next_good_one_works()
    {
        await using Site site = await Site.StartAsync(context => context.Response.WriteAsync("hello"));

        Try(site, ("ValidForMonths", "13"), ("Vendors:paypal:Name", "PayPal"));

        site.Policy.Settings.ValidForMonths.Should().Be(6);
        site.Policy.Vendor("paypal").Should().BeNull("all of a bad change is put aside, not half of it");
        (await site.Visitor().GetTextAsync("/")).Should().Be("hello");
        site.Logs.GetSnapshot().Should().ContainSingle(entry => entry.Level == LogLevel.Error && entry.Message.Contains("stays in force"))
            .Which.Exception!.Message.Should().Contain("CookieConsent:ValidForMonths = \"13\"");

        Change(site, ("ValidForMonths", "9"));

        site.Policy.Settings.ValidForMonths.Should().Be(9);
        site.Policy.Vendor("paypal").Should().NotBeNull();
    }

    [Fact]
    public async Task A_bad_change_throws_at_nobody()
    {
        await using Site site = await Site.StartAsync();

        FluentActions.Invoking(() => Change(site, ("ValidForMonths", "13"))).Should().NotThrow("whoever saves the file cannot catch it");
    }

    [Fact]
    public async Task A_change_that_cannot_be_read_at_all_keeps_the_old_policy()
    {
        await using Site site = await Site.StartAsync();

        Try(site, ("ValidForMonths", "six"), ("Vendors", "none"));

        site.Policy.Vendor("stripe").Should().NotBeNull();
        (await site.Visitor().GetAsync("/")).Should().NotBeNull();
    }

    [Fact]
    public async Task Answers_outlive_a_change_that_does_not_concern_them()
    {
        await using Site site = await Site.StartAsync(context => context.Response.WriteAsync(context.GetCookieConsent().GetCategory("analytics").ToString()));
        Visitor visitor = site.Visitor();
        await visitor.AcceptAllAsync(site);

        Change(site, ("Controller:Name", "Another Ltd"), ("Vendors:google-analytics:Name", "GA"));

        site.Policy.Settings.ControllerName.Should().Be("Another Ltd");
        (await visitor.GetTextAsync("/")).Should().Be("Granted");
    }

    private static void Change(Site site, params (string Key, string Value)[] settings)
    {
        foreach ((string key, string value) in settings)
        {
            site.Configuration["CookieConsent:" + key] = value;
        }

        site.Configuration.Reload();
    }

    // Whether a bad change throws at whoever made it is a law of its own.
    private static void Try(Site site, params (string Key, string Value)[] settings)
    {
        try
        {
            Change(site, settings);
        }
        catch (AggregateException)
        {
        }
    }
}
