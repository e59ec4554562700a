using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CookieConsent.Tests.Presentation.Gates;

public sealed partial class GateTests
{
    private const string All = "analytics social payment advertising";

    [Theory]
    [InlineData("", "")]
    [InlineData("", All)]
    [InlineData("advertising", "analytics social payment")]
    public async Task What_is_not_granted_has_no_live_address_anywhere_in_the_page(string granted, string refused)
    {
        await using Site site = await SiteAsync();

        string page = await PageAsync(site, granted, refused);

        LiveAddress().Matches(page).Select(match => match.Groups["address"].Value)
            .Should().BeEquivalentTo(["https://cdn.example.net/library.js", "https://js.stripe.com/v3/", "https://challenges.cloudflare.com/turnstile/v0/api.js"], "a stranger's script is nobody's whom we know, one was let through by the owner, and one guards the site");
        page.Should().NotContain("touched", "a fragment is not sent");
    }

    [Theory]
    [InlineData("script", "<template data-vc-vendor=\"google-analytics\"><script id=\"script\" async type=\"module\" integrity=\"sha384-x\" crossorigin=\"anonymous\" src=\"https://www.googletagmanager.com/gtag/js?id=G-1&amp;l=x\"></script></template>")]
    [InlineData("protocol-relative", "<template data-vc-vendor=\"stripe\"><script id=\"protocol-relative\" src=\"//js.stripe.com/v3/\"></script></template>")]
    [InlineData("inline", "<template data-vc-vendor=\"google-analytics\"><script id=\"inline\" nonce=\"abc\">dataLayer.push(\"</div>\")</script></template>")]
    [InlineData("undeclared", "<template data-vc-vendor=\"linkedin\"><script id=\"undeclared\" src=\"https://platform.linkedin.com/in.js\"></script></template>")]
    [InlineData("own", "<script id=\"own\" src=\"/own.js\"></script>")]
    [InlineData("stranger", "<script id=\"stranger\" src=\"https://cdn.example.net/library.js\"></script>")]
    [InlineData("ignored", "<script id=\"ignored\" src=\"https://js.stripe.com/v3/\"></script>")]
    [InlineData("ignored-without-reason", "<template data-vc-vendor=\"stripe\"><script id=\"ignored-without-reason\" src=\"https://js.stripe.com/v3/\"></script></template>")]
    [InlineData("link", "<link id=\"link\" rel=\"preconnect\" data-vc-href=\"https://www.google-analytics.com\" data-vc-vendor=\"google-analytics\">")]
    [InlineData("pixel", "<img id=\"pixel\" width=\"1\" height=\"1\" alt=\"\" data-vc-srcset=\"https://www.google-analytics.com/a 2x\" data-vc-src=\"https://www.google-analytics.com/collect?v=1\" data-vc-vendor=\"google-analytics\">")]
    [InlineData("me", "<link id=\"me\" rel=\"me\" href=\"https://www.youtube.com/@example\">")]
    [InlineData("preload", "<link id=\"preload\" rel=\"preload\" as=\"image\" data-vc-imagesrcset=\"https://www.google-analytics.com/c 2x\" data-vc-vendor=\"google-analytics\">")]
    [InlineData("sizes", "<img id=\"sizes\" alt=\"\" data-vc-srcset=\"https://www.google-analytics.com/b 2x\" data-vc-src=\"/own.png\" data-vc-vendor=\"google-analytics\">")]
    [InlineData("noscript", "<img id=\"noscript\" alt=\"\" data-vc-src=\"https://www.google-analytics.com/collect?v=2\" data-vc-vendor=\"google-analytics\">")]
    [InlineData("noscript-frame", "<iframe id=\"noscript-frame\" height=\"0\" width=\"0\" data-vc-src=\"https://www.youtube.com/embed/hidden\" data-vc-vendor=\"youtube\"></iframe>")]
    public async Task An_undecided_visitor_gets_each_element_so(string id, string markup)
    {
        await using Site site = await SiteAsync();

        string page = await PageAsync(site);

        Around(page, id).Should().StartWith(markup);
    }

