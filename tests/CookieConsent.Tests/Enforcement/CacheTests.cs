using CookieConsent.Tests.Configuration;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.OutputCaching;

namespace CookieConsent.Tests.Enforcement;

public sealed class CacheTests
{
    [Fact]
    public async Task The_output_cache_never_mixes_visitors_of_different_decisions()
    {
        int made = 0;
        await using Site site = await Site.StartAsync(
            app =>
            {
                app.UseOutputCache();
                app.MapGet("/", (HttpContext context) => $"{context.GetCookieConsent().GetCategory("analytics")} {Interlocked.Increment(ref made)}").CacheOutput();
            },
            services: services => services.AddOutputCache());
        string granted = site.DecisionCookie(granted: "analytics");
        string refused = site.DecisionCookie(refused: "analytics");
        string exception = site.DecisionCookie(granted: "analytics", refused: "google-analytics");
        Visitor visitor = site.Visitor();

        (await visitor.GetTextAsync("/", "")).Should().Be("Undecided 1");
        (await visitor.GetTextAsync("/", granted)).Should().Be("Granted 2");
        (await visitor.GetTextAsync("/", refused)).Should().Be("Refused 3");
        (await visitor.GetTextAsync("/", exception)).Should().Be("Granted 4");
        (await visitor.GetTextAsync("/", granted + "; other=1")).Should().Be("Granted 2", "visitors of one decision share");
        (await visitor.GetTextAsync("/", "")).Should().Be("Undecided 1");
    }

    [Theory]
    [InlineData("{}", "1 2 1 3")]
    [InlineData("""{ "Language": "nl" }""", "1 1 1 1")]
    public async Task The_output_cache_never_mixes_the_languages_that_browsers_choose(string section, string expected)
    {
        int made = 0;
        await using Site site = await Site.StartAsync(
            app =>
            {
                app.UseOutputCache();
                app.MapGet("/", () => $"{Interlocked.Increment(ref made)}").CacheOutput();
            },
            Section.Settings(section),
            services => services.AddOutputCache());
        List<string> got = [];

        foreach (string wish in (string[])["de", "fr", "de-AT", "sw"])
        {
            got.Add(await (await site.Visitor().GetAsync("/", headers: ("Accept-Language", wish))).Content.ReadAsStringAsync());
        }

        string.Join(' ', got).Should().Be(expected);
    }

    [Fact]
    public async Task Our_policy_switches_caching_on_for_nobody()
    {
        int made = 0;
        await using Site site = await Site.StartAsync(
            app =>
            {
                app.UseOutputCache();
                app.MapGet("/", () => $"{Interlocked.Increment(ref made)}");
            },
            services: services => services.AddOutputCache());
        Visitor visitor = site.Visitor();

        await visitor.GetAsync("/");

        (await visitor.GetTextAsync("/")).Should().Be("2");
    }

    [Fact]
    public async Task A_cached_response_never_replays_a_cookie_to_one_who_has_not_agreed()
    {
        await using Site site = await Site.StartAsync(
            app =>
            {
                app.UseOutputCache();
                app.MapGet("/", (HttpContext context) =>
                {
                    context.Response.Headers.Append("Set-Cookie", "_ga=1");
                    return "x";
                }).CacheOutput(policy => policy.AddPolicy<StoreEverything>());
            },
            services: services => services.AddOutputCache());
        Visitor granting = site.Visitor();
        Visitor refusing = site.Visitor();
        await granting.AcceptAllAsync(site);

        await granting.GetAsync("/");
        granting.SetNames.Should().Equal("_ga");
        await refusing.GetAsync("/");

        refusing.SetNames.Should().BeEmpty();
    }

    [Fact]
    public async Task Response_caching_never_mixes_visitors()
    {
        await using Site site = await Site.StartAsync(
            app =>
            {
                app.UseResponseCaching();
                app.Run(context =>
                {
                    context.Response.Headers.CacheControl = "public, max-age=600";
                    return context.Response.WriteAsync(context.GetCookieConsent().GetCategory("analytics").ToString());
                });
            },
            services: services => services.AddResponseCaching());
        Visitor visitor = site.Visitor();

        (await visitor.GetTextAsync("/", site.DecisionCookie(granted: "analytics"))).Should().Be("Granted");
        (await visitor.GetTextAsync("/", "")).Should().Be("Undecided");
        (await visitor.GetTextAsync("/", site.DecisionCookie(refused: "analytics"))).Should().Be("Refused");
    }

    [Theory]
    [InlineData("/reads", "Accept-Encoding, Cookie")]
    [InlineData("/feature", "Accept-Encoding, Cookie")]
    [InlineData("/twice", "Cookie")]
    [InlineData("/enforced", "Accept-Encoding")]
    public async Task Only_what_reads_the_decision_varies_by_cookie(string path, string expected)
    {
        await using Site site = await Site.StartAsync((HttpContext context) =>
        {
            context.Response.Headers.Vary = path == "/twice" ? "Cookie" : "Accept-Encoding";
            context.Response.Cookies.Append("_ga", "1");
            _ = context.Request.Cookies["_ga"];
            _ = path switch
            {
                "/reads" or "/twice" => context.GetCookieConsent().IsCategoryGranted("analytics") && context.GetCookieConsent().IsDecisionNeeded,
                "/feature" => context.Features.GetRequiredFeature<ITrackingConsentFeature>().CanTrack,
                _ => false,
            };
            return Task.CompletedTask;
        });

        HttpResponseMessage response = await site.Visitor().GetAsync(path, "_ga=1");

        string.Join(", ", response.Headers.Vary).Should().Be(expected);
    }

    private sealed class StoreEverything : IOutputCachePolicy
    {
        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = true;
            return ValueTask.CompletedTask;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            context.AllowCacheStorage = true;
            return ValueTask.CompletedTask;
        }
    }
}
