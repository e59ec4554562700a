namespace CookieConsent.Tests.Decision;

public sealed class KeptDateTests
{
    [Theory]
    [InlineData("/grant?social")]
    [InlineData("/refuse?social")]
    [InlineData("/grant?youtube")]
    [InlineData("/refuse?google-analytics")]
    public async Task An_answer_about_something_else_does_not_renew_a_grant(string later)
    {
        await using Site site = await FeatureTests.SiteAsync();
        Visitor visitor = site.Visitor();
        await visitor.GetTextAsync("/grant?analytics");
        site.Time.Advance(TimeSpan.FromDays(100));

        await visitor.GetTextAsync(later);

        (await visitor.GetTextAsync("/")).Should().StartWith("Granted").And.Contain("2026-03-10T12:30");
        visitor.Jar.Should().ContainKey(".CookieConsent");
    }

    [Fact]
    public async Task A_kept_grant_ends_when_it_would_have_ended()
    {
        await using Site site = await FeatureTests.SiteAsync();
        Visitor visitor = site.Visitor();
        await visitor.GetTextAsync("/grant?analytics");
        site.Time.Advance(TimeSpan.FromDays(100));
        await visitor.GetTextAsync("/grant?social");

        site.Time.SetUtcNow(new DateTimeOffset(2026, 9, 10, 12, 29, 59, TimeSpan.Zero));
        (await visitor.GetTextAsync("/")).Should().StartWith("Granted Granted");
        site.Time.SetUtcNow(new DateTimeOffset(2026, 9, 10, 12, 30, 0, TimeSpan.Zero));
        (await visitor.GetTextAsync("/")).Should().StartWith("Undecided Undecided");
    }

    [Fact]
    public async Task Answering_everything_anew_is_a_new_answer()
    {
        await using Site site = await FeatureTests.SiteAsync();
        Visitor visitor = site.Visitor();
        await visitor.AcceptAllAsync(site);
        site.Time.Advance(TimeSpan.FromDays(100));

        await visitor.AcceptAllAsync(site);

        (await visitor.GetTextAsync("/")).Should().Contain("2026-06-18T12:30");
    }

    [Fact]
    public async Task A_mere_visit_renews_nothing()
    {
        await using Site site = await FeatureTests.SiteAsync();
        Visitor visitor = site.Visitor();
        await visitor.AcceptAllAsync(site);
        site.Time.Advance(TimeSpan.FromDays(100));

        await visitor.GetTextAsync("/");

        visitor.SetCookies.Should().BeEmpty();
    }
}