    [Theory]
    [InlineData("script", "<script id=\"script\" async type=\"module\" integrity=\"sha384-x\" crossorigin=\"anonymous\" src=\"https://www.googletagmanager.com/gtag/js?id=G-1&amp;l=x\"></script>")]
    [InlineData("inline", "<script id=\"inline\" nonce=\"abc\">")]
    [InlineData("link", "<link id=\"link\" rel=\"preconnect\" href=\"https://www.google-analytics.com\">")]
    [InlineData("noscript", "<img id=\"noscript\" alt=\"\" src=\"https://www.google-analytics.com/collect?v=2\">")]
    [InlineData("video", "<iframe id=\"video\" class=\"video wide\" width=\"560\" height=\"315\" title=\"A tour &amp; more\" allowfullscreen loading=\"lazy\" src=\"https://www.youtube.com/embed/abc123?rel=0\">Fallback</iframe>")]
    [InlineData("embed", "<iframe id=\"embed\" width=\"100%\" height=\"200\" title=\"Made\" src=\"https://www.youtube.com/embed/made?start=1\"></iframe>")]
    [InlineData("undeclared", "<template data-vc-vendor=\"linkedin\">")]
    [InlineData("like", "<iframe id=\"like\" src=\"https://www.facebook.com/plugins/like.php?")]
    public async Task A_visitor_who_agreed_gets_each_element_live(string id, string markup)
    {
        await using Site site = await SiteAsync();

        string page = await PageAsync(site, All);

        Around(page, id).Should().StartWith(markup);
    }

    [Fact]
    public async Task A_frame_leaves_a_placeholder_of_its_size_that_says_what_happens_and_offers_a_plain_link()
    {
        await using Site site = await SiteAsync();

        IHtmlDocument page = new HtmlParser().ParseDocument(await PageAsync(site));
        IElement placeholder = page.QuerySelector(".vc-embed.video.wide")!;

        placeholder.GetAttribute("data-vc-vendor").Should().Be("youtube");
        placeholder.QuerySelector("canvas")!.OuterHtml.Should().Be("<canvas width=\"560\" height=\"315\" aria-hidden=\"true\"></canvas>");
        placeholder.QuerySelector("b")!.TextContent.Should().Be("A tour & more");
        placeholder.TextContent.Should().Contain("YouTube learns your IP address").And.Contain("Social media");
        placeholder.QuerySelector("a[href='https://policies.google.com/privacy']").Should().NotBeNull();
        placeholder.QuerySelector("a[href='https://www.youtube.com/watch?v=abc123']")!.TextContent.Should().Be("Open on the site of YouTube");
        placeholder.QuerySelector("button[data-vc-once]")!.HasAttribute("hidden").Should().BeTrue("it needs the script");
        placeholder.QuerySelectorAll("[style]").Should().BeEmpty();
        ((IHtmlTemplateElement)placeholder.QuerySelector("template")!).Content.FirstElementChild!.OuterHtml.Should().Contain("data-vc-src=\"https://www.youtube.com/embed/abc123?rel=0\"").And.Contain("Fallback").And.NotContain(" src=");
    }

    [Fact]
    public async Task A_thumbnail_is_only_ever_the_sites_own()
    {
        await using Site site = await SiteAsync();

        IHtmlDocument page = new HtmlParser().ParseDocument(await PageAsync(site));

        page.QuerySelectorAll(".vc-embed img").Select(image => image.GetAttribute("src")).Should().Equal("/img/tour.jpg");
        site.Logs.GetSnapshot().Should().Contain(log => log.Level == LogLevel.Warning && log.Message.Contains("<consent-embed> i.ytimg.com: the thumbnail is not shown"));
        page.QuerySelector("a[href='/videos/bare']").Should().NotBeNull("the site knows better where the content is");
    }

