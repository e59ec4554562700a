namespace CookieConsent.BrowserTests.Gates;

/// <summary>What the server has gated comes to life.</summary>
[Collection(GateCollection.Name)]
public sealed class ActivationTests(GateFixture browser)
{
    private const string Noted = "window.ran = [...window.ran ?? [], ";

    private static string Gate(string content, string owner = "vendor=\"acme\"") => $"<template data-vc-{owner}>{content}</template>";

    [Fact]
    public async Task Scripts_run_in_the_order_of_the_document_each_once()
    {
        await using GatePage page = await browser.OpenAsync(
            Gate("<script src='https://cdn.acme.example/1.js?wait=300'></script>")
            + Gate("<script src='https://cdn.acme.example/2.js'></script>")
            + Gate($"<script>{Noted}'inline ' + document.currentScript.id]</script>".Replace("<script>", "<script id=a data-x='1'>", StringComparison.Ordinal), "category=\"members\"")
            + Gate("<script type=module src='https://cdn.acme.example/3.js'></script>")
            + Gate("<script defer src='https://cdn.acme.example/4.js'></script>")
            + Gate("<script src='https://cdn.beta.example/never.js'></script>", "vendor=\"beta\""));
        await page.SettleAsync();
        page.Asked.Should().BeEmpty();

        await page.GrantAsync("members");
        await Visitor.EventuallyAsync(async () => (await page.RanAsync()).Should().Equal("/1.js", "/2.js", "inline a", "/3.js", "/4.js"));

        await page.GrantAsync("members");
        await page.SettleAsync();
        (await page.RanAsync()).Should().HaveCount(5);
        page.Asked.Should().HaveCount(4);
    }

    [Fact]
    public async Task An_asynchronous_script_waits_for_nobody()
    {
        await using GatePage page = await browser.OpenAsync(
            Gate("<script src='https://cdn.acme.example/slow.js?wait=400'></script>") + Gate("<script async src='https://cdn.acme.example/fast.js'></script>"));

        await page.GrantAsync("members");

        await Visitor.EventuallyAsync(async () => (await page.RanAsync()).Should().Equal("/fast.js", "/slow.js"));
    }

    [Fact]
    public async Task A_script_that_fails_does_not_hold_up_the_next()
    {
        await using GatePage page = await browser.OpenAsync(
            Gate("<script src='https://nowhere.acme.example/1.js'></script>") + Gate($"<script>{Noted}'after']</script>"));

        await page.GrantAsync("members");

        await Visitor.EventuallyAsync(async () => (await page.RanAsync()).Should().Equal("after"));
    }

    [Theory]
    [InlineData("nomodule")]
    [InlineData("type=text/x-config")]
    public async Task A_script_that_never_runs_holds_up_nobody(string attribute)
    {
        await using GatePage page = await browser.OpenAsync(
            Gate($"<script {attribute} src='https://cdn.acme.example/old.js'></script>") + Gate($"<script>{Noted}'after']</script>") + Gate("<script src='https://cdn.acme.example/1.js'></script>"));

        await page.GrantAsync("members");

        await Visitor.EventuallyAsync(async () => (await page.RanAsync()).Should().Equal("after", "/1.js"));
    }

    [Fact]
    public async Task What_never_arrives_holds_up_the_rest_no_longer_than_ten_seconds()
    {
        await using GatePage page = await browser.OpenAsync(
            Gate("<script src='https://cdn.acme.example/never.js?wait=60000'></script>") + Gate($"<script>{Noted}'after']</script>"));
        await page.Page.Clock.InstallAsync();

        await page.GrantAsync("members");
        await page.SettleAsync();
        (await page.RanAsync()).Should().BeEmpty();
        await page.Page.Clock.RunForAsync(10_000);

        await Visitor.EventuallyAsync(async () => (await page.RanAsync()).Should().Equal("after"));
    }

