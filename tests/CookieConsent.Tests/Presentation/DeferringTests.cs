using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CookieConsent.Tests.Presentation;

/// <summary>The script stands before every other, and no visitor waits for it where there is no other.</summary>
public sealed class DeferringTests
{
    private const string Code = "<script>run()</script>";

    [Theory]
    [InlineData("")]
    [InlineData("?head=<script defer src='/site.js'></script>&body=<script type=module>run()</script>")]
    [InlineData("?body=<template><script>run()</script></template>")]
    [InlineData("?cache=private, no-cache")]
    [InlineData("?cache=no-store, max-age=60")]
    public async Task Where_nothing_else_runs_before_the_page_is_parsed_the_script_waits(string query) => (await WaitsAsync("/Early" + query)).Should().BeTrue();

    [Theory]
    [InlineData("?head=" + Code)]
    [InlineData("?body=<iframe src='/own'></iframe>")]
    [InlineData("?body=<p onclick='run()'></p>" + Code)]
    [InlineData("?class=a\" onfocusin=\"run()")]
    [InlineData("?ahead&body=" + Code)]
    [InlineData("?ahead")]
    [InlineData("?template")]
    public async Task Where_something_may_run_before_it_does_not(string query) => (await WaitsAsync("/Early" + query)).Should().BeFalse();

    [Theory]
    [InlineData("", "")]
    [InlineData("<script defer src='/site.js'></script>", "")]
    [InlineData("", "&long")]
    public async Task It_goes_before_the_first_script_of_a_page_whose_text_comes_first(string earlier, string further)
    {
        await using Site site = await PagesAsync();

        string page = await site.Visitor().GetTextAsync("/Early?body=" + Uri.EscapeDataString($"{earlier}<p>é &amp; ü</p>{Code}{Code}") + further);

        page.Should().MatchRegex($"<head><link rel=\"stylesheet\" [^<]*<title>Test</title>(?s:.*)<body class=\"\"><section class=\"vc-bar\"(?s:.*)<p>Textx*</p>\\s*{Regex.Escape(earlier)}<p>é &amp; ü</p><script src=\"/_cookie-consent/[^\"]*\"></script>{Regex.Escape(Code)}<script>run");
        page.Split("<script src=\"/_cookie-consent/").Should().HaveCount(2, "it stands once");
        page.Should().EndWith("</html>\n");
    }

    [Theory]
    [InlineData("public")]
    [InlineData("private, max-age=60")]
    [InlineData("S-MaxAge=60")]
    public async Task It_does_not_where_a_cache_may_show_the_bar_to_who_has_decided(string cache) => (await WaitsAsync("/Early?cache=" + cache)).Should().BeFalse();

    [Fact]
    public async Task It_does_not_where_the_page_is_not_known() => (await WaitsAsync("/EarlyWithoutBody")).Should().BeFalse();

    [Theory]
    [InlineData("", true)]
    [InlineData("?now", false)]
    [InlineData("?body=" + Code, false)]
    [InlineData("?head=" + Code, false)]
    public async Task Where_the_page_has_placed_it_it_stays_and_waits_if_it_may(string query, bool waits)
    {
        await using Site site = await PagesAsync();

        IHtmlDocument page = await site.Visitor().GetPageAsync("/EarlyPlaced" + query);

        page.QuerySelectorAll("script[src^='/_cookie-consent/']").Should().ContainSingle().Which.OuterHtml
            .Should().MatchRegex($"^<script {(waits ? "defer=\"\" " : "")}src=\"[^\"]*\" nonce=\"abc\"></script>$");
        page.Head!.QuerySelector("script")!.PreviousElementSibling!.LocalName.Should().Be("title");
    }

    [Theory]
    [InlineData("head", 0)]
    [InlineData("head", int.MaxValue - 1)]
    [InlineData("body", 0)]
    [InlineData("body", int.MaxValue - 1)]
    public async Task What_others_place_is_seen_too(string tag, int order) => (await WaitsAsync("/Early", new Other(tag, order))).Should().BeFalse();

    [Fact]
    public async Task The_pages_own_code_runs_once()
    {
        await using Site site = await PagesAsync();

        (await site.Visitor().GetTextAsync("/Early?template")).Should().Contain("<b>run 1</b>");
    }

    private static async Task<bool> WaitsAsync(string address, ITagHelperComponent? other = null)
    {
        await using Site site = await PagesAsync(other);
        IHtmlDocument page = await site.Visitor().GetPageAsync(address);
        page.QuerySelectorAll(".vc-bar").Should().HaveCount(address == "/EarlyWithoutBody" ? 0 : 1);
        return page.QuerySelectorAll("script[src^='/_cookie-consent/']").Should().ContainSingle().Which.HasAttribute("defer");
    }

    private static Task<Site> PagesAsync(ITagHelperComponent? other = null) => Site.StartAsync(
        app => app.MapRazorPages(),
        services: services =>
        {
            services.AddRazorPages().AddApplicationPart(typeof(Site).Assembly);
            if (other is not null)
            {
                services.AddSingleton(other);
            }
        });

    private sealed class Other(string tag, int order) : TagHelperComponent
    {
        public override int Order => order;

        public override void Process(TagHelperContext context, TagHelperOutput output)
        {
            if (context.TagName == tag)
            {
                output.PostContent.AppendHtml(Code);
            }
        }
    }
}
