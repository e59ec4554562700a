using CookieConsent.Enforcement;

namespace CookieConsent.Tests.Enforcement;

public sealed class SweepTests
{
    private const string AllRefused = "analytics social payment advertising";

    [Fact]
    public async Task A_refused_cookie_is_expired_in_every_place_where_it_can_hide()
    {
        Dictionary<string, string?> settings = new(Site.Usual) { ["Cookies:acme:Category"] = "advertising", ["Cookies:acme:Path"] = "/members" };
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask, settings);
        Visitor visitor = site.Visitor("www.shop.example.co.uk");

        await visitor.GetAsync("/a/b", $"{site.DecisionCookie(refused: AllRefused)}; _ga=1");

        string[] domains = ["", "; Domain=www.shop.example.co.uk", "; Domain=shop.example.co.uk", "; Domain=example.co.uk", "; Domain=co.uk"];
        string[] paths = ["/", "/a", "/a/b", "/members"];
        visitor.SetCookies.Should().BeEquivalentTo(paths.SelectMany(path => domains.Select(domain => $"_ga=; Max-Age=0; Path={path}{domain}")));
    }

    [Fact]
    public async Task Prefixed_names_are_deleted_with_the_attributes_that_browsers_demand()
    {
        Dictionary<string, string?> settings = new(Site.Usual)
        {
            ["Cookies:h:Name"] = "__Host-track",
            ["Cookies:h:Category"] = "analytics",
            ["Cookies:s:Name"] = "__Secure-track",
            ["Cookies:s:Category"] = "analytics",
        };
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask, settings);
        Visitor visitor = site.Visitor("example.com");

        await visitor.GetAsync("/", $"{site.DecisionCookie(refused: AllRefused)}; __Host-track=1; __Secure-track=1");

        visitor.SetCookies.Should().BeEquivalentTo(
            "__Host-track=; Max-Age=0; Path=/; Secure; HttpOnly",
            "__Secure-track=; Max-Age=0; Path=/; Secure; HttpOnly",
            "__Secure-track=; Max-Age=0; Path=/; Domain=example.com; Secure; HttpOnly");
    }

    [Theory]
    [InlineData("theirs=1")]
    [InlineData("basket=1")]
    [InlineData("_gcl_au=1")]
    [InlineData("uid=1; sid=2; theme=3")]
    public async Task Nothing_undeclared_or_essential_is_ever_swept(string cookies)
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);
        Visitor visitor = site.Visitor();

        await visitor.GetAsync("/", $"{site.DecisionCookie(refused: AllRefused)}; {cookies}");

        visitor.SetCookies.Should().BeEmpty();
    }

    [Fact]
    public async Task Only_page_navigations_sweep()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);
        Visitor visitor = site.Visitor();
        string cookies = $"{site.DecisionCookie(refused: AllRefused)}; _ga=1";

        await visitor.GetAsync("/", cookies, navigates: false, headers: ("Sec-Fetch-Mode", "cors"));
        visitor.SetCookies.Should().BeEmpty();

        await visitor.GetAsync("/", cookies, navigates: false, headers: ("Accept", "image/png"));
        visitor.SetCookies.Should().BeEmpty();

        await visitor.GetAsync("/", cookies, navigates: false, headers: ("Accept", "text/html,*/*"));
        visitor.SetCookies.Should().NotBeEmpty("old browsers do not say what they do with the answer");
    }

    [Fact]
    public async Task Cookies_that_the_framework_cannot_parse_are_swept_as_well()
    {
        await using Site site = await Site.StartAsync(context => context.Response.WriteAsync(context.Request.Cookies.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Visitor visitor = site.Visitor("example.com");

        await visitor.GetAsync("/", $"{site.DecisionCookie(refused: AllRefused)}; _ga={{\"a\":1, \"b\"}}; _gid");

        visitor.DeletedNames.Distinct().Should().BeEquivalentTo("_ga", "_gid");
    }

    [Fact]
    public async Task A_response_carries_at_most_two_kilobytes_and_the_rest_follows()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);
        Visitor visitor = site.Visitor("www.example.co.uk");
        string decision = site.DecisionCookie(refused: AllRefused);
        HashSet<string> left = [.. Enumerable.Range(0, 12).Select(number => $"_ga_{number}|/|; Domain=example.co.uk")];

        int navigations = 0;
        for (; left.Count > 0 && navigations < 200; navigations++)
        {
            await visitor.GetAsync("/a/b/c", $"{decision}; {string.Join("; ", left.Select(cookie => cookie.Split('|')[0] + "=1"))}");
            visitor.SetCookies.Sum(line => "Set-Cookie: ".Length + line.Length + 2).Should().BeLessThanOrEqualTo(2048);
            left.RemoveWhere(cookie => visitor.SetCookies.Contains($"{cookie.Split('|')[0]}=; Max-Age=0; Path={cookie.Split('|')[1]}{cookie.Split('|')[2]}"));
        }

        left.Should().BeEmpty();
    }

    [Fact]
    public async Task An_error_page_does_not_lose_the_sweep()
    {
        await using Site site = await Site.StartAsync(app => app.UseExceptionHandler(error => error.Run(_ => Task.CompletedTask)).Run(_ => throw new InvalidOperationException()));
        Visitor visitor = site.Visitor("example.com");

        await visitor.GetAsync("/", $"{site.DecisionCookie(refused: AllRefused)}; _ga=1");

        visitor.DeletedNames.Should().Contain("_ga");
    }

    [Fact]
    public async Task A_category_that_is_asked_again_is_hidden_and_withheld_but_not_swept()
    {
        await using Site before = await Site.StartAsync(_ => Task.CompletedTask);
        string decision = before.DecisionCookie(granted: "analytics", refused: "social payment advertising");
        Dictionary<string, string?> more = new(Site.Usual) { ["Vendors:hotjar:Category"] = "analytics", ["Vendors:hotjar:Name"] = "Hotjar" };
        await using Site after = await Site.StartAsync(
            context =>
            {
                context.Response.Cookies.Append("_gid", "1");
                return context.Response.WriteAsync(string.Join(' ', context.Request.Cookies.Keys));
            },
            more);
        Visitor visitor = after.Visitor("example.com");

        string seen = await visitor.GetTextAsync("/", $"{decision}; _ga=1; ad_shown=1");

        seen.Should().Be(".CookieConsent");
        visitor.SetNames.Should().BeEmpty();
        visitor.DeletedNames.Distinct().Should().Equal(["ad_shown"], "advertising was refused, analytics is only open");
    }

    [Fact]
    public async Task Where_a_category_is_essential_on_a_path_only_a_withdrawal_sweeps_it()
    {
        Dictionary<string, string?> settings = new(Site.Usual) { ["Categories:payment:EssentialOn:0"] = "/checkout" };
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask, settings);
        Visitor visitor = site.Visitor("example.com");

        await visitor.GetAsync("/", $"{site.DecisionCookie(refused: AllRefused)}; __stripe_mid=1");
        visitor.DeletedNames.Should().BeEmpty();

        await visitor.AcceptAllAsync(site);
        visitor.Jar["__stripe_mid"] = "1";
        await visitor.RejectAllAsync(site);
        visitor.DeletedNames.Should().Contain("__stripe_mid");
    }

    [Fact]
    public async Task Taking_back_one_vendor_sweeps_that_vendor_s_cookies()
    {
        Dictionary<string, string?> settings = new(Site.Usual) { ["Categories:payment:EssentialOn:0"] = "/checkout", ["Cookies:paid:Category"] = "payment" };
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask, settings);
        Visitor visitor = site.Visitor("example.com");
        await visitor.AcceptAllAsync(site);
        visitor.Jar["__stripe_mid"] = "1";
        visitor.Jar["paid"] = "1";

        await visitor.PostAsync("/_cookie-consent/decision", ("asked", site.Asked()), ("answer", "choose"), ("grant", "payment"), ("vendor.stripe", "refuse"));

        visitor.DeletedNames.Distinct().Should().Equal("__stripe_mid");
    }

    [Fact]
    public async Task Withdrawing_expires_what_was_granted_and_the_app_sees_it_no_more()
    {
        await using Site site = await Site.StartAsync(context =>
        {
            context.Response.Cookies.Append("_ga", "1", new CookieOptions { HttpOnly = true });
            return context.Response.WriteAsync(string.Join(' ', context.Request.Cookies.Keys));
        });
        Visitor visitor = site.Visitor("example.com");
        await visitor.AcceptAllAsync(site);
        await visitor.GetAsync("/");
        visitor.Jar.Should().ContainKey("_ga");

        await visitor.RejectAllAsync(site);
        visitor.Jar.Should().NotContainKey("_ga", "the answer to the withdrawal deletes it at once");
        (await visitor.GetTextAsync("/", $"{visitor.Jar.Select(pair => $"{pair.Key}={pair.Value}").Single()}; _ga=again")).Should().Be(".CookieConsent");
    }

    [Theory]
    [InlineData("_ga\u00e9=1")]
    [InlineData("_ga_\u0001=1")]
    [InlineData("_ga_,x=1")]
    public async Task A_name_that_cannot_stand_in_a_header_breaks_nothing(string cookie)
    {
        Dictionary<string, string?> settings = new(Site.Usual) { ["Cookies:_ga*:Category"] = "analytics" };
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask, settings);
        Visitor visitor = site.Visitor("example.com");

        HttpResponseMessage response = await visitor.GetAsync("/", $"{site.DecisionCookie(refused: AllRefused)}; {cookie}");

        response.StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
        visitor.SetCookies.Should().BeEmpty("the browser keeps it, but the app does not see it");
    }

    [Fact]
    public async Task A_hostile_path_adds_no_attribute_to_a_line()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);
        Visitor visitor = site.Visitor("example.com");

        await visitor.GetAsync("/a;Domain=evil.example/b,c", $"{site.DecisionCookie(refused: AllRefused)}; _ga=1");

        visitor.SetCookies.Should().BeEquivalentTo("_ga=; Max-Age=0; Path=/", "_ga=; Max-Age=0; Path=/; Domain=example.com");
    }

    [Fact]
    public async Task The_root_is_swept_first()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);
        Visitor visitor = site.Visitor("www.shop.example.co.uk");

        await visitor.GetAsync("/a/b/c/d/e/f", $"{site.DecisionCookie(refused: AllRefused)}; _ga=1; _gid=1; _gat=1; ad_shown=1");

        visitor.SetCookies.Take(20).Should().OnlyContain(line => line.Contains("; Path=/;") || line.EndsWith("; Path=/"), "all four names in all five places");
    }

    [Fact]
    public async Task What_only_a_withdrawal_sweeps_is_swept_first_and_no_name_twice()
    {
        Dictionary<string, string?> settings = new(Site.Usual) { ["Categories:payment:EssentialOn:0"] = "/checkout" };
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask, settings);
        Visitor visitor = site.Visitor("www.shop.example.co.uk");
        string cookies = site.DecisionCookie(granted: AllRefused) + "; _ga=1; _ga=2; FPID=1; _ga_S=1; _gid=1; __gads=1; __gpi=1; __stripe_mid=1; __stripe_sid=1";

        await visitor.SendAsync(
            HttpMethod.Post,
            "/_cookie-consent/decision",
            Visitor.Form(("asked", site.Asked()), ("answer", "refuse"), ("return", "/articles")),
            cookies,
            [("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Mode", "navigate")]);

        string[] lines = [.. visitor.SetCookies.Where(line => line.Contains("Max-Age=0"))];
        lines.Should().OnlyHaveUniqueItems().And.OnlyContain(line => line.Contains("Path=/;") || line.EndsWith("Path=/"));
        lines.Count(line => line.StartsWith("__stripe")).Should().Be(2 * 5, "both names in all five places");
        lines.Should().NotContain(line => line.Contains("Secure"), "no name has a prefix that asks for it");
    }

    [Fact]
    public async Task A_request_of_any_depth_costs_a_bounded_sweep()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);
        string host = string.Join('.', Enumerable.Range(0, 60).Select(number => $"h{number}")) + ".example.com";
        var context = new DefaultHttpContext { Request = { Path = string.Concat(Enumerable.Range(0, 2000).Select(number => $"/{number}")) } };
        Visitor visitor = site.Visitor(host);

        List<string?> domains = SweepPlaces.Domains(host);
        List<string> paths = SweepPlaces.Paths(context.Request, site.Policy);
        await visitor.GetAsync("/", $"{site.DecisionCookie(refused: AllRefused)}; {string.Join("; ", Enumerable.Range(0, 2000).Select(number => $"_ga_{number}=1"))}");

        domains.Should().HaveCount(2 + 8).And.StartWith([null, host]).And.Contain("example.com");
        paths.Should().HaveCount(1 + 8).And.StartWith(["/", "/0", "/0/1"]);
        visitor.DeletedNames.Distinct().Should().HaveCountLessThanOrEqualTo(32).And.NotBeEmpty();
    }

    [Fact]
    public async Task An_address_instead_of_a_host_name_has_no_parent_domains()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);
        Visitor visitor = site.Visitor("127.0.0.1");

        await visitor.GetAsync("/", $"{site.DecisionCookie(refused: AllRefused)}; _ga=1");

        visitor.SetCookies.Should().Equal("_ga=; Max-Age=0; Path=/");
    }
}