    [Fact]
    public async Task A_scripts_own_handlers_run()
    {
        await using GatePage page = await browser.OpenAsync(Gate($"<script src='https://cdn.acme.example/1.js' onload=\"{Noted}'loaded']\"></script>") + Gate($"<script src='https://nowhere.acme.example/2.js' onerror=\"{Noted}'failed']\"></script>"));

        await page.GrantAsync("members");

        await Visitor.EventuallyAsync(async () => (await page.RanAsync()).Should().BeEquivalentTo("/1.js", "loaded", "failed"));
    }

    [Fact]
    public async Task A_script_keeps_its_attributes()
    {
        await using GatePage page = await browser.OpenAsync(Gate(
            "<script id=kept async crossorigin=anonymous integrity='sha256-AAAA sha256-BBBB' nonce=n data-key='1' src='https://cdn.acme.example/1.js'></script>"));

        await page.GrantAsync("members");

        string html = await page.RunAsync<string>("() => { const s = document.getElementById('kept'); return s.async + s.nonce + s.outerHTML }");
        html.Should().Be("truen<script id=\"kept\" async=\"\" crossorigin=\"anonymous\" integrity=\"sha256-AAAA sha256-BBBB\" nonce=\"n\" data-key=\"1\" src=\"https://cdn.acme.example/1.js\"></script>");
    }

    [Fact]
    public async Task Gated_scripts_start_before_the_next_frame()
    {
        await using GatePage page = await browser.OpenAsync(Gate($"<script>{Noted}performance.now()]</script>"));
        await page.RunAsync("() => { addEventListener('pageshow', () => requestAnimationFrame(() => window.inFrame = window.ran?.length ?? 0), true) }");

        await page.GrantAsync("members");

        await page.Page.WaitForFunctionAsync("() => 'inFrame' in window");
        (await page.RunAsync<int>("() => window.inFrame")).Should().Be(1);
    }

    [Fact]
    public async Task Who_hears_of_a_change_finds_what_was_granted_alive()
    {
        await using GatePage page = await browser.OpenAsync("""<img alt="" data-vc-vendor="acme" data-vc-src="https://cdn.acme.example/1.svg">""");
        await page.RunAsync("() => { document.addEventListener('cookieconsent:change', () => window.found = document.querySelector('img').getAttribute('src')) }");

        await page.GrantAsync("members");

        (await page.RunAsync<string>("() => window.found")).Should().Be("https://cdn.acme.example/1.svg");
    }

    [Fact]
    public async Task Elements_that_kept_their_place_get_their_addresses_back()
    {
        await using GatePage page = await browser.OpenAsync(
            """
            <img alt="" data-vc-vendor="acme" data-vc-src="https://cdn.acme.example/1.svg">
            <img alt="" data-vc-category="members" data-vc-srcset="https://cdn.acme.example/2.svg 1x">
            <picture><source data-vc-vendor="acme" data-vc-srcset="https://cdn.acme.example/3.svg"><img alt=""></picture>
            <link rel="stylesheet" data-vc-vendor="acme" data-vc-href="https://cdn.acme.example/4.css">
            <iframe hidden data-vc-vendor="acme" data-vc-src="https://cdn.acme.example/5.html"></iframe>
            <object data-vc-vendor="acme" data-vc-data="https://cdn.acme.example/6.html"></object>
            <video data-vc-vendor="acme" data-vc-poster="https://cdn.acme.example/7.svg"></video>
            <noscript><img alt="" data-vc-vendor="acme" data-vc-src="https://cdn.acme.example/never.svg"></noscript>
            <a data-vc-vendor="acme" data-vc-href="javascript:alert(1)" id="link">A link is no gate</a>
            <img alt="" data-vc-vendor="unknown" data-vc-src="https://cdn.acme.example/unknown.svg">
            """);
        await page.SettleAsync();
        page.Asked.Should().BeEmpty();

        await page.GrantAsync("members");

        await Visitor.EventuallyAsync(() =>
        {
            page.Asked.Should().BeEquivalentTo("/1.svg", "/2.svg", "/3.svg", "/4.css", "/5.html", "/6.html", "/7.svg");
            return Task.CompletedTask;
        });
        (await page.Page.Locator("#link").GetAttributeAsync("href")).Should().BeNull();
    }

