using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CookieConsent.Tests.Presentation;

public sealed class DeclarationTests
{
    [Fact]
    public async Task Every_declared_cookie_is_listed_with_all_that_the_law_asks_for()
    {
        await using Site site = await SiteAsync();

        IHtmlDocument page = await site.Visitor().GetPageAsync("/Policy");

        IElement[] rows = [.. page.QuerySelectorAll("tbody tr")];
        rows.Should().HaveCount(site.Policy.Cookies.Count);
        rows.Should().OnlyContain(row => row.QuerySelectorAll("th, td").All(cell => cell.TextContent.Trim().Length > 0), "no cell is empty");
        Row(page, "_ga").Should().Be("_ga|Google Analytics Privacy policy Opt out|Recognises visitors to count them|2 years|This site and Google Analytics (first party)|Cookie");
        Row(page, "VISITOR_INFO1_LIVE").Should().Contain("YouTube on youtube.com (third party)").And.Contain("6 months");
        Row(page, "basket").Should().Be("basket|This site|Remembers what is in your basket|until you close the browser|This site (first party)|Cookie|The basket would be empty");
        page.QuerySelectorAll("a[href='https://tools.google.com/dlpage/gaoptout']").Should().NotBeEmpty();
        page.QuerySelectorAll("table").Should().OnlyContain(table => table.QuerySelector("caption") != null && table.QuerySelectorAll("th[scope=col]").Length >= 6 && table.QuerySelector("th[scope=row]") != null);
    }

    [Fact]
    public async Task Framework_cookies_and_the_decision_cookie_are_listed_without_being_told()
    {
        await using Site site = await SiteAsync(services =>
        {
            services.AddSession(options => options.Cookie.Name = "my_session");
            services.AddDistributedMemoryCache();
            services.AddAuthentication("Cookies").AddCookie();
            services.AddRequestLocalization(_ => { });
        });

        IHtmlDocument page = await site.Visitor().GetPageAsync("/Policy");

        string[] names = [.. page.QuerySelectorAll("tbody th code").Select(name => name.TextContent)];
        names.Should().Contain([".CookieConsent", "my_session", ".AspNetCore.Cookies", ".AspNetCore.Culture", ".AspNetCore.Mvc.CookieTempDataProvider"]);
        names.Should().Contain(name => name.StartsWith(".AspNetCore.Antiforgery."));
        names.Should().NotContain(".AspNetCore.Session", "the app renamed it");
        Row(page, ".AspNetCore.Cookies").Should().EndWith("You could not stay signed in.");
    }

    [Fact]
    public async Task A_service_that_the_app_does_not_have_is_not_listed()
    {
        await using Site site = await SiteAsync();

        string page = await site.Visitor().GetTextAsync("/Policy");

        page.Should().NotContain(".AspNetCore.Session").And.NotContain(".AspNetCore.Cookies").And.NotContain(".AspNetCore.Culture");
    }

    [Fact]
    public async Task It_says_how_to_refuse_in_the_browser_and_how_to_change_the_choice()
    {
        await using Site site = await SiteAsync();

        IHtmlDocument page = await site.Visitor().GetPageAsync("/Policy");

        page.Body!.TextContent.Should().Contain("in your browser's settings").And.Contain("Example Hosting Ltd").And.Contain("privacy@example.com");
        page.QuerySelectorAll(".vc-declaration a[href^='/_cookie-consent/preferences']").Should().ContainSingle();
    }

    [Fact]
    public async Task Without_a_policy_of_the_site_the_bar_links_to_a_declaration_page_of_ours()
    {
        Dictionary<string, string?> settings = new(Site.Usual) { ["PolicyUrl"] = null };
        await using Site site = await SiteAsync(settings: settings);
        Visitor visitor = site.Visitor();

        IHtmlDocument start = await visitor.GetPageAsync("/");
        string address = start.QuerySelectorAll(".vc-bar a").Single(link => link.TextContent == "Privacy policy").GetAttribute("href")!;
        IHtmlDocument page = await visitor.GetPageAsync(address);

        page.QuerySelectorAll("tbody tr").Should().HaveCount(site.Policy.Cookies.Count);
        page.QuerySelector("html")!.GetAttribute("lang").Should().Be("en");
        page.QuerySelectorAll("h1").Should().ContainSingle();
    }

    [Fact]
    public async Task A_discontinued_vendor_is_marked_as_such()
    {
        await using Site site = await SiteAsync(settings: new(Site.Usual) { ["Vendors:google-plus:Name"] = "Google +1" });

        IHtmlDocument page = await site.Visitor().GetPageAsync("/Policy");

        page.QuerySelectorAll("tbody tr").Should().Contain(row => row.TextContent.Contains("Google +1") && row.TextContent.Contains("discontinued"));
    }

    private static string Row(IHtmlDocument page, string name)
    {
        IElement row = page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("code")?.TextContent == name);
        return string.Join('|', row.Children.Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
    }

    private static Task<Site> SiteAsync(Action<IServiceCollection>? services = null, Dictionary<string, string?>? settings = null) => Site.StartAsync(
        app => app.MapRazorPages(),
        settings,
        collection =>
        {
            collection.AddRazorPages().AddApplicationPart(typeof(Site).Assembly);
            services?.Invoke(collection);
        });
}
