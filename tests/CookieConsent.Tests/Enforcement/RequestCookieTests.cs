namespace CookieConsent.Tests.Enforcement;

public sealed class RequestCookieTests
{
    [Fact]
    public async Task What_is_not_granted_is_hidden_and_the_rest_is_seen()
    {
        await using Site site = await Site.StartAsync(Names);
        Visitor visitor = site.Visitor();
        const string cookies = "basket=1; _ga=1; _gcl_au=1; theirs=1; ad_shown=1; uid=1";

        (await visitor.GetTextAsync("/", cookies)).Should().Be("basket theirs uid", "an undecided visitor has granted nothing, and what nobody knows may be another app's");
        (await visitor.GetTextAsync("/", cookies + "; " + site.DecisionCookie(granted: "analytics"))).Should().Be(".CookieConsent _ga basket theirs uid");
        (await visitor.GetTextAsync("/", cookies + "; " + site.DecisionCookie(granted: "analytics advertising"))).Should().Be(".CookieConsent _ga ad_shown basket theirs uid", "the vendor of _gcl_au is not declared");
    }

    [Fact]
    public async Task An_undecided_visitor_s_cookies_are_hidden_but_not_swept()
    {
        await using Site site = await Site.StartAsync(Names);
        Visitor visitor = site.Visitor();
        string expired = site.DecisionCookie(refused: "analytics");
        site.Time.Advance(TimeSpan.FromDays(200));

        (await visitor.GetTextAsync("/", "_ga=1; " + expired)).Should().Be(".CookieConsent");

        visitor.SetCookies.Should().BeEmpty();
    }

    [Theory]
    [InlineData("_ga", null)]
    [InlineData("_GA", null)]
    [InlineData("Basket", "b")]
    [InlineData("missing", null)]
    public async Task Every_way_to_look_agrees(string name, string? expected)
    {
        await using Site site = await Site.StartAsync(context => context.Response.WriteAsync(string.Join(
            '|',
            context.Request.Cookies[name] ?? "null",
            context.Request.Cookies.TryGetValue(name, out string? value) ? value : "null",
            context.Request.Cookies.ContainsKey(name),
            context.Request.Cookies.Count)));

        string seen = await site.Visitor().GetTextAsync("/", "_ga=a; basket=b");

        seen.Should().Be($"{expected ?? "null"}|{expected ?? "null"}|{expected is not null}|1");
    }

    [Fact]
    public async Task The_raw_header_stays_as_it_came()
    {
        await using Site site = await Site.StartAsync(context => context.Response.WriteAsync(context.Request.Headers.Cookie.ToString()));

        (await site.Visitor().GetTextAsync("/", "_ga=1; basket=1")).Should().Be("_ga=1; basket=1");
    }

    [Fact]
    public async Task A_header_that_the_app_rewrites_is_read_anew()
    {
        await using Site site = await Site.StartAsync(context =>
        {
            int before = context.Request.Cookies.Count;
            context.Request.Headers.Cookie = "_ga=1; basket=2; theirs=3";
            return context.Response.WriteAsync($"{before} {context.Request.Cookies.Count} {context.Request.Cookies["theirs"]}");
        });

        (await site.Visitor().GetTextAsync("/", "_ga=1; basket=1")).Should().Be("1 2 3");
    }

    [Fact]
    public async Task A_decision_made_in_code_holds_for_the_rest_of_the_request()
    {
        await using Site site = await Site.StartAsync(async context =>
        {
            await context.GetCookieConsent().GrantAsync("analytics");
            string granted = string.Join(' ', context.Request.Cookies.Keys);
            await context.GetCookieConsent().WithdrawAsync();
            await context.Response.WriteAsync($"{granted}|{string.Join(' ', context.Request.Cookies.Keys)}");
        });

        (await site.Visitor().GetTextAsync("/", "_ga=1; basket=1")).Should().Be("_ga basket|basket");
    }

    private static Task Names(HttpContext context) =>
        context.Response.WriteAsync(string.Join(' ', context.Request.Cookies.Keys.Order(StringComparer.Ordinal)));
}
