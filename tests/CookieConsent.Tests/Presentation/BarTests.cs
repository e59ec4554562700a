using System.IO.Compression;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CookieConsent.Decision;
using CookieConsent.Presentation;

namespace CookieConsent.Tests.Presentation;

public sealed class BarTests
{
    [Fact]
    public async Task The_bar_says_who_asks_for_what_how_long_and_how_to_change_it()
    {
        await using Site site = await SiteAsync();

        IElement bar = Parse(await site.Visitor().GetTextAsync("/")).QuerySelector("section.vc-bar")!;

        string text = bar.TextContent;
        text.Should().Contain("Example Hosting Ltd").And.Contain("nothing changes").And.Contain("6 months").And.Contain("at any time").And.Contain("Cookie settings");
        bar.QuerySelectorAll("li b").Select(item => item.TextContent).Should().Equal("Analytics", "Social media", "Payment", "Advertising");
        bar.QuerySelectorAll("a").Select(link => (link.TextContent, link.GetAttribute("href"))).Should().Contain(("4 vendors", "/_cookie-consent/preferences?return=%2F#vc-vendors")).And.Contain(("Privacy policy", "/privacy"));
    }

    [Fact]
    public async Task Refusing_takes_no_more_steps_than_accepting_and_looks_the_same()
    {
        await using Site site = await SiteAsync();

        IHtmlDocument page = Parse(await site.Visitor().GetTextAsync("/"));

        IElement[] buttons = [.. page.QuerySelectorAll(".vc-bar button")];
        buttons.Select(button => button.TextContent).Should().Equal("Reject all", "Accept all");
        buttons.Select(button => button.ParentElement).Distinct().Should().ContainSingle();
        buttons.Select(button => string.Join(' ', button.Attributes.Where(attribute => attribute.Name != "value").Select(attribute => attribute.ToString()))).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task The_bar_is_a_named_region_that_search_engines_do_not_quote()
    {
        await using Site site = await SiteAsync();

        IElement bar = Parse(await site.Visitor().GetTextAsync("/")).QuerySelector("section.vc-bar")!;

        bar.HasAttribute("data-nosnippet").Should().BeTrue();
        bar.QuerySelector("#" + bar.GetAttribute("aria-labelledby"))!.TextContent.Should().Be("Cookies on this site");
        bar.QuerySelectorAll("[autofocus], [tabindex]").Should().BeEmpty("it does not steal focus");
    }

    [Fact]
    public async Task Only_what_is_open_is_asked_again()
    {
        await using Site site = await SiteAsync();

        IHtmlDocument page = Parse(await site.Visitor().GetTextAsync("/", site.DecisionCookie(granted: "social", refused: "analytics payment")));

        page.QuerySelectorAll(".vc-bar li b").Select(item => item.TextContent).Should().Equal("Advertising");
        page.QuerySelector<IHtmlInputElement>("input[name=asked]")!.Value.Should().Be(site.Asked("advertising"));
    }

    [Fact]
    public async Task It_names_what_is_asked_and_says_what_each_of_it_is_for()
    {
        await using Site site = await SiteAsync();

        IElement purposes = Parse(await site.Visitor().GetTextAsync("/")).QuerySelector(".vc-bar details")!;

        purposes.QuerySelector("summary")!.TextContent.Should().Be("Analytics, Social media, Payment, Advertising");
        purposes.QuerySelectorAll("li").Select(item => item.TextContent).First().Should().Be("Analytics Count visits and show which pages people use and how they found the site.");
    }

    [Fact]
    public async Task A_hostile_address_cannot_break_out_of_the_markup()
    {
        await using Site site = await SiteAsync();

        IHtmlDocument page = Parse(await site.Visitor().GetTextAsync("/%22%3E%3Cscript%3E?a=%22'><script>alert(1)</script>&b=1"));

        page.QuerySelectorAll("script").Should().BeEmpty();
        page.QuerySelector<IHtmlInputElement>("input[name=return]")!.Value.Should().StartWith("/").And.Contain("&b=1");
    }

    [Fact]
    public async Task What_the_owner_wrote_is_encoded()
    {
        await using Site site = await SiteAsync(new(Site.Usual) { ["Controller:Name"] = "<b>Ltd</b> & Co", ["Texts:en:BannerTitle"] = "<i>Cookies</i>" });

        string bar = await site.Visitor().GetTextAsync("/");

        bar.Should().NotContain("<b>Ltd").And.NotContain("<i>Cookies").And.Contain("&lt;b&gt;Ltd");
    }

    [Fact]
    public async Task The_markup_stays_within_its_budget()
    {
        Dictionary<string, string?> six = new(Site.Usual) { ["Vendors:chat:Category"] = "functional", ["Vendors:club:Category"] = "members", ["Categories:members:Title"] = "Members' club" };
        await using Site site = await SiteAsync(six);
        Visitor visitor = site.Visitor();

        string bar = await visitor.GetTextAsync("/");
        string decided = await visitor.GetTextAsync("/", site.DecisionCookie(refused: "analytics social payment advertising functional members"));

        Parse(bar).QuerySelectorAll(".vc-bar li").Should().HaveCount(6);
        Compressed(bar).Should().BeLessThanOrEqualTo(1500);
        Compressed(decided).Should().BeLessThanOrEqualTo(300);
    }

    [Theory]
    [InlineData(null, "vc-bar")]
    [InlineData("Box", "vc-bar vc-card")]
    [InlineData("Corner", "vc-bar vc-card vc-corner")]
    [InlineData("CornerStart", "vc-bar vc-card vc-corner vc-start")]
    public async Task It_stands_where_the_owner_wants_it(string? layout, string classes)
    {
        await using Site site = await SiteAsync(new(Site.Usual) { ["Layout"] = layout });

        Parse(await site.Visitor().GetTextAsync("/")).QuerySelector("section")!.ClassName.Should().Be(classes);
    }

    /// <summary>Answers with the markup that a layout would get.</summary>
    private static Task<Site> SiteAsync(Dictionary<string, string?>? settings = null) => Site.StartAsync(
        async context =>
        {
            context.Response.ContentType = "text/html";
            ConsentMarkup markup = context.RequestServices.GetRequiredService<ConsentMarkup>();
            var request = (ConsentRequest)context.GetCookieConsent();
            await context.Response.WriteAsync(await markup.BarAsync(context, request));
            if (!request.IsDecisionNeeded)
            {
                await context.Response.WriteAsync(await markup.SettingsLinkAsync(context, request));
            }
        },
        settings);

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static int Compressed(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        byte[] to = new byte[bytes.Length + 100];
        using var encoder = new BrotliEncoder(quality: 11, window: 22);
        encoder.Compress(bytes, to, out _, out int written, isFinalBlock: true);
        return written;
    }
}
