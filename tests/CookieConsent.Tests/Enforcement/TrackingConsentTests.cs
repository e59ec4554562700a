using Microsoft.AspNetCore.Http.Features;

namespace CookieConsent.Tests.Enforcement;

/// <summary>The behaviours of ASP.NET Core's own consent tests, where they apply to consent by category.</summary>
public sealed class TrackingConsentTests
{
    [Fact]
    public async Task Where_nothing_is_asked_nothing_is_needed()
    {
        await using Site site = await Site.StartAsync(Describe, new Dictionary<string, string?>());

        (await site.Visitor().GetTextAsync("/")).Should().Be("needed=False has=True can=True");
    }

    [Theory]
    [InlineData("", "", "needed=True has=False can=False")]
    [InlineData("analytics", "", "needed=True has=False can=False")]
    [InlineData("analytics social payment advertising", "", "needed=True has=True can=True")]
    [InlineData("analytics social payment advertising", "youtube", "needed=True has=False can=False")]
    [InlineData("", "analytics social payment advertising", "needed=True has=False can=False")]
    public async Task Consent_means_that_every_asked_category_is_granted(string granted, string refused, string expected)
    {
        await using Site site = await Site.StartAsync(Describe);

        string cookies = granted + refused == "" ? "" : site.DecisionCookie(granted, refused);

        (await site.Visitor().GetTextAsync("/", cookies)).Should().Be(expected);
    }

    [Theory]
    [InlineData(".CookieConsent=yes")]
    [InlineData(".CookieConsent=")]
    [InlineData(".AspNet.Consent=yes")]
    public async Task An_invalid_or_foreign_consent_cookie_is_no_consent(string cookie)
    {
        await using Site site = await Site.StartAsync(Describe);

        (await site.Visitor().GetTextAsync("/", cookie)).Should().EndWith("has=False can=False");
    }

    [Fact]
    public async Task GrantConsent_takes_effect_in_the_request_and_is_kept()
    {
        await using Site site = await Site.StartAsync(context =>
        {
            Feature(context).GrantConsent();
            context.Response.Cookies.Append("_ga", "1");
            return Describe(context);
        });
        Visitor visitor = site.Visitor();

        (await visitor.GetTextAsync("/")).Should().Be("needed=True has=True can=True");

        visitor.SetNames.Should().Equal(".CookieConsent", "_ga");
        visitor.SetCookies[0].Should().Contain("samesite=lax").And.NotContain("httponly", "scripts may read it").And.Contain("max-age=");
    }

    [Fact]
    public async Task GrantConsent_of_one_who_has_it_sets_nothing()
    {
        await using Site site = await Site.StartAsync(context =>
        {
            Feature(context).GrantConsent();
            return Task.CompletedTask;
        });
        Visitor visitor = site.Visitor();

        await visitor.GetAsync("/", site.DecisionCookie(granted: "analytics social payment advertising"));

        visitor.SetCookies.Should().BeEmpty();
    }

    [Fact]
    public async Task GrantConsent_after_the_response_has_started_is_not_kept_and_warns()
    {
        await using Site site = await Site.StartAsync(async context =>
        {
            await context.Response.WriteAsync("x");
            await context.Response.Body.FlushAsync();
            Feature(context).GrantConsent();
            await Describe(context);
        });
        Visitor visitor = site.Visitor();

        (await visitor.GetTextAsync("/")).Should().Be("xneeded=True has=True can=True");

        visitor.SetCookies.Should().BeEmpty();
        site.Logs.GetSnapshot().Should().Contain(log => log.Level == LogLevel.Warning && log.Message.Contains("after the response had started"));
    }

    [Fact]
    public async Task WithdrawConsent_is_kept_as_a_refusal_so_that_nobody_is_asked_again()
    {
        await using Site site = await Site.StartAsync(context =>
        {
            context.Response.Cookies.Append("_ga", "earlier");
            Feature(context).WithdrawConsent();
            context.Response.Cookies.Append("_gid", "later");
            return Describe(context);
        });
        Visitor visitor = site.Visitor();

        (await visitor.GetTextAsync("/", site.DecisionCookie(granted: "analytics social payment advertising"))).Should().EndWith("has=False can=False");

        visitor.SetNames.Should().Equal([".CookieConsent"], "the cookie that was set before the withdrawal is withheld as well");
        visitor.Jar[".CookieConsent"].Should().Be(site.Decision(refused: "analytics social payment advertising"));
    }

