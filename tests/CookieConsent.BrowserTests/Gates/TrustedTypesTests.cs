namespace CookieConsent.BrowserTests.Gates;

/// <summary>Gates under a strict content security policy with Trusted Types.</summary>
[Collection(GateCollection.Name)]
public sealed class TrustedTypesTests(GateFixture browser)
{
    private const string Vendors = "https://cdn.acme.example";
    private const string Strict = $"default-src 'self'; script-src 'self' 'nonce-n' {Vendors}; img-src 'self' {Vendors}; frame-src {Vendors}; require-trusted-types-for 'script'; trusted-types ";
    private const string Gates =
        """
        <template data-vc-vendor="acme"><script src="https://cdn.acme.example/1.js"></script></template>
        <template data-vc-vendor="acme"><script nonce="n">window.ran = [...window.ran ?? [], "inline"]</script></template>
        <img alt="" data-vc-vendor="acme" data-vc-src="https://cdn.acme.example/2.svg">
        """;

    [Fact]
    public async Task Gates_and_insertions_work_without_one_report()
    {
        await using GatePage page = await browser.OpenAsync(Gates + "<main></main>", policy: Strict + "cookie-consent site");

        await page.RunAsync(
            """
            () => {
              const same = text => text, site = trustedTypes.createPolicy("site", { createHTML: same, createScriptURL: same });
              const script = document.createElement("script");
              script.src = site.createScriptURL("https://cdn.acme.example/3.js");
              document.head.append(script);
              document.querySelector("main").innerHTML = site.createHTML("<iframe width=300 height=200 src=https://cdn.acme.example/4.html></iframe>");
            }
            """);
        await page.SettleAsync();
        page.Asked.Should().BeEmpty();
        await Assertions.Expect(page.Page.Locator(".vc-embed")).ToHaveCountAsync(1);

        await page.GrantAsync("members");

        await Visitor.EventuallyAsync(async () =>
        {
            page.Asked.Should().BeEquivalentTo("/1.js", "/2.svg", "/3.js", "/4.html");
            (await page.RanAsync()).Should().BeEquivalentTo("/1.js", "inline", "/3.js");
        });
        page.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_string_is_refused_as_the_browser_refuses_it()
    {
        await using GatePage page = await browser.OpenAsync("<main></main>", policy: Strict + "cookie-consent");

        string failure = await page.RunAsync<string>("() => { try { document.querySelector('main').innerHTML = '<img src=https://cdn.acme.example/1.svg>' } catch (error) { return error.name } }");

        failure.Should().Be("TypeError");
    }

    [Fact]
    public async Task Where_no_policy_may_be_made_the_page_starts_anew_once()
    {
        await using GatePage page = await browser.OpenAsync(Gates, policy: Strict + "'none'");
        await page.RunAsync("() => { window.kept = true }");

        await page.GrantAsync("members");

        await Visitor.EventuallyAsync(async () => (await page.RunAsync<bool>("() => !window.kept && document.readyState === 'complete'")).Should().BeTrue());
        await page.RunAsync("() => { window.kept = true }");
        await page.SettleAsync();
        (await page.RunAsync<bool>("() => window.kept")).Should().BeTrue();
        (await page.RanAsync()).Should().Equal("/1.js");
    }

    [Fact]
    public async Task Where_scripts_need_a_nonce_our_trust_is_lent_to_nobody_else()
    {
        await using GatePage page = await browser.OpenAsync();
        browser.Show(
            "/nonce",
            """
            <!DOCTYPE html><html lang="en"><title>Nonce</title><script nonce="n" src="/_cookie-consent/now.js"></script>
            <template data-vc-vendor="acme"><script src="https://cdn.acme.example/vendors.js"></script></template>
            <template data-vc-vendor="acme"><script nonce="n">window.ran = [...window.ran ?? [], "the author's"]</script></template>
            <template data-vc-vendor="acme"><script src="https://elsewhere.example/injected.js"></script></template>
            <template data-vc-category="members"><script>window.ran = [...window.ran ?? [], "injected"]</script></template>
            """,
            "script-src 'nonce-n' 'strict-dynamic'; require-trusted-types-for 'script'; trusted-types cookie-consent");
        await page.Page.GotoAsync("/nonce");

        await page.GrantAsync("members");

        await Visitor.EventuallyAsync(async () => (await page.RanAsync()).Should().Equal("/vendors.js", "the author's"));
        await page.SettleAsync();
        (await page.RanAsync()).Should().Equal("/vendors.js", "the author's");
        page.Asked.Should().Equal("/vendors.js");
    }
}