    [Fact]
    public async Task What_is_granted_already_comes_to_life_with_the_page()
    {
        await using GatePage page = await browser.OpenAsync(Gate("<script src='https://cdn.acme.example/1.js'></script>"), path: "/club");

        await Visitor.EventuallyAsync(async () => (await page.RanAsync()).Should().Equal("/1.js"));
    }

    [Fact]
    public async Task Gates_that_come_later_are_found()
    {
        await using GatePage page = await browser.OpenAsync("<main></main>", path: "/club");

        await page.RunAsync("html => { document.querySelector('main').innerHTML = html }", Gate("<script src='https://cdn.acme.example/1.js'></script>"));

        await Visitor.EventuallyAsync(async () => (await page.RanAsync()).Should().Equal("/1.js"));
    }

    [Fact]
    public async Task A_fragment_is_fetched_and_put_in_its_place()
    {
        await using GatePage page = await browser.OpenAsync(
            $"""
            <template data-vc-category="members" data-vc-fragment="k1"></template>
            <p id="after">After</p>
            <script type="text/plain">IS-GRANTED <section data-vc-fragment="k1">…</section></script>
            """);
        await page.RunAsync("() => { window.kept = true }");
        browser.Show("/", $"""<!DOCTYPE html><title>Raw</title><section data-vc-fragment="k1">IS-GRANTED<script src="https://cdn.acme.example/1.js?wait=100"></script><script>{Noted}"inline"]</script></section><p>""");

        await page.GrantAsync("members");

        await Assertions.Expect(page.Page.Locator("section + #after")).ToHaveTextAsync("After");
        await Assertions.Expect(page.Page.Locator("section")).ToContainTextAsync("granted");
        await Visitor.EventuallyAsync(async () => (await page.RanAsync()).Should().Equal("/1.js", "inline"));
        (await page.RunAsync<bool>("() => window.kept")).Should().BeTrue();
    }

    [Fact]
    public async Task A_fragment_that_could_not_be_fetched_is_tried_again_with_the_next_answer()
    {
        await using GatePage page = await browser.OpenAsync("""<template data-vc-category="members" data-vc-fragment="k1"></template><main></main>""");
        // The first fetch meets a page that is not there.
        await page.RunAsync("() => { window.fetched = 0; const { open } = XMLHttpRequest.prototype; XMLHttpRequest.prototype.open = function (way, address) { open.call(this, way, address === '/' && window.fetched++ === 0 ? '/nowhere' : address) } }");
        browser.Show("/", """<!DOCTYPE html><title>Raw</title><section data-vc-fragment="k1">IS-GRANTED</section>""");
        await page.GrantAsync("members");
        await page.SettleAsync();
        await page.RunAsync("() => { for (let i = 0; i < 9; i++) document.querySelector('main').append('.') }");
        await page.SettleAsync();
        (await page.RunAsync<int>("() => window.fetched")).Should().Be(1, "a server in trouble is not asked over and over");

        await page.GrantAsync("members", "analytics");

        await Assertions.Expect(page.Page.Locator("section")).ToHaveTextAsync("granted");
    }

    [Fact]
    public async Task A_script_of_ours_that_comes_late_asks_and_guards_all_the_same()
    {
        await using GatePage page = await browser.OpenAsync();
        await page.Page.RouteAsync("**/late", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<!DOCTYPE html><html lang=en><title>Late</title><main>Late</main>" }));
        await page.Page.GotoAsync("/late");

        await page.RunAsync("() => new Promise(done => { const s = document.createElement('script'); s.onload = done; s.src = '/_cookie-consent/now.js'; document.head.append(s) })");

        await Assertions.Expect(page.Page.Locator(".vc-bar")).ToBeVisibleAsync();
        await page.RunAsync("() => { document.cookie = 'acme_id=1' }");
        (await page.JarAsync()).Should().BeEmpty();
    }
}
