namespace CookieConsent.BrowserTests.Gates;

/// <summary>What is left of something refused, when a page opens: cookies that a script sees, storage, databases.</summary>
[Collection(GateCollection.Name)]
public sealed class SweepTests(GateFixture browser)
{
    private const string Site = "https://withholds.shop.example/";

    [Fact]
    public async Task A_refusal_clears_what_a_script_can_see_and_leaves_the_rest()
    {
        await using GatePage page = await browser.OpenAsync(path: "/deep/er/page");
        await page.GrantAsync();
        // Neither is the site's answer: that one sweeps, too. The first has no guard, which would stop what it writes.
        await page.Page.RouteAsync("**/deep/er/plain", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<!DOCTYPE html><title>Plain</title>" }));
        await page.Page.RouteAsync("**/deep/er/page", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<!DOCTYPE html><script src=/_cookie-consent/script.js></script>" }));
        await page.Page.GotoAsync("/deep/er/plain");
        await page.RunAsync(
            """
            async () => {
              for (const where of ["path=/", "path=/; domain=.shop.example", "path=/deep", "path=/deep/er/", "path=/deep/er/page; domain=.withholds.shop.example"]) document.cookie = "seen=1; " + where;
              document.cookie = "__Host-seen=1; path=/; secure";
              document.cookie = "seen_deep=1; path=/deep";
              document.cookie = "acme_basket=1; path=/";
              localStorage["seen.1"] = sessionStorage.visit = localStorage.keep = localStorage.unheard = 1;
              for (const name of ["seen-db1", "other"]) await new Promise(done => {
                const request = indexedDB.open(name);
                request.onsuccess = () => { request.result.close(); done() };
              });
            }
            """);
        (await page.JarAsync()).Should().HaveCount(8);

        await page.Page.GotoAsync("/deep/er/page");

        await Visitor.EventuallyAsync(async () => (await page.RunAsync<string[]>(
            "async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await indexedDB.databases()).map(database => database.name)].sort()"))
            .Should().Equal("keep", "other", "unheard"));
        await Visitor.EventuallyAsync(async () => (await page.JarAsync()).Should().Equal("acme_basket"));
    }

    [Fact]
    public async Task An_undecided_visitor_loses_nothing()
    {
        await using GatePage page = await browser.OpenAsync();
        await page.PlantAsync(new Cookie { Name = "seen", Value = "1", Url = Site });

        await page.Page.ReloadAsync();
        await page.SettleAsync();

        (await page.JarAsync()).Should().Equal("seen");
    }

    [Fact]
    public async Task A_cookie_that_is_kept_apart_for_frames_is_swept_too()
    {
        await using GatePage page = await browser.OpenAsync();
        await page.GrantAsync("analytics");
        await page.RunAsync("() => { document.cookie = 'seen=1; secure; path=/; partitioned' }");
        (await page.RunAsync<string>("() => document.cookie")).Should().Contain("seen=1");

        await page.GrantAsync();

        await Visitor.EventuallyAsync(async () => (await page.RunAsync<string>("() => document.cookie")).Should().NotContain("seen=1"));
    }

    [Fact]
    public async Task Where_the_site_only_reports_nothing_is_swept()
    {
        await using GatePage page = await browser.OpenAsync(site: "reports");
        await page.GrantAsync();

        await page.RunAsync("() => { document.cookie = 'seen=1'; localStorage['seen.1'] = 1 }");
        await page.Page.ReloadAsync();
        await page.SettleAsync();

        (await page.JarAsync()).Should().Equal("seen");
        (await page.RunAsync<string>("() => localStorage['seen.1']")).Should().Be("1");
    }
}