    [Fact]
    public async Task Always_allow_grants_the_vendor_and_not_its_category()
    {
        await using Site site = await SiteAsync();
        Visitor visitor = site.Visitor();
        IElement form = (await visitor.GetPageAsync("/Gates")).QuerySelector(".vc-embed form")!;

        HttpResponseMessage answer = await visitor.PostAsync(
            form.GetAttribute("action")!,
            [.. form.QuerySelectorAll("input").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!)), ("answer", "vendor")]);

        answer.Headers.Location!.OriginalString.Should().Be("/Gates#vc-saved");
        visitor.Jar[".CookieConsent"][..^11].Should().Be(site.Decision(granted: "youtube")[..^11]);
        (await visitor.GetTextAsync("/Gates")).Should().Contain("src=\"https://www.youtube.com/embed/abc123?rel=0\"").And.Contain("vc-bar", "the categories are still open");
    }

    [Fact]
    public async Task A_button_s_frame_and_a_share_element_become_plain_links()
    {
        await using Site site = await SiteAsync();

        IHtmlDocument page = new HtmlParser().ParseDocument(await PageAsync(site));
        string?[] links = [.. page.QuerySelectorAll("a.vc-share").Select(link => $"{link.TextContent}: {link.GetAttribute("href")}")];

        links.Should().Equal(
            "Share on Facebook: https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fexample.com%2Fa%26b",
            "Follow on YouTube: https://www.youtube.com/@example",
            "Share on X (Twitter): https://x.com/intent/post?url=https%3A%2F%2Fexample.com%2F%3Fa%3D1%26b%3D2");
        page.QuerySelectorAll(".g-ytsubscribe, .twitter-share-button").Should().BeEmpty();
    }

    [Fact]
    public async Task A_fragment_keeps_its_key_so_that_the_script_finds_it_when_it_is_granted()
    {
        await using Site site = await SiteAsync();

        string[] refused = Keys(await PageAsync(site));
        string[] granted = Keys(await PageAsync(site, All));

        refused.Should().HaveCountGreaterThan(4).And.OnlyHaveUniqueItems();
        granted.Should().BeSubsetOf(refused).And.HaveCountGreaterThan(3);
    }

    [Fact]
    public async Task A_fragment_that_is_not_granted_is_not_even_made()
    {
        await using Site site = await SiteAsync();

        IHtmlDocument refused = new HtmlParser().ParseDocument(await PageAsync(site, "", All));
        IHtmlDocument granted = new HtmlParser().ParseDocument(await PageAsync(site, "analytics"));

        refused.QuerySelector("tbody")!.InnerHtml.Should().StartWith("<template data-vc-category=\"analytics\" data-vc-fragment=");
        granted.QuerySelector("tr#fragment td")!.TextContent.Should().StartWith("touched");
    }

    [Fact]
    public async Task Where_nobody_can_agree_the_log_says_what_to_declare()
    {
        await using Site site = await SiteAsync();

        await PageAsync(site);
        await PageAsync(site);

        site.Logs.GetSnapshot().Should().ContainSingle(log => log.Level == LogLevel.Warning && log.Message.Contains("\"Vendors\": { \"linkedin\": {} }"));
        site.Logs.GetSnapshot().Should().ContainSingle(log => log.Level == LogLevel.Error && log.Message.Contains("no-such-vendor"));
        site.Logs.GetSnapshot().Should().ContainSingle(log => log.Level == LogLevel.Error && log.Message.Contains("gives no reason"));
    }

    [Fact]
    public async Task In_report_mode_everything_loads_and_the_log_tells()
    {
        await using Site site = await SiteAsync(("Enforcement:Mode", "Report"));

        string page = await PageAsync(site);

        page.Should().NotContain("<template").And.NotContain("data-vc-src");
        site.Logs.GetSnapshot().Should().Contain(log => log.Message.Contains("it loads only because Enforcement:Mode is Report"));
    }

    [Fact]
    public async Task A_page_with_gates_differs_by_visitor_and_caches_are_told()
    {
        await using Site site = await SiteAsync();

        (await site.Visitor().GetAsync("/Gates")).Headers.Vary.Should().Contain("Cookie");
    }

    private static string Around(string page, string id)
    {
        int at = page.IndexOf($"id=\"{id}\"", StringComparison.Ordinal);
        int start = page.LastIndexOf('<', at);
        int template = page.LastIndexOf("<template", start, StringComparison.Ordinal);
        return page[(template >= 0 && page[template..start].Count(letter => letter == '<') == 1 ? template : start)..];
    }

    private static string[] Keys(string page) => [.. Key().Matches(page).Select(match => match.Groups["key"].Value)];

    private static Task<string> PageAsync(Site site, string granted = "", string refused = "") =>
        site.Visitor().GetTextAsync("/Gates", granted + refused == "" ? "" : site.DecisionCookie(granted, refused));

    private static Task<Site> SiteAsync(params (string Key, string Value)[] settings) => Site.StartAsync(
        app => app.MapRazorPages(),
        Site.Usual.Concat([KeyValuePair.Create("Vendors:facebook:Name", (string?)"Facebook"), KeyValuePair.Create("Vendors:x-twitter:Name", (string?)"X (Twitter)")]).Concat(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))),
        services => services.AddRazorPages().AddApplicationPart(typeof(Site).Assembly));

    /// <summary>An address that a browser fetches: not in a data attribute, not that of a script asleep in a template, not a link to follow.</summary>
    [GeneratedRegex("""(?<!<template data-vc-vendor="[a-z-]+"><script[^>]*) (?:src|srcset|imagesrcset|poster|srcdoc)="(?<address>(?:https?:)?//[^"]*)"|<link(?![^>]*rel="me")[^>]* href="(?<address>(?:https?:)?//[^"]*)["]""", RegexOptions.CultureInvariant)]
    private static partial Regex LiveAddress();

    [GeneratedRegex("data-vc-fragment=\"(?<key>[^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