    [Fact]
    public async Task CreateConsentCookie_is_the_line_that_GrantConsent_sends()
    {
        string created = "";
        await using Site site = await Site.StartAsync(context =>
        {
            created = Feature(context).CreateConsentCookie();
            Feature(context).GrantConsent();
            return Task.CompletedTask;
        });
        Visitor visitor = site.Visitor();

        await visitor.GetAsync("/");

        static string Masked(string line) => System.Text.RegularExpressions.Regex.Replace(line, "(?<=^.{37}).{11}", "*");
        Masked(created).Should().Be(Masked(visitor.SetCookies.Single()), "but for the receipt, which is random");
    }

    [Fact]
    public async Task The_cookie_policy_applies_to_what_passes_wherever_it_stands()
    {
        static Task Answer(HttpContext context)
        {
            context.Response.Cookies.Append("basket", "1");
            context.Response.Cookies.Append("_ga", "1");
            context.GetCookieConsent().GrantAllAsync();
            return Task.CompletedTask;
        }

        CookiePolicyOptions options = new() { Secure = CookieSecurePolicy.Always, HttpOnly = Microsoft.AspNetCore.CookiePolicy.HttpOnlyPolicy.None, MinimumSameSitePolicy = SameSiteMode.Strict };
        await using Site behind = await Site.StartAsync(app => app.UseCookiePolicy(options).Run(Answer));
        await using Site before = await Site.StartAsync(app => app.Run(Answer), before: app => app.UseCookiePolicy(options));
        foreach (Site site in (Site[])[behind, before])
        {
            Visitor visitor = site.Visitor();

            await visitor.GetAsync("/");

            visitor.SetNames.Should().Equal("basket", ".CookieConsent");
            visitor.SetCookies.Should().OnlyContain(line => line.Contains("secure") && line.Contains("samesite=strict"));
        }
    }

    [Fact]
    public async Task The_cookie_policy_s_own_feature_agrees_with_the_decision()
    {
        await using Site site = await Site.StartAsync(
            app => app.UseCookiePolicy().Run(context =>
            {
                context.Response.Cookies.Append("basket", "1");
                return context.Response.WriteAsync($"can={Feature(context).CanTrack}");
            }),
            services: services => services.Configure<CookiePolicyOptions>(options => options.OnAppendCookie = append => append.CookieOptions.Extensions.Add("Priority=High")));
        Visitor visitor = site.Visitor();

        (await visitor.GetTextAsync("/", ".AspNet.Consent=yes")).Should().Be("can=False");
        visitor.SetCookies.Should().ContainSingle().Which.Should().StartWith("basket=1").And.EndWith("Priority=High");
        (await visitor.GetTextAsync("/", site.DecisionCookie(granted: "analytics social payment advertising"))).Should().Be("can=True");
    }

    [Fact]
    public async Task A_second_consent_in_the_same_app_is_a_warning()
    {
        await using Site site = await Site.StartAsync(
            app => app.UseCookiePolicy().Run(_ => Task.CompletedTask),
            services: services => services.Configure<CookiePolicyOptions>(options => options.CheckConsentNeeded = _ => true));

        await site.Visitor().GetAsync("/");

        site.Logs.GetSnapshot().Should().ContainSingle(log => log.Level == LogLevel.Warning && log.Message.Contains("CheckConsentNeeded"));
    }

    private static ITrackingConsentFeature Feature(HttpContext context) => context.Features.GetRequiredFeature<ITrackingConsentFeature>();

    private static Task Describe(HttpContext context)
    {
        ITrackingConsentFeature feature = Feature(context);
        return context.Response.WriteAsync($"needed={feature.IsConsentNeeded} has={feature.HasConsent} can={feature.CanTrack}");
    }
}
