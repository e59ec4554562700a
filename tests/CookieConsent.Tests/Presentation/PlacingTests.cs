using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CookieConsent.Tests.Presentation;

public sealed class PlacingTests
{
    [Fact]
    public async Task Without_a_view_edited_the_bar_comes_first_in_the_body_and_script_and_stylesheet_first_into_the_head()
    {
        await using Site site = await PagesAsync();

        IHtmlDocument page = await site.Visitor().GetPageAsync("/");

        page.Body!.FirstElementChild!.ClassName.Should().Be("vc-bar");
        page.Head!.QuerySelectorAll("link[rel=stylesheet]").Should().ContainSingle();
        page.QuerySelectorAll(".vc-settings, .vc-status").Should().BeEmpty("there is nothing to change before a decision");
        page.Head!.FirstElementChild!.OuterHtml.Should().MatchRegex("^<script defer=\"\" src=\"/_cookie-consent/[0-9a-f]{16}\\.en\\.js\"></script>$", "the script runs before any other and stands in no page");
        page.QuerySelectorAll("script").Should().ContainSingle();
        page.QuerySelectorAll("[style]").Should().BeEmpty();
    }

    [Theory]
    [InlineData("analytics social payment advertising", "")]
    [InlineData("", "analytics social payment advertising")]
    [InlineData("analytics", "social payment advertising")]
    public async Task After_a_decision_every_page_has_the_confirmation_and_the_settings_link_instead(string granted, string refused)
    {
        await using Site site = await PagesAsync();

        IHtmlDocument page = await site.Visitor().GetPageAsync("/?page=2", site.DecisionCookie(granted, refused));

        page.QuerySelectorAll(".vc-bar").Should().BeEmpty();
        page.Body!.FirstElementChild!.Id.Should().Be("vc-saved");
        page.Body.LastElementChild!.QuerySelector("a")!.GetAttribute("href").Should().Be("/_cookie-consent/preferences?return=%2F%3Fpage%3D2");
    }

    [Fact]
    public async Task An_explicit_tag_takes_over_where_the_site_wants_its_own_place()
    {
        await using Site site = await PagesAsync();
        Visitor visitor = site.Visitor();

        IHtmlDocument open = await visitor.GetPageAsync("/Placed");
        IHtmlDocument decided = await visitor.GetPageAsync("/Placed", site.DecisionCookie(refused: "analytics social payment advertising"));

        open.QuerySelectorAll(".vc-bar").Should().ContainSingle().Which.ParentElement!.Id.Should().Be("here");
        decided.QuerySelectorAll("#vc-saved").Should().ContainSingle().Which.ParentElement!.Id.Should().Be("here");
        decided.QuerySelectorAll("a").Where(link => link.TextContent == "Cookies").Should().ContainSingle("the site's own words stay");
        decided.QuerySelectorAll("a[href*='/preferences'][class='vc-settings']").Should().BeEmpty();
    }

    [Fact]
    public async Task Where_nothing_is_asked_nothing_is_placed()
    {
        await using Site site = await PagesAsync(settings: new Dictionary<string, string?>());

        string page = await site.Visitor().GetTextAsync("/");

        page.Should().NotContain("vc-").And.NotContain("_cookie-consent");
        site.Logs.GetSnapshot().Should().Contain(log => log.Message.Contains("asks nothing") && log.Message.Contains("\"Vendors\": { \"google-analytics\": {} }"));
    }

    [Fact]
    public async Task Where_nothing_is_asked_Development_shows_a_hint_that_can_be_closed()
    {
        await using Site site = await PagesAsync(settings: new Dictionary<string, string?>(), environment: "Development");

        IHtmlDocument page = await site.Visitor().GetPageAsync("/");

        page.QuerySelectorAll(".vc-hint details[open] > summary").Should().ContainSingle();
        page.QuerySelector(".vc-hint")!.TextContent.Should().Contain("google-analytics");
    }

    [Fact]
    public async Task A_cross_site_POST_shows_no_bar_because_its_visitor_may_have_decided()
    {
        await using Site site = await PagesAsync();
        Visitor visitor = site.Visitor();

        HttpResponseMessage foreign = await visitor.SendAsync(HttpMethod.Post, "/", Visitor.Form(("x", "1")), null, [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate")]);
        HttpResponseMessage old = await visitor.SendAsync(HttpMethod.Post, "/", Visitor.Form(("x", "1")), null, [("Origin", "https://bank.example")]);
        HttpResponseMessage own = await visitor.SendAsync(HttpMethod.Post, "/", Visitor.Form(("x", "1")), null, [("Sec-Fetch-Site", "same-origin")]);

        (await foreign.Content.ReadAsStringAsync()).Should().Contain("Start").And.NotContain("vc-bar").And.NotContain("vc-saved");
        (await old.Content.ReadAsStringAsync()).Should().NotContain("vc-bar");
        (await own.Content.ReadAsStringAsync()).Should().Contain("vc-bar");
    }

    [Fact]
    public async Task The_error_page_of_a_page_that_failed_half_way_has_all_of_it()
    {
        await using Site site = await Site.StartAsync(
            app => app.MapRazorPages(),
            services: services => services.AddRazorPages().AddApplicationPart(typeof(Site).Assembly),
            before: app => app.UseExceptionHandler("/Index"));

        HttpResponseMessage answer = await site.Visitor().SendAsync(HttpMethod.Get, "/Early?fails", null, null, []);
        string page = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        page.Should().Contain("Start").And.Contain("<section class=\"vc-bar\"").And.MatchRegex("<head><script [^>]*src=\"/_cookie-consent/[^>]*></script><link ");
    }

    [Fact]
    public async Task A_view_rendered_outside_a_request_gets_nothing()
    {
        await using Site site = await PagesAsync();
        await using AsyncServiceScope scope = site.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        ViewEngineResult view = scope.ServiceProvider.GetRequiredService<IRazorViewEngine>().GetView(null, "/Pages/Mail.cshtml", isMainPage: true);
        using var writer = new StringWriter();
        var data = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary());
        var tempData = new TempDataDictionary(http, scope.ServiceProvider.GetRequiredService<ITempDataProvider>());

        await view.View!.RenderAsync(new ViewContext(new ActionContext(http, new RouteData(), new ActionDescriptor()), view.View, data, tempData, writer, new HtmlHelperOptions()));

        writer.ToString().Should().Contain("Dear customer").And.NotContain("vc-").And.NotContain("_cookie-consent");
    }

    private static Task<Site> PagesAsync(IEnumerable<KeyValuePair<string, string?>>? settings = null, string environment = "Production") => Site.StartAsync(
        app => app.MapRazorPages(),
        settings,
        services => services.AddRazorPages(options => options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute())).AddApplicationPart(typeof(Site).Assembly),
        environment: environment);
}
