using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CookieConsent.Tests.Routes;

public sealed class PageRouteTests
{
    private const string Preferences = "/_cookie-consent/preferences";

    [Fact]
    public async Task Nothing_is_ticked_before_the_visitor_ticks_it()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);

        IHtmlDocument page = await site.Visitor().GetPageAsync(Preferences);

        IHtmlInputElement[] switches = [.. page.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox]")];
        switches.Select(box => box.Value).Should().Equal("analytics", "social", "payment", "advertising");
        switches.Should().OnlyContain(box => !box.IsChecked);
        page.QuerySelectorAll<IHtmlSelectElement>("select").Should().HaveCount(4).And.OnlyContain(select => select.Value == "");
        page.Body!.TextContent.Should().Contain("You have not decided yet");
    }

    [Fact]
    public async Task The_page_shows_what_was_decided_and_when()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);

        IHtmlDocument page = await site.Visitor().GetPageAsync(Preferences, site.DecisionCookie(granted: "analytics stripe", refused: "social payment advertising google-analytics"));

        page.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox]").Where(box => box.IsChecked).Select(box => box.Value).Should().Equal("analytics");
        page.QuerySelector<IHtmlSelectElement>("select[name='vendor.stripe']")!.Value.Should().Be("allow");
        page.QuerySelector<IHtmlSelectElement>("select[name='vendor.google-analytics']")!.Value.Should().Be("refuse");
        page.Body!.TextContent.Should().Contain("Tuesday, March 10, 2026").And.Contain("Reference:");
    }

    [Fact]
    public async Task A_script_gets_the_placeholder_of_a_vendor_that_visitors_are_asked_about_and_of_no_other()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);

        IHtmlDocument page = await site.Visitor().GetPageAsync("/_cookie-consent/embed?vendor=youtube&return=%2Ftour");

        page.QuerySelectorAll<IHtmlInputElement>(".vc-offer input").Select(field => $"{field.Name}={(field.Name == "asked" ? field.Value.Length : field.Value)}").Should().Equal("asked=4", "return=/tour", "vendor.youtube=allow");
        page.QuerySelector("[data-vc-once]")!.GetAttribute("data-vc-once").Should().Be("YouTube has been loaded.");
        page.QuerySelector("template").Should().BeNull("the script keeps the frame");
        foreach (string query in (string[])["", "?vendor=", "?vendor=facebook", "?vendor=%3Cscript%3E", "?vendor=" + new string('x', 4000)])
        {
            (await site.Visitor().GetAsync("/_cookie-consent/embed" + query)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Each_category_has_its_vendors_and_their_cookies_folded_beneath_it()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);

        IHtmlDocument page = await site.Visitor().GetPageAsync(Preferences);

        IElement analytics = page.QuerySelectorAll("fieldset").Single(field => field.QuerySelector("input[value=analytics]") is not null);
        analytics.QuerySelector("details")!.HasAttribute("open").Should().BeFalse();
        analytics.QuerySelector("details")!.TextContent.Should().Contain("Google Analytics").And.Contain("_gid").And.Contain("1 day");
        page.QuerySelectorAll(".vc-fixed").Should().HaveCount(2, "essential categories are shown, without a control").And.OnlyContain(section => section.QuerySelector("input, button, select") == null);
    }

    [Fact]
    public async Task Reject_all_is_there_too_and_leads_back_to_where_the_visitor_came_from()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);

        IHtmlDocument page = await site.Visitor().GetPageAsync(Preferences + "?return=%2Fshop%3Fpage%3D2");

        page.QuerySelectorAll(".vc-actions button").Select(button => button.TextContent).Should().Equal("Reject all", "Accept all", "Save my choice");
        page.QuerySelector<IHtmlInputElement>("input[name=return]")!.Value.Should().Be("/shop?page=2");
        page.QuerySelectorAll("button").First().GetAttribute("value").Should().Be("choose", "Enter saves what is set");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\\evil.example")]
    [InlineData("\"><script>alert(1)</script>")]
    public async Task A_foreign_return_address_is_not_shown(string address)
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);

        IHtmlDocument page = await site.Visitor().GetPageAsync($"{Preferences}?return={Uri.EscapeDataString(address)}");

        page.QuerySelector<IHtmlInputElement>("input[name=return]")!.Value.Should().Be("/");
        page.QuerySelectorAll("script").Should().BeEmpty();
    }

    [Theory]
    [InlineData("/_cookie-consent/preferences")]
    [InlineData("/_cookie-consent/declaration")]
    public async Task Our_pages_are_never_cached_framed_or_scripted(string path)
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);
        Visitor visitor = site.Visitor();

        HttpResponseMessage response = await visitor.GetAsync(path);

        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        response.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("default-src 'none'").And.Contain("frame-ancestors 'self'");
        response.Headers.GetValues("X-Content-Type-Options").Single().Should().Be("nosniff");
        response.Content.Headers.ContentType!.ToString().Should().Be("text/html; charset=utf-8");
        visitor.SetCookies.Should().BeEmpty("looking decides nothing");
    }

    [Fact]
    public async Task HEAD_is_GET_without_its_body_and_other_methods_are_refused()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);
        Visitor visitor = site.Visitor();

        HttpResponseMessage head = await visitor.SendAsync(HttpMethod.Head, Preferences, null, null, []);
        HttpResponseMessage post = await visitor.PostAsync(Preferences, ("answer", "grant"));

        head.StatusCode.Should().Be(HttpStatusCode.OK);
        (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        post.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
    }

    [Theory]
    [InlineData("/_cookie-consent/")]
    [InlineData("/_cookie-consent/nothing")]
    [InlineData("/_cookie-consent/decision/x")]
    public async Task Anything_else_under_our_prefix_is_not_found(string path)
    {
        await using Site site = await Site.StartAsync(context => context.Response.WriteAsync("the app"));

        (await site.Visitor().GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_prefix_can_be_moved()
    {
        await using Site site = await Site.StartAsync(context => context.Response.WriteAsync("the app"), new Dictionary<string, string?>(Site.Usual) { ["RoutePrefix"] = "/privacy-choices/" });
        Visitor visitor = site.Visitor();

        (await visitor.GetTextAsync("/privacy-choices/preferences")).Should().Contain("action=\"/privacy-choices/decision\"");
        (await visitor.GetTextAsync(Preferences)).Should().Be("the app");
    }
}
