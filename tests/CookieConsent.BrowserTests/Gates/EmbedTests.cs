namespace CookieConsent.BrowserTests.Gates;

/// <summary>Placeholders of frames: the server's, and those that stand beside frames that a script inserted.</summary>
[Collection(GateCollection.Name)]
public sealed class EmbedTests(GateFixture browser)
{
    private const string OfServer =
        """
        <div class="vc-embed" data-vc-vendor="acme"><p>Content from Acme Club</p>
          <form method="post" action="/_cookie-consent/decision"><button class="vc-button" type="button" data-vc-once="Acme Club has been loaded." hidden>Load once</button></form>
          <template><iframe title="Club" width="560" height="315" allowfullscreen data-vc-src="https://cdn.acme.example/1.html"></iframe></template></div>
        """;

    private const string Insert =
        "() => { const f = document.createElement('iframe'); f.className = 'wide'; f.width = 560; f.height = 315; f.src = 'https://cdn.acme.example/1.html?x'; document.querySelector('main').append(f); window.frame = f }";

    [Fact]
    public async Task Load_once_loads_speaks_and_decides_nothing()
    {
        await using GatePage page = await browser.OpenAsync(OfServer + OfServer);

        await page.Page.GetByText("Load once").First.ClickAsync();

        await Visitor.EventuallyAsync(() =>
        {
            page.Asked.Should().Equal("/1.html");
            return Task.CompletedTask;
        });
        await Assertions.Expect(page.Page.Locator(".vc-embed")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Page.Locator("iframe")).ToBeFocusedAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Acme Club has been loaded.");
        (await page.Page.GetByRole(AriaRole.Status).BoundingBoxAsync())!.Width.Should().BeLessThanOrEqualTo(1, "it is only spoken");
        (await page.RunAsync<string>("() => document.cookie + document.querySelector('iframe').outerHTML"))
            .Should().Be("""<iframe title="Club" width="560" height="315" allowfullscreen="" src="https://cdn.acme.example/1.html"></iframe>""");
    }

