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
        Row(page, "_ga").Should().Be("Analytics|Google Analytics|Who has access – This site and Google Analytics (first party)|_ga|Recognises visitors to count them|2 years|Cookie");
        Row(page, "VISITOR_INFO1_LIVE").Should().StartWith("Social media|YouTube|Who has access – YouTube on youtube.com (third party)|").And.Contain("|6 months|");
        Row(page, "basket").Should().Be("Session|This site|Who has access – This site (first party)|basket|Remembers what is in your basket|Until you close the browser|Cookie|The basket would be empty");
        page.QuerySelectorAll("a[href='https://tools.google.com/dlpage/gaoptout']").Should().NotBeEmpty().And.OnlyContain(link => link.GetAttribute("aria-label") == "Opt out with Google Analytics");
        page.QuerySelectorAll("table").Should().OnlyContain(table => table.QuerySelector("caption") != null && table.QuerySelectorAll("th[scope=col]").Length >= 4 && table.QuerySelector("th[scope=row]") != null);
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
        page.QuerySelectorAll(".vc-declaration a[href^='/_cookie-consent/preferences']").Should().HaveCount(2, "before what is long, and behind it");
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
        Headings(page).Should().StartWith(["H1 Cookies we use", "H2 Session", "H3 This site"]).And.Contain(["H2 Analytics", "H3 Google Analytics", "H2 Refusing and deleting cookies in your browser"]);
    }

    [Fact]
    public async Task A_discontinued_vendor_is_marked_as_such()
    {
        await using Site site = await SiteAsync(settings: new(Site.Usual) { ["Vendors:google-plus:Name"] = "Google +1" });

        IHtmlDocument page = await site.Visitor().GetPageAsync("/Policy");

        page.QuerySelectorAll("h4").Single(heading => heading.TextContent == "Google +1").NextElementSibling!.TextContent.Should().Contain("discontinued");
    }

    [Theory]
    [InlineData("/Policy", 3)]
    [InlineData("/PolicyWithLevel?level=2", 2)]
    [InlineData("/PolicyWithLevel?level=5", 5)]
    [InlineData("/PolicyWithLevel?level=6", 5)]
    [InlineData("/PolicyWithLevel?level=-1", 1)]
    public async Task The_headings_take_their_place_among_those_of_the_page(string path, int level)
    {
        await using Site site = await SiteAsync();

        IHtmlDocument page = await site.Visitor().GetPageAsync(path);

        Headings(page).Should().StartWith([$"H{level} Session", $"H{level + 1} This site"]).And.EndWith([$"H{level} Refusing and deleting cookies in your browser"]);
    }

    [Fact]
    public async Task What_only_third_parties_see_is_folded_and_counted_and_the_rest_is_not()
    {
        await using Site site = await SiteAsync();

        IHtmlDocument page = await site.Visitor().GetPageAsync("/Policy");

        IElement[] folded = [.. page.QuerySelectorAll(".vc-declaration details:not([open])")];
        folded.Should().NotBeEmpty();
        folded.Should().OnlyContain(details => details.QuerySelector("caption")!.TextContent.EndsWith("(third party)"));
        folded.Should().OnlyContain(details => details.QuerySelector("summary")!.TextContent.StartsWith(details.QuerySelectorAll("tbody tr").Length.ToString()));
        page.QuerySelectorAll("table").Where(table => table.Closest("details") is null).Should().OnlyContain(table => table.QuerySelector("caption")!.TextContent.EndsWith("(first party)"));
    }

    [Fact]
    public async Task A_star_is_explained_where_one_is_shown()
    {
        await using Site site = await SiteAsync();

        IHtmlDocument page = await site.Visitor().GetPageAsync("/Policy");

        foreach (IElement heading in page.QuerySelectorAll("h3[id]"))
        {
            bool shown = site.Policy.Cookies.Any(cookie => "vc-in-" + cookie.Category.Id == heading.Id && cookie.Pattern.Text.Contains('*'));
            heading.NextElementSibling!.TextContent.Contains("A * stands for").Should().Be(shown, "{0}", heading.TextContent);
        }
    }

    [Fact]
    public async Task Every_category_is_one_step_from_the_start_of_the_list()
    {
        await using Site site = await SiteAsync();

        IHtmlDocument page = await site.Visitor().GetPageAsync("/Policy");

        page.QuerySelectorAll(".vc-declaration nav a").Select(link => link.GetAttribute("href")!).Should().HaveCount(site.Policy.Categories.Count)
            .And.OnlyContain(address => page.QuerySelector($"h3{address}") != null);
    }

    [Theory]
    [InlineData("LocalStorage", null, "Until it is deleted", "Local storage")]
    [InlineData("LocalStorage", "P90D", "90 days", "Local storage")]
    [InlineData("IndexedDb", null, "Until it is deleted", "Browser database")]
    [InlineData("SessionStorage", null, "Until you close the browser", "Session storage")]
    [InlineData("Pixel", null, "–", "Tracking pixel")]
    public async Task What_is_no_cookie_lasts_as_browsers_keep_it_unless_the_owner_says_less(string storage, string? lifetime, string words, string kind)
    {
        await using Site site = await SiteAsync(settings: new(Site.Usual) { ["Cookies:seen:Category"] = "analytics", ["Cookies:seen:Storage"] = storage, ["Cookies:seen:Lifetime"] = lifetime });

        IHtmlDocument page = await site.Visitor().GetPageAsync("/Policy");

        Row(page, "seen").Should().EndWith($"|{words}|{kind}");
    }

    [Theory]
    [InlineData("IDE", "doubleclick", null, null, "Google DoubleClick on doubleclick.net (third party)|IDE|Recognises the browser to choose and count ads|2 years|Cookie")]
    [InlineData("acme_id", "acme", null, "club.acme.example", "Acme Club on club.acme.example (third party)|acme_id|Not stated|2 years|Cookie")]
    [InlineData("acme_seen", "acme", "Pixel", null, "Acme Club|acme_seen|Not stated|2 years|Tracking pixel")]
    [InlineData("acme_seen", "acme", "Pixel", "t.acme.example", "Acme Club on t.acme.example (third party)|acme_seen|Not stated|2 years|Tracking pixel")]
    public async Task Of_what_a_third_party_keeps_it_says_that_it_alone_has_access(string name, string vendor, string? storage, string? host, string row)
    {
        await using Site site = await SiteAsync(settings: new(Site.Usual)
        {
            ["Vendors:acme:Category"] = "advertising",
            ["Vendors:acme:Name"] = "Acme Club",
            [$"Cookies:{name}:Vendor"] = vendor,
            [$"Cookies:{name}:Storage"] = storage,
            [$"Cookies:{name}:Host"] = host,
            [$"Cookies:{name}:Lifetime"] = "P2Y",
        });

        IHtmlDocument page = await site.Visitor().GetPageAsync("/Policy");

        Row(page, name).Should().StartWith("Advertising|").And.EndWith($"|Who has access – {row}");
        DeclarationRow.Of(page).Single(shown => shown.Name == name).IsFolded.Should().BeTrue();
    }

    [Fact]
    public async Task A_cell_begins_with_the_capital_letter_of_the_pages_language()
    {
        await using Site site = await SiteAsync(settings: new(Site.Usual) { ["Language"] = "tr", ["Texts:tr:LifetimeSession"] = "işiniz bitene kadar" });

        IHtmlDocument page = await site.Visitor().GetPageAsync("/Policy");

        Row(page, "basket").Should().Contain("|İşiniz bitene kadar|");
    }

    private static IEnumerable<string> Headings(IHtmlDocument page) => page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => $"{heading.TagName} {heading.TextContent}")
        .Where(heading => !heading.EndsWith("Cookies on this site"));

    private static string Row(IHtmlDocument page, string name) => DeclarationRow.Of(page).Single(row => row.Name == name).ToString();

    private static Task<Site> SiteAsync(Action<IServiceCollection>? services = null, Dictionary<string, string?>? settings = null) => Site.StartAsync(
        app => app.MapRazorPages(),
        settings,
        collection =>
        {
            collection.AddRazorPages().AddApplicationPart(typeof(Site).Assembly);
            services?.Invoke(collection);
        });
}
