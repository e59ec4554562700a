namespace CookieConsent.BrowserTests.Gates;

/// <summary>The script does its work wherever it stands: first in the head, waiting there until the page is parsed, or before the first script of the body.</summary>
[Collection(GateCollection.Name)]
public sealed class PlaceTests(GateFixture browser)
{
    private const string Ours = "<script src=\"/_cookie-consent/script.js\"></script>";

    [Theory]
    [InlineData(Ours, "<script>RUN</script>")]
    [InlineData("<script defer src=\"/_cookie-consent/script.js\"></script>", "<script type=\"module\">RUN</script>")]
    [InlineData("", Ours + "<script>RUN</script>")]
    public async Task Wherever_it_stands_what_follows_it_is_withheld_and_what_stood_before_starts_with_the_grant(string head, string end)
    {
        string run = end.Replace("RUN",
            """
            document.cookie = "acme_id=1";
            document.cookie = "acme_basket=1";
            document.body.append(Object.assign(new Image(), { src: "https://cdn.acme.example/late.svg" }));
            """, StringComparison.Ordinal);
        await using GatePage page = await browser.OpenAsync();
        browser.Show("/placed", $"""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Placed</title>{head}</head>
            <body><p>Text</p><template data-vc-vendor="acme"><script src="https://cdn.acme.example/early.js"></script></template>
            <img alt="" width="9" height="9" data-vc-src="https://cdn.acme.example/early.svg" data-vc-vendor="acme">{run}</body></html>
            """);

        await page.Page.GotoAsync("/placed");
        await page.SettleAsync();

        page.Asked.Should().BeEmpty();
        (await page.JarAsync()).Should().Equal("acme_basket");

        await page.GrantAsync("members");
        await Visitor.EventuallyAsync(async () =>
        {
            page.Asked.Should().BeEquivalentTo("/early.js", "/early.svg", "/late.svg");
            (await page.RanAsync()).Should().Equal("/early.js");
        });
        page.Complaints.Should().BeEmpty();
    }
}
