namespace CookieConsent.Tests.Enforcement;

public sealed class ResponseCookieTests
{
    [Fact]
    public async Task A_refused_category_never_reaches_the_browser()
    {
        await using Site site = await Site.StartAsync(context =>
        {
            context.Response.Cookies.Append("_ga", "1");
            context.Response.Headers.Append("Set-Cookie", "_gid=2; path=/");
            return Task.CompletedTask;
        });
        Visitor visitor = site.Visitor();

        await visitor.GetAsync("/");
        visitor.SetNames.Should().BeEmpty("nobody has agreed yet");

        await visitor.RejectAllAsync(site);
        await visitor.GetAsync("/");
        visitor.SetNames.Should().BeEmpty();

        await visitor.AcceptAllAsync(site);
        await visitor.GetAsync("/");
        visitor.SetNames.Should().BeEquivalentTo("_ga", "_gid");
    }
}
