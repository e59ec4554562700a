using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CookieConsent.Tests.Enforcement;

public sealed class FrameworkTests
{
    /// <summary>Before a decision, after a refusal, after a grant.</summary>
    public static TheoryData<string?> Decisions => [null, "reject", "accept"];

    [Theory]
    [MemberData(nameof(Decisions))]
    public async Task Session_TempData_culture_sign_in_and_antiforgery_work_whatever_was_decided(string? decision)
    {
        await using Site site = await Site.StartAsync(App, services: Services);
        Visitor visitor = site.Visitor();
        await DecideAsync(visitor, site, decision);

        await visitor.GetAsync("/put");
        await visitor.GetAsync("/sign-in");
        string read = await visitor.GetTextAsync("/read");
        string again = await visitor.GetTextAsync("/read");

        read.Should().Be("session=basket tempdata=saved culture=de user=ada antiforgery=True");
        again.Should().Be("session=basket tempdata= culture=de user=ada antiforgery=True", "TempData is for one request, so its deletion must pass too");
    }

    [Fact]
    public async Task The_basket_survives_every_decision()
    {
        await using Site site = await Site.StartAsync(App, services: Services);
        Visitor visitor = site.Visitor();
        await visitor.GetAsync("/put");

        foreach (string decision in (string[])["accept", "reject", "accept"])
        {
            await DecideAsync(visitor, site, decision);
            (await visitor.GetTextAsync("/read")).Should().StartWith("session=basket");
        }
    }

    [Fact]
    public async Task Renamed_framework_cookies_are_known_by_the_app_s_options()
    {
        await using Site site = await Site.StartAsync(App, services: services =>
        {
            Services(services);
            services.Configure<SessionOptions>(options => options.Cookie.Name = "renamed_session");
            services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = "renamed_tempdata");
            services.Configure<AntiforgeryOptions>(options => options.Cookie.Name = "renamed_antiforgery");
            services.Configure<CookieAuthenticationOptions>("Cookies", options => options.Cookie.Name = "renamed_sign_in");
        });
        Visitor visitor = site.Visitor();
        await visitor.GetAsync("/put");
        await visitor.GetAsync("/sign-in");

        string read = await visitor.GetTextAsync("/read");

