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
    [InlineData("?gate")]
    [InlineData("?cache=private, no-cache")]
    [InlineData("?cache=no-store, max-age=60")]
    [InlineData("?cache=no-cache&expires=-1")]
    [InlineData("?long")]
    public async Task Where_nothing_else_runs_before_the_page_is_parsed_the_script_waits(string query) => (await WaitsAsync("/Early" + query)).Should().BeTrue();

    [Theory]
    [InlineData("?html=en\" onmousemove=\"run()")]
    [InlineData("?before=" + Code)]
    [InlineData("?head=" + Code)]
    [InlineData("?between=" + Code)]
    [InlineData("?class=a\" onfocusin=\"run()")]
    [InlineData("?body=" + Code)]
    [InlineData("?body=<iframe src='/own'></iframe>")]
    [InlineData("?body=<p onclick='run()'></p>")]
    [InlineData("?long&body=" + Code)]
    [InlineData("?after=" + Code)]
    [InlineData("?end=" + Code)]
    [InlineData("?ahead&body=" + Code)]
    public async Task Where_something_may_run_before_it_does_not(string query) => (await WaitsAsync("/Early" + query)).Should().BeFalse();

    [Theory]
    [InlineData("?ahead")]
    [InlineData("?template")]
    [InlineData("?own")]
    public async Task It_does_not_where_not_all_of_the_page_is_known(string query) => (await WaitsAsync("/Early" + query)).Should().BeFalse();

    [Theory]
    [InlineData("?cache=public")]
    [InlineData("?cache=private, max-age=60")]
    [InlineData("?cache=S-MaxAge=60")]
    [InlineData("?expires=Thu, 01 Dec 2098 16:00:00 GMT")]
    public async Task It_does_not_where_a_cache_may_show_the_bar_to_who_has_decided(string query) => (await WaitsAsync("/Early" + query)).Should().BeFalse();

    [Theory]
    [InlineData("", true)]
    [InlineData("?now", false)]
    [InlineData("?body=" + Code, false)]
    [InlineData("?head=" + Code, false)]
    public async Task Where_the_page_has_placed_it_it_waits_there_if_it_may(string query, bool waits)
    {
        await using Site site = await PagesAsync();

        IHtmlDocument page = await site.Visitor().GetPageAsync("/EarlyPlaced" + query);

        page.QuerySelectorAll("script[src^='/_cookie-consent/']").Should().ContainSingle().Which.OuterHtml
            .Should().MatchRegex($"^<script {(waits ? "defer=\"\" " : "")}src=\"[^\"]*\" nonce=\"abc\"></script>$");
        page.Head!.QuerySelector("script")!.PreviousElementSibling!.LocalName.Should().Be("title");
    }

    [Theory]
    [InlineData("head", 0)]
    [InlineData("head", int.MaxValue)]
    [InlineData("body", 0)]
    [InlineData("body", int.MaxValue)]
    public async Task What_others_place_is_seen_too(string tag, int order) => (await WaitsAsync("/Early", new Other(tag, order))).Should().BeFalse();

    [Theory]
    [InlineData("template", "<b>run 1</b>")]
    [InlineData("own", "written 1")]
    public async Task The_sites_own_code_runs_once(string what, string result)
    {
        await using Site site = await PagesAsync();

        (await site.Visitor().GetTextAsync("/Early?" + what)).Should().Contain(result);
    }

    private static async Task<bool> WaitsAsync(string address, ITagHelperComponent? other = null)
    {
        await using Site site = await PagesAsync(other);
        IHtmlDocument page = await site.Visitor().GetPageAsync(address);
        page.QuerySelectorAll(".vc-bar").Should().ContainSingle();
        page.QuerySelectorAll("input[name=name]").Should().ContainSingle().Which.GetAttribute("value").Should().Be("a \"value\"");
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
