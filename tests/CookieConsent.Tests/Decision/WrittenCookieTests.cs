using CookieConsent.Tests.Configuration;
using Microsoft.Net.Http.Headers;

namespace CookieConsent.Tests.Decision;

public sealed class WrittenCookieTests
{
    [Fact]
    public async Task The_cookie_is_lax_for_this_host_alone_and_readable_by_the_script()
    {
        (SetCookieHeaderValue cookie, _) = await GrantAsync("{}");

        cookie.Should().BeEquivalentTo(new { SameSite = Microsoft.Net.Http.Headers.SameSiteMode.Lax, Secure = true, HttpOnly = false });
        cookie.Domain.HasValue.Should().BeFalse();
        cookie.Path.Value.Should().Be("/");
    }

    [Theory]
    [InlineData("http", "consent", false)]
    [InlineData("https", "consent", true)]
    [InlineData("http", "__Host-consent", true)]
    [InlineData("http", "__Secure-consent", true)]
    public async Task It_is_secure_on_https_and_where_its_name_demands_it(string scheme, string name, bool secure)
    {
        (SetCookieHeaderValue cookie, _) = await GrantAsync($$"""{ "DecisionCookie": { "Name": "{{name}}" } }""", scheme);

        cookie.Name.Value.Should().Be(name);
        cookie.Secure.Should().Be(secure);
    }

    [Fact]
    public async Task Its_domain_and_path_are_the_owners()
    {
        (SetCookieHeaderValue cookie, _) = await GrantAsync("""{ "DecisionCookie": { "Domain": ".example.co.uk", "Path": "/shop" } }""");

        cookie.Domain.Value.Should().Be("example.co.uk");
        cookie.Path.Value.Should().Be("/shop");
    }

    [Fact]
    public async Task It_leaves_the_browser_when_the_answer_ends()
    {
        (SetCookieHeaderValue grant, DateTimeOffset now) = await GrantAsync("{}");
        (SetCookieHeaderValue refusal, _) = await GrantAsync("{}", path: "/refuse-all");

        grant.Expires.Should().Be(new DateTimeOffset(2026, 9, 10, 12, 30, 0, TimeSpan.Zero));
        refusal.Expires.Should().Be(new DateTimeOffset(2026, 9, 11, 0, 0, 0, TimeSpan.Zero));
        grant.MaxAge.Should().Be(grant.Expires - now);
        refusal.MaxAge.Should().Be(refusal.Expires - now);
    }

    [Fact]
    public async Task It_never_stays_longer_than_365_days()
    {
        (SetCookieHeaderValue cookie, _) = await GrantAsync("""{ "ValidForMonths": 12 }""");

        cookie.MaxAge.Should().BeLessThanOrEqualTo(TimeSpan.FromDays(365)).And.BeGreaterThan(TimeSpan.FromDays(364));
    }

    private static async Task<(SetCookieHeaderValue Cookie, DateTimeOffset Now)> GrantAsync(string json, string scheme = "https", string path = "/grant-all")
    {
        await using Site site = await FeatureTests.SiteAsync(Site.Usual.Concat(Section.Settings(json)));
        Visitor visitor = site.Visitor();
        await visitor.GetAsync(path, scheme: scheme);
        return (SetCookieHeaderValue.Parse(visitor.SetCookies.Should().ContainSingle().Subject), site.Time.GetUtcNow());
    }
}
