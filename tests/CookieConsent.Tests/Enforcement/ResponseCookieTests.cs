namespace CookieConsent.Tests.Enforcement;

public sealed class ResponseCookieTests
{
    private static readonly CookieOptions Essential = new() { IsEssential = true };

    /// <summary>Every way in which an app, or what runs in it, can set a cookie.</summary>
    public static TheoryData<string, Action<WebApplication>> Ways => new()
    {
        { "Response.Cookies", app => app.Run(context => Set(context, c => c.Response.Cookies.Append("_ga", "1"))) },
        { "with options", app => app.Run(context => Set(context, c => c.Response.Cookies.Append("_ga", "1", new CookieOptions { MaxAge = TimeSpan.FromDays(1) }))) },
        { "several at once", app => app.Run(context => Set(context, c => c.Response.Cookies.Append([KeyValuePair.Create("_ga", "1")], new CookieOptions()))) },
        { "a raw header", app => app.Run(context => Set(context, c => c.Response.Headers.Append("Set-Cookie", "_ga=1; path=/"))) },
        { "a raw header with odd spacing", app => app.Run(context => Set(context, c => c.Response.Headers.SetCookie = "  _ga = 1 ; path=/")) },
        { "a raw header without a name", app => app.Run(context => Set(context, c => c.Response.Headers.SetCookie = "=_ga=1; path=/")) },
        { "a raw header that replaces others", app => app.Run(context => Set(context, c => c.Response.Headers.SetCookie = new[] { "_gid=1", "_ga=1; path=/" })) },
        { "OnStarting", app => app.Run(context => Set(context, c => c.Response.OnStarting(() => Set(c, d => d.Response.Headers.Append("Set-Cookie", "_ga=1"))))) },
        { "OnStarting of a middleware", app => app.Use((context, next) => { context.Response.OnStarting(() => Set(context, c => c.Response.Cookies.Append("_ga", "1"))); return next(context); }).Run(context => context.Response.WriteAsync("x")) },
        { "StartAsync", app => app.Run(async context => { context.Response.Headers.Append("Set-Cookie", "_ga=1"); await context.Response.StartAsync(); }) },
        { "a redirect", app => app.Run(context => Set(context, c => { c.Response.Cookies.Append("_ga", "1"); c.Response.Redirect("/x"); })) },
        { "an error page", app => app.UseExceptionHandler(error => error.Run(context => Set(context, c => c.Response.Headers.SetCookie = "_ga=1"))).Run(_ => throw new InvalidOperationException()) },
        { "a cleared response", app => app.Run(context => Set(context, c => { c.Response.Cookies.Append("a", "1", Essential); c.Response.Clear(); c.Response.Headers.SetCookie = "_ga=1"; })) },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_refused_category_never_reaches_the_browser(string way, Action<WebApplication> app)
    {
        await using Site site = await Site.StartAsync(app);
        Visitor visitor = site.Visitor();

        await visitor.GetAsync("/");
        visitor.SetNames.Should().BeEmpty("nobody has agreed yet, whatever sets it: {0}", way);

        await visitor.RejectAllAsync(site);
        await visitor.GetAsync("/");
        visitor.SetNames.Should().BeEmpty(way);

        await visitor.AcceptAllAsync(site);
        await visitor.GetAsync("/");
        visitor.SetCookies.Should().Contain(line => line.Contains("_ga"), way);
    }

    [Theory]
    [InlineData("_ga=; max-age=0")]
    [InlineData("_ga=x; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/")]
    [InlineData("_ga=x; Expires=Wed, 21 Oct 2015 07:28:00 GMT")]
    [InlineData("_ga=x; max-age=5; max-age=-1")]
    [InlineData("_ga=x; expires=Fri, 01 Jan 2038 00:00:00 GMT; max-age=0")]
    public async Task Deleting_a_cookie_is_always_allowed(string line)
    {
        await using Site site = await Site.StartAsync(context => Set(context, c => c.Response.Headers.SetCookie = line));
        Visitor visitor = site.Visitor();

        await visitor.GetAsync("/");

        visitor.SetCookies.Should().Equal(line);
    }

    [Theory]
    [InlineData("_ga=x; max-age=0; max-age=5")]
    [InlineData("_ga=x; expires=Thu, 01 Jan 1970 00:00:00 GMT; max-age=5")]
    [InlineData("_ga=x; max-age=0x")]
    [InlineData("_ga=x; max-age=")]
    [InlineData("_ga=x; comment=max-age=0")]
    [InlineData("_ga=max-age=0")]
    public async Task What_only_looks_like_a_deletion_is_withheld(string line)
    {
        await using Site site = await Site.StartAsync(context => Set(context, c => c.Response.Headers.SetCookie = line));
        Visitor visitor = site.Visitor();

        await visitor.GetAsync("/");

        visitor.SetCookies.Should().BeEmpty();
    }

    [Fact]
    public async Task Deleting_by_the_framework_s_ways_is_always_allowed()
    {
        await using Site site = await Site.StartAsync(context => Set(context, c =>
        {
            c.Response.Cookies.Delete("a");
            c.Response.Cookies.Delete("b", new CookieOptions { Path = "/x" });
            c.Response.Cookies.Append("c", "", new CookieOptions { Expires = DateTimeOffset.UnixEpoch });
            c.Response.Cookies.Append("d", "", new CookieOptions { MaxAge = TimeSpan.Zero });
        }));
        Visitor visitor = site.Visitor();

        await visitor.GetAsync("/");

        visitor.DeletedNames.Should().BeEquivalentTo("a", "b", "c", "d");
    }

    [Fact]
    public async Task What_the_app_marks_essential_passes_unless_the_site_declared_otherwise()
    {
        await using Site site = await Site.StartAsync(context => Set(context, c =>
        {
            c.Response.Cookies.Append("mine", "1", Essential);
            c.Response.Cookies.Append("ad_shown", "1", Essential);
            c.Response.Cookies.Append("other", "1");
        }));
        Visitor visitor = site.Visitor();

        await visitor.GetAsync("/");

        visitor.SetNames.Should().Equal("mine");
    }

    [Fact]
    public async Task A_tracker_that_the_app_marks_essential_passes_with_a_warning()
    {
        await using Site site = await Site.StartAsync(context => Set(context, c => c.Response.Cookies.Append("_ga", "1", Essential)));
        Visitor visitor = site.Visitor();

        await visitor.GetAsync("/");

        visitor.SetNames.Should().Equal("_ga");
        site.Logs.GetSnapshot().Should().ContainSingle(log => log.Id.Name == "CookieDoubtfulEssential" && log.Level == LogLevel.Warning);
    }

    [Fact]
    public async Task A_tracker_whose_vendor_is_not_declared_can_be_granted_by_nobody()
    {
        Dictionary<string, string?> settings = new(Site.Usual) { ["Enforcement:Undeclared"] = "Allow" };
        await using Site site = await Site.StartAsync(context => Set(context, c => c.Response.Cookies.Append("_gcl_au", "1")), settings);
        Visitor visitor = site.Visitor();
        await visitor.AcceptAllAsync(site);

        await visitor.GetAsync("/");

        visitor.SetNames.Should().BeEmpty();
    }

    [Fact]
    public async Task An_undeclared_cookie_passes_only_where_the_owner_allows_it()
    {
        static Task Answer(HttpContext context) => Set(context, c => c.Response.Cookies.Append("unknown", "1"));
        await using Site strict = await Site.StartAsync(Answer);
        await using Site lenient = await Site.StartAsync(Answer, new Dictionary<string, string?>(Site.Usual) { ["Enforcement:Undeclared"] = "Allow" });
        Visitor one = strict.Visitor();
        Visitor two = lenient.Visitor();

        await one.GetAsync("/");
        await two.GetAsync("/");

        one.SetNames.Should().BeEmpty();
        two.SetNames.Should().Equal("unknown");
        lenient.Logs.GetSnapshot().Should().ContainSingle(log => log.Id.Name == "CookieUndeclared", "it is named all the same");
    }

    [Fact]
    public async Task In_report_mode_nothing_is_withheld_and_everything_reported()
    {
        Dictionary<string, string?> settings = new(Site.Usual) { ["Enforcement:Mode"] = "Report" };
        await using Site site = await Site.StartAsync(
            context => Set(context, c =>
            {
                c.Response.Cookies.Append("_ga", string.Join(',', c.Request.Cookies.Keys));
                c.Response.Cookies.Append("unknown", "1");
            }),
            settings);
        Visitor visitor = site.Visitor();

        await visitor.GetAsync("/", $"{site.DecisionCookie(refused: "analytics")}; _gid=1");

        visitor.SetNames.Should().BeEquivalentTo("_ga", "unknown");
        visitor.SetCookies.Should().Contain(line => line.Contains("_gid"), "nothing is hidden");
        visitor.DeletedNames.Should().BeEmpty("nothing is swept");
        site.Logs.GetSnapshot().Select(log => log.Id.Name).Should().Contain("CookieRefused").And.Contain("CookieUndeclared");
    }

    [Fact]
    public async Task The_caller_s_options_stay_as_they_were()
    {
        CookieOptions options = new() { Path = "/x", MaxAge = TimeSpan.FromDays(1), HttpOnly = true };
        await using Site site = await Site.StartAsync(context => Set(context, c =>
        {
            c.Response.Cookies.Append("basket", "1", options);
            c.Response.Cookies.Append("_ga", "1", options);
        }));

        await site.Visitor().GetAsync("/");

        options.Should().BeEquivalentTo(new CookieOptions { Path = "/x", MaxAge = TimeSpan.FromDays(1), HttpOnly = true });
    }

    [Fact]
    public async Task Choosing_one_category_lets_that_category_alone_arrive()
    {
        await using Site site = await Site.StartAsync(context => Set(context, c =>
        {
            c.Response.Cookies.Append("_ga", "1");
            c.Response.Cookies.Append("__gads", "1");
            c.Response.Cookies.Append("basket", "1");
        }));
        Visitor visitor = site.Visitor();
        await visitor.PostAsync("/_cookie-consent/decision", ("asked", site.Asked()), ("answer", "choose"), ("grant", "analytics"));

        await visitor.GetAsync("/");

        visitor.SetNames.Should().BeEquivalentTo("_ga", "basket");
    }

    [Fact]
    public async Task A_deletion_passes_however_long_the_request_has_taken()
    {
        Site? site = null;
        await using Site started = site = await Site.StartAsync(context =>
        {
            context.Response.Cookies.Append("_gid", "1", new CookieOptions { Expires = site!.Time.GetUtcNow().AddDays(1) });
            site.Time.Advance(TimeSpan.FromMinutes(2));
            context.Response.Cookies.Append("_ga", "", new CookieOptions { Expires = site.Time.GetUtcNow().AddMinutes(-1) });
            return Task.CompletedTask;
        });
        Visitor visitor = started.Visitor("example.com");

        await visitor.GetAsync("/");

        visitor.SetCookies.Should().ContainSingle().Which.Should().StartWith("_ga=");
    }

    [Fact]
    public async Task On_a_path_where_it_is_essential_a_category_counts_as_granted()
    {
        Dictionary<string, string?> settings = new(Site.Usual) { ["Categories:payment:EssentialOn:0"] = "/checkout" };
        await using Site site = await Site.StartAsync(
            context => Set(context, c => c.Response.Cookies.Append("__stripe_mid", c.Request.Cookies["__stripe_sid"] ?? "none")),
            settings);
        Visitor visitor = site.Visitor();
        string refused = site.DecisionCookie(refused: "analytics social payment advertising");

        await visitor.GetAsync("/Checkout/pay", $"{refused}; __stripe_sid=seen");
        visitor.SetCookies.Should().ContainSingle().Which.Should().StartWith("__stripe_mid=seen");

        await visitor.GetAsync("/checkouts", $"{refused}; __stripe_sid=seen");
        visitor.SetCookies.Should().BeEmpty("outside it is withheld, hidden, and a mere refusal sweeps nothing");
    }

    private static Task Set(HttpContext context, Action<HttpContext> set)
    {
        set(context);
        return Task.CompletedTask;
    }
}
