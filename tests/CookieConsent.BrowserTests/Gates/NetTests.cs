namespace CookieConsent.BrowserTests.Gates;

/// <summary>Each net has a switch: off leaves the browser's own functions alone, and a net that reports stops nothing.</summary>
[Collection(GateCollection.Name)]
public sealed class NetTests(GateFixture browser)
{
    private const string Write =
        """
        async () => {
          document.cookie = "acme_id=1";
          document.cookie = "unheard=1";
          await cookieStore.set("seen", "1");
          localStorage.setItem("seen.1", 1);
          sessionStorage.unheard = 1;
          const script = document.createElement("script");
          script.src = "https://cdn.acme.example/1.js";
          document.head.append(script);
          document.body.insertAdjacentHTML("beforeend", "<img src=https://cdn.acme.example/2.svg>");
        }
        """;

    [Theory]
    [InlineData("off")]
    [InlineData("reports")]
    public async Task Everything_passes(string site)
    {
        await using GatePage page = await browser.OpenAsync(site: site);

        await page.RunAsync(Write);
        await page.SettleAsync();

        page.Asked.Should().BeEquivalentTo("/1.js", "/2.svg");
        (await page.JarAsync()).Should().Equal("acme_id", "seen", "unheard");
        (await page.RunAsync<int>("() => localStorage.length + sessionStorage.length")).Should().Be(2);
    }

    [Fact]
    public async Task What_is_off_is_the_browsers_own()
    {
        await using GatePage page = await browser.OpenAsync(site: "off");

        // A proxy has no name of its own in its text.
        (await page.RunAsync<string>("() => [Node.prototype.appendChild, Object.getOwnPropertyDescriptor(Document.prototype, 'cookie').set, Storage.prototype.setItem].map(String).join()"))
            .Should().Be("function appendChild() { [native code] },function set cookie() { [native code] },function setItem() { [native code] }");
    }

    [Fact]
    public async Task In_Development_every_name_is_said_once()
    {
        await using GatePage page = await browser.OpenAsync(site: "reports");

        await page.RunAsync(Write);
        await page.RunAsync(Write);
        await page.SettleAsync();

        page.Complaints.Where(complaint => complaint.StartsWith("CookieConsent:", StringComparison.Ordinal)).Select(complaint => string.Join(' ', complaint.Split(' ')[^2..]))
            .Should().BeEquivalentTo("cookie acme_id", "cookie unheard", "cookie seen", "local seen.1", "session unheard", "host cdn.acme.example");
    }

    [Theory]
    [InlineData("reports", "cookie=acme_id&cookie=unheard&cookie=seen&local=seen.1&session=unheard&host=cdn.acme.example")]
    [InlineData("withholds", "n.cookie=1&n.session=1")]
    public async Task When_the_page_is_left_what_was_seen_is_sent_once(string site, string expected)
    {
        await using GatePage page = await browser.OpenAsync(site: site);
        await page.RunAsync(Write);

        IRequest request = await LeaveAsync(page);

        request.Method.Should().Be("POST");
        request.PostData.Should().Be(expected);
    }

    [Fact]
    public async Task Neither_a_value_in_place_of_a_name_nor_the_rest_of_an_address_is_told()
    {
        await using GatePage page = await browser.OpenAsync(site: "reports");
        await page.RunAsync(
            """
            () => {
              document.cookie = "=s3cr3t";
              document.cookie = "s3cr3t; path=/";
              localStorage.setItem("", "s3cr3t");
              document.head.append(Object.assign(document.createElement("script"), { src: "https://acme.example/tags/s3cr3t.js?id=s3cr3t" }));
            }
            """);

        (await LeaveAsync(page)).PostData.Should().Be("cookie=%28no+name%29&local=%28no+name%29&host=acme.example%2Ftags%2F*.js");
        page.Complaints.Should().NotContain(complaint => complaint.StartsWith("CookieConsent:", StringComparison.Ordinal) && complaint.Contains("s3cr3t", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_second_net_catches_what_passed_the_first()
    {
        await using GatePage page = await browser.OpenAsync(site: "observes");

        await page.RunAsync("() => { const f = document.createElement('iframe'); f.width = f.height = 200; f.loading = 'lazy'; f.src = 'https://cdn.acme.example/1.html'; document.body.append(f) }");

        await Assertions.Expect(page.Page.Locator("iframe[data-vc-src] + .vc-embed")).ToHaveCountAsync(1);
    }

    /// <summary>What the page sends when it is left, which happens once.</summary>
    private static Task<IRequest> LeaveAsync(GatePage page) => page.Page.RunAndWaitForRequestAsync(
        () => page.RunAsync("() => { Object.defineProperty(document, 'visibilityState', { value: 'hidden' }); document.dispatchEvent(new Event('visibilitychange', { bubbles: true })); document.dispatchEvent(new Event('visibilitychange', { bubbles: true })) }"),
        request => request.Url.EndsWith("/_cookie-consent/seen", StringComparison.Ordinal));
}