    [Fact]
    public async Task A_grant_loads_every_placeholder_and_moves_the_focus_of_none_but_its_own()
    {
        await using GatePage page = await browser.OpenAsync("<button id=elsewhere>Elsewhere</button>" + OfServer + OfServer);
        await page.Page.FocusAsync("#elsewhere");

        await page.GrantAsync("members");

        await Assertions.Expect(page.Page.Locator("iframe")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Page.Locator(".vc-embed")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator("#elsewhere")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_frame_that_a_script_inserts_keeps_its_place_beside_a_placeholder_of_its_size()
    {
        await using GatePage page = await browser.OpenAsync("<main></main>");

        await page.RunAsync(Insert);

        ILocator placeholder = page.Page.Locator("main > iframe + .vc-embed.wide");
        await Assertions.Expect(placeholder).ToContainTextAsync("Content from Acme Club");
        await Assertions.Expect(placeholder).ToContainTextAsync("Members");
        await Assertions.Expect(placeholder.Locator("a").Last).ToHaveAttributeAsync("href", "https://cdn.acme.example/1.html?x");
        LocatorBoundingBoxResult box = (await placeholder.BoundingBoxAsync())!;
        // With the frame's own border.
        (box.Width, box.Height).Should().Be((564, 319));
        await Assertions.Expect(placeholder).ToHaveAttributeAsync("lang", "en");
        await Assertions.Expect(placeholder.GetByRole(AriaRole.Link, new() { Name = "Privacy policy of Acme Club" })).ToHaveAttributeAsync("href", "https://acme.example/privacy");
        await Assertions.Expect(placeholder.GetByText("Load once")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(page.Page.Locator("iframe")).ToBeHiddenAsync();

        await placeholder.GetByText("Load once").ClickAsync();

        await Assertions.Expect(placeholder).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator("iframe")).ToBeFocusedAsync();
        await page.SettleAsync();
        page.Asked.Should().Equal("/1.html");
        (await page.RunAsync<bool>("() => window.frame.isConnected && !window.frame.hidden")).Should().BeTrue();
    }

    [Fact]
    public async Task Axe_finds_nothing_in_a_placeholder_that_a_script_brought()
    {
        await using GatePage page = await browser.OpenAsync("<main><h1>Club</h1></main>");

        await page.RunAsync(Insert);

        await Assertions.Expect(page.Page.Locator(".vc-offer")).ToBeVisibleAsync();
        (await Axe.FindAsync(page.Page)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_frame_that_is_used_again_asks_for_whom_it_shows_then()
    {
        await using GatePage page = await browser.OpenAsync("<main></main><aside></aside>");
        await page.RunAsync(Insert);
        ILocator vendor = page.Page.Locator(".vc-embed [name^='vendor.']");
        await Assertions.Expect(vendor).ToHaveAttributeAsync("name", "vendor.acme");

        await page.RunAsync("() => { window.frame.src = 'https://cdn.beta.example/2.html' }");
        await Assertions.Expect(vendor).ToHaveAttributeAsync("name", "vendor.beta");
        await Assertions.Expect(page.Page.Locator(".vc-offer form ~ a")).ToHaveAttributeAsync("href", "https://cdn.beta.example/2.html");

        await page.RunAsync("() => document.querySelector('aside').append(window.frame)");
        await Assertions.Expect(page.Page.Locator("aside > iframe + .vc-embed")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Page.Locator(".vc-embed")).ToHaveCountAsync(1);

        await page.RunAsync("() => { window.frame.src = '/frame' }");
        await Assertions.Expect(page.Page.Locator(".vc-embed")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator("iframe")).ToBeVisibleAsync();
        page.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task A_frame_stays_hidden_whatever_the_page_says_of_frames()
    {
        await using GatePage page = await browser.OpenAsync("<main></main>", head: "<style>iframe { display: block }</style>");

        await page.RunAsync(Insert);

        await Assertions.Expect(page.Page.Locator(".vc-embed")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator("iframe")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_frame_that_was_loaded_once_may_not_go_to_another_vendor()
    {
        await using GatePage page = await browser.OpenAsync("<main></main>");
        await page.RunAsync(Insert);
        await page.Page.GetByText("Load once").ClickAsync();
        await Assertions.Expect(page.Page.Locator("iframe")).ToBeFocusedAsync();

        await page.RunAsync("() => { window.frame.src = 'https://cdn.acme.example/2.html' }");
        await page.RunAsync("() => { window.frame.src = 'https://cdn.beta.example/3.html' }");

        await Assertions.Expect(page.Page.Locator(".vc-embed")).ToHaveCountAsync(1);
        page.Asked.Should().NotContain("/3.html");
    }

    [Fact]
    public async Task Always_allow_grants_the_vendor_alone_and_loads_what_waited()
    {
        await using GatePage page = await browser.OpenAsync("<main></main>");
        await page.RunAsync(Insert);

        await page.Page.GetByText("Always allow").ClickAsync();

        await Assertions.Expect(page.Page.Locator(".vc-embed")).ToHaveCountAsync(0);
        (await page.RunAsync<string>("() => cookieConsent.decision.granted.join()")).Should().Be("acme");
        await Visitor.EventuallyAsync(() =>
        {
            page.Asked.Should().Equal("/1.html");
            return Task.CompletedTask;
        });
        await page.Page.ReloadAsync();
        (await page.RunAsync<string>("() => [cookieConsent.has('acme'), cookieConsent.has('members')].join()")).Should().Be("true,false");
    }

    [Fact]
    public async Task Load_once_works_where_a_category_gates_a_vendors_frame()
    {
        await using GatePage page = await browser.OpenAsync(OfServer.Replace("data-vc-vendor=\"acme\"", "data-vc-category=\"members\"", StringComparison.Ordinal));

        await page.Page.GetByText("Load once").ClickAsync();
        await page.SettleAsync();

        page.Asked.Should().Equal("/1.html");
        await Assertions.Expect(page.Page.Locator("iframe")).ToHaveAttributeAsync("src", "https://cdn.acme.example/1.html");
    }

    [Fact]
    public async Task A_placeholder_that_cannot_be_fetched_is_asked_for_once()
    {
        await using GatePage page = await browser.OpenAsync("<main></main>");
        await page.RunAsync("() => { window.asked = 0; const { open } = XMLHttpRequest.prototype; XMLHttpRequest.prototype.open = function (way, address) { window.asked += address.includes('/embed') ? 1 : 0; open.call(this, way, address.includes('/embed') ? '/nowhere' : address) } }");

        await page.RunAsync(Insert);
        await page.SettleAsync();
        await page.RunAsync("() => { for (let i = 0; i < 9; i++) document.querySelector('main').append('.') }");
        await page.SettleAsync();

        (await page.RunAsync<int>("() => window.asked")).Should().Be(1);
        page.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task A_placeholder_leaves_with_its_frame()
    {
        await using GatePage page = await browser.OpenAsync("<main></main><aside></aside>");
        await page.RunAsync(Insert);
        await Assertions.Expect(page.Page.Locator(".vc-embed")).ToHaveCountAsync(1);

        await page.RunAsync("() => window.frame.remove()");
        await Assertions.Expect(page.Page.Locator(".vc-embed")).ToHaveCountAsync(0);

        await page.RunAsync("() => document.querySelector('aside').append(window.frame)");
        await Assertions.Expect(page.Page.Locator("aside > iframe + .vc-embed")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData("width=1 height=1")]
    [InlineData("hidden")]
    [InlineData("height=0")]
    public async Task A_frame_that_nobody_sees_gets_no_placeholder(string attributes)
    {
        await using GatePage page = await browser.OpenAsync("<main></main>");

        await page.RunAsync("attributes => { document.querySelector('main').innerHTML = `<iframe ${attributes} src='https://cdn.acme.example/1.html'></iframe>` }", attributes);
        await page.SettleAsync();

        await Assertions.Expect(page.Page.Locator(".vc-embed")).ToHaveCountAsync(0);
        page.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task Always_allow_asks_for_the_vendor_alone()
    {
        await using GatePage page = await browser.OpenAsync("<main></main>");
        await page.RunAsync(Insert);

        string fields = await page.Page.Locator(".vc-embed form").EvaluateAsync<string>(
            "form => [form.method, form.getAttribute('action'), ...[...new FormData(form, form.querySelector('[name=answer]'))].map(([name, value]) => name === 'asked' ? name + value.length : name + '=' + value)].join()");

        fields.Should().Be("post,/_cookie-consent/decision,asked4,return=/,vendor.acme=allow,answer=vendor");
    }
}
