using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Components.Web;

namespace CookieConsent.Tests.Blazor;

public sealed class BlazorTests
{
    private const string Refused = "analytics social payment advertising";

    [Fact]
    public async Task Around_the_routes_the_banner_comes_first_and_its_stylesheet_stands_once_in_the_head()
    {
        await using Site site = await SiteAsync<App>();

        IHtmlDocument page = await site.Visitor().GetPageAsync("/privacy?from=mail");

        page.Body!.FirstElementChild!.ClassName.Should().Be("vc-bar");
        page.Head!.QuerySelectorAll("link[rel=stylesheet]").Should().ContainSingle();
        page.Body.QuerySelector("link[rel=stylesheet]")!.NextElementSibling!.ClassName.Should().Be("vc-declaration", "nothing else needs another");
        page.QuerySelector<IHtmlInputElement>("input[name=return]")!.Value.Should().Be("/privacy?from=mail");
        page.QuerySelectorAll(".vc-settings, .vc-status").Should().BeEmpty();
    }

    [Fact]
    public async Task After_a_decision_the_confirmation_and_the_settings_link_surround_the_routes()
    {
        await using Site site = await SiteAsync<App>();

        IHtmlDocument page = await site.Visitor().GetPageAsync("/privacy", site.DecisionCookie(refused: Refused));

        page.QuerySelectorAll(".vc-bar").Should().BeEmpty();
        page.Body!.FirstElementChild!.Id.Should().Be("vc-saved");
        page.Body.LastElementChild!.QuerySelector("a")!.GetAttribute("href").Should().Be("/_cookie-consent/preferences?return=%2Fprivacy");
    }

    [Fact]
    public async Task The_decision_is_posted_and_kept_beside_the_apps_antiforgery()
    {
        await using Site site = await SiteAsync<App>();
        Visitor visitor = site.Visitor();

        await visitor.AcceptAllAsync(site);

        visitor.Jar.Should().ContainKey(".CookieConsent");
        (await visitor.GetPageAsync("/privacy")).QuerySelectorAll(".vc-bar").Should().BeEmpty();
    }

    [Fact]
    public async Task The_declaration_is_the_one_of_the_tag_helper()
    {
        await using Site site = await SiteAsync<App>();
        Visitor visitor = site.Visitor();

        IHtmlDocument page = await visitor.GetPageAsync("/privacy");
        IHtmlDocument own = await visitor.GetPageAsync("/_cookie-consent/declaration?x=/privacy");

        string[] rows = [.. page.QuerySelectorAll("tbody tr").Select(row => row.TextContent)];
        rows.Should().HaveCount(site.Policy.Cookies.Count).And.Equal(own.QuerySelectorAll("tbody tr").Select(row => row.TextContent));
        page.QuerySelectorAll("main h2").Length.Should().Be(site.Policy.Categories.Count + 1);
    }

    [Fact]
    public async Task Without_content_the_banner_leaves_the_settings_link_to_the_app_and_brings_its_stylesheet()
    {
        await using Site site = await SiteAsync<BareApp>();
        Visitor visitor = site.Visitor();

        IHtmlDocument open = await visitor.GetPageAsync("/");
        IHtmlDocument decided = await visitor.GetPageAsync("/", site.DecisionCookie(refused: Refused));

        open.QuerySelectorAll("link[rel=stylesheet]").Should().ContainSingle();
        decided.QuerySelectorAll(".vc-settings").Should().BeEmpty();
        decided.QuerySelectorAll("footer a").Select(link => (link.TextContent, link.GetAttribute("href"))).Should().Equal(
            ("Cookies", "/_cookie-consent/preferences?return=%2F"), ("Cookie settings", "/_cookie-consent/preferences?return=%2F"));
    }

    [Fact]
    public async Task Where_nothing_is_asked_nothing_is_placed_but_a_hint_in_Development()
    {
        await using Site production = await SiteAsync<BareApp>([]);
        await using Site development = await SiteAsync<BareApp>([], "Development");

        (await production.Visitor().GetTextAsync("/")).Should().NotContain("vc-");
        (await development.Visitor().GetPageAsync("/")).QuerySelectorAll(".vc-hint").Should().ContainSingle();
    }

    [Fact]
    public async Task Rendered_outside_a_request_the_banner_is_nothing()
    {
        await using Site site = await SiteAsync<App>();
        await using AsyncServiceScope scope = site.Services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<ILoggerFactory>());

        string html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<CookieConsentHead>()).ToHtmlString() + (await renderer.RenderComponentAsync<CookieConsentBanner>()).ToHtmlString());

        html.Should().BeEmpty();
    }

    private static Task<Site> SiteAsync<TApp>(Dictionary<string, string?>? settings = null, string environment = "Production") => Site.StartAsync(
        app =>
        {
            app.UseAntiforgery();
            app.MapRazorComponents<TApp>();
        },
        settings,
        services => services.AddRazorComponents(),
        environment: environment);
}