        read.Should().Be("session=basket tempdata=saved culture=de user=ada antiforgery=True");
        visitor.Jar.Keys.Should().Contain(["renamed_session", "renamed_antiforgery", "renamed_sign_in"]);
    }

    [Fact]
    public async Task A_large_sign_in_cookie_passes_in_its_chunks()
    {
        await using Site site = await Site.StartAsync(
            app => app.MapGet("/", context => context.SignInAsync("Cookies", new ClaimsPrincipal(new ClaimsIdentity([new Claim("x", new string('x', 9000))], "test")))),
            services: services => services.AddAuthentication("Cookies").AddCookie(options => options.Cookie.Name = "ticket"));
        Visitor visitor = site.Visitor();

        await visitor.GetAsync("/");

        visitor.SetNames.Should().Contain(["ticket", "ticketC1", "ticketC2"]);
    }

    [Fact]
    public async Task Authentication_that_the_framework_adds_itself_is_under_enforcement_too()
    {
        await using Site site = await Site.StartAsync(
            app => app.MapGet("/", () => "x").RequireAuthorization(),
            services: services =>
            {
                services.AddAuthentication("Cookies").AddCookie(options => options.Events.OnRedirectToLogin = redirect =>
                {
                    redirect.Response.OnStarting(() =>
                    {
                        redirect.Response.Headers.Append("Set-Cookie", "_ga=1");
                        return Task.CompletedTask;
                    });
                    redirect.Response.Redirect("/login");
                    return Task.CompletedTask;
                });
                services.AddAuthorization();
            });
        Visitor visitor = site.Visitor();

        HttpResponseMessage response = await visitor.GetAsync("/");

        response.StatusCode.Should().Be(System.Net.HttpStatusCode.Redirect);
        visitor.SetNames.Should().BeEmpty();
    }

    [Fact]
    public async Task A_fallback_policy_neither_hides_our_routes_nor_is_opened_by_them()
    {
        await using Site site = await Site.StartAsync(
            app => app.MapGet("/", () => "secret"),
            services: services =>
            {
                services.AddAuthentication("Cookies").AddCookie();
                services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
            });
        Visitor visitor = site.Visitor();

        (await visitor.GetAsync("/")).StatusCode.Should().Be(System.Net.HttpStatusCode.Redirect);
        (await visitor.GetAsync("/_cookie-consent/preferences")).StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
        (await visitor.AcceptAllAsync(site)).StatusCode.Should().Be(System.Net.HttpStatusCode.SeeOther);
        (await visitor.GetAsync("/secret/_cookie-consent/x")).StatusCode.Should().Be(System.Net.HttpStatusCode.NotFound, "the mark lets nobody past authorization");
    }

    [Fact]
    public async Task A_path_base_and_forwarded_headers_change_nothing()
    {
        Dictionary<string, string?> settings = new(Site.Usual) { ["Categories:payment:EssentialOn:0"] = "/checkout" };
        await using Site site = await Site.StartAsync(
            app => app.MapFallback(context =>
            {
                context.Response.Cookies.Append("__stripe_mid", "1");
                return Task.CompletedTask;
            }),
            settings,
            before: app =>
            {
                var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All };
                options.KnownIPNetworks.Clear();
                options.KnownProxies.Clear();
                app.UseForwardedHeaders(options);
                app.UsePathBase("/app");
            });
        Visitor visitor = site.Visitor("internal");
        (string, string)[] forwarded = [("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "www.example.co.uk"), ("X-Forwarded-For", "203.0.113.9")];

        await visitor.GetAsync("/app/checkout/pay", scheme: "http", headers: forwarded);
        visitor.SetNames.Should().Equal("__stripe_mid");

        await visitor.GetAsync("/app/other", scheme: "http", headers: forwarded);
        visitor.SetNames.Should().BeEmpty();

        HttpResponseMessage decided = await visitor.SendAsync(
            HttpMethod.Post,
            "/app/_cookie-consent/decision",
            Visitor.Form(("asked", site.Asked()), ("answer", "grant"), ("return", "/app/other")),
            null,
            [.. forwarded, ("Origin", "https://www.example.co.uk")],
            scheme: "http");
        decided.StatusCode.Should().Be(System.Net.HttpStatusCode.SeeOther);
        decided.Headers.Location!.OriginalString.Should().Be("/app/other#vc-saved");
        visitor.SetCookies.Should().ContainSingle().Which.Should().Contain("secure");

        string page = await (await visitor.GetAsync("/app/_cookie-consent/preferences", scheme: "http", headers: forwarded)).Content.ReadAsStringAsync();
        page.Should().Contain("action=\"/app/_cookie-consent/decision\"");
    }

    private static Task DecideAsync(Visitor visitor, Site site, string? decision) => decision switch
    {
        "accept" => visitor.AcceptAllAsync(site),
        "reject" => visitor.RejectAllAsync(site),
        _ => Task.CompletedTask,
    };

    private static void Services(IServiceCollection services)
    {
        services.AddDistributedMemoryCache();
        services.AddSession();
        services.AddRazorPages();
        services.AddAntiforgery();
        services.AddAuthentication("Cookies").AddCookie();
        services.AddRequestLocalization(options => options.AddSupportedCultures("en", "de").AddSupportedUICultures("en", "de"));
    }

    private static void App(WebApplication app)
    {
        app.UseRequestLocalization();
        app.UseSession();
        app.MapGet("/put", (HttpContext context, ITempDataDictionaryFactory tempData, IAntiforgery antiforgery) =>
        {
            context.Session.SetString("item", "basket");
            ITempDataDictionary data = tempData.GetTempData(context);
            data["message"] = "saved";
            data.Save();
            context.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture("de")));
            antiforgery.GetAndStoreTokens(context);
            return "put";
        });
        app.MapGet("/sign-in", context => context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "ada")], "test"))));
        app.MapGet("/read", async (HttpContext context, ITempDataDictionaryFactory tempData, IAntiforgery antiforgery) =>
        {
            ITempDataDictionary data = tempData.GetTempData(context);
            string? message = data["message"] as string;
            data.Save();
            string token = antiforgery.GetTokens(context).RequestToken!;
            bool cookieKnown = antiforgery.GetTokens(context).CookieToken is null && token.Length > 0;
            await Task.CompletedTask;
            return $"session={context.Session.GetString("item")} tempdata={message} culture={Thread.CurrentThread.CurrentUICulture.Name} user={context.User.Identity?.Name} antiforgery={cookieKnown}";
        });
    }
}
