using System.Net;
using System.Text;

namespace CookieConsent.Tests.Routes;

public sealed class DecisionRouteTests
{
    private const string Address = "/_cookie-consent/decision";

    [Fact]
    public async Task Accepting_and_rejecting_take_one_request_and_lead_back_to_a_confirmation()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);
        Visitor visitor = site.Visitor();

        HttpResponseMessage accepted = await visitor.PostAsync(Address, ("asked", site.Asked()), ("answer", "grant"), ("return", "/shop?page=2#top"));

        accepted.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        accepted.Headers.Location!.OriginalString.Should().Be("/shop?page=2#vc-saved");
        accepted.Headers.CacheControl!.NoStore.Should().BeTrue();
        visitor.SetCookies.Should().ContainSingle().Which.Should().Contain("path=/").And.Contain("secure").And.Contain("samesite=lax").And.NotContain("domain").And.NotContain("httponly");

        await visitor.RejectAllAsync(site);
        visitor.Jar[".CookieConsent"].Should().Be(site.Decision(refused: "analytics social payment advertising"));
    }

    [Theory]
    [InlineData("true", "\"storage\"")]
    [InlineData("false", null)]
    public async Task A_withdrawal_empties_the_site_s_storage_where_the_owner_wants_that_and_nothing_else_does(string setting, string? expected)
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask, Site.Usual.Append(new("Enforcement:ClearSiteData", setting)));
        Visitor visitor = site.Visitor();

        HttpResponseMessage granted = await visitor.PostAsync(Address, ("asked", site.Asked()), ("answer", "grant"));
        HttpResponseMessage withdrawn = await visitor.PostAsync(Address, ("asked", site.Asked()), ("answer", "refuse"));

        granted.Headers.Contains("Clear-Site-Data").Should().BeFalse();
        (withdrawn.Headers.TryGetValues("Clear-Site-Data", out IEnumerable<string>? values) ? values.Single() : null).Should().Be(expected);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Only_a_POST_changes_a_decision(string method)
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);
        Visitor visitor = site.Visitor();

        HttpResponseMessage response = await visitor.SendAsync(new HttpMethod(method), $"{Address}?answer=grant&asked={site.Asked()}", null, null, [("Sec-Fetch-Site", "same-origin")]);

        response.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.Should().Equal("POST");
        visitor.SetCookies.Should().BeEmpty();
    }

    public static TheoryData<string, string, HttpStatusCode> Origins => new()
    {
        { "grant", "Sec-Fetch-Site: same-origin", HttpStatusCode.SeeOther },
        { "grant", "Sec-Fetch-Site: cross-site", HttpStatusCode.Forbidden },
        { "refuse", "Sec-Fetch-Site: cross-site", HttpStatusCode.Forbidden },
        { "grant", "Sec-Fetch-Site: same-site", HttpStatusCode.Forbidden },
        { "grant", "Sec-Fetch-Site: invented", HttpStatusCode.Forbidden },
        { "grant", "Origin: https://www.example.co.uk", HttpStatusCode.SeeOther },
        { "grant", "Origin: http://www.example.co.uk", HttpStatusCode.SeeOther },
        { "grant", "Origin: https://www.example.co.uk:8443", HttpStatusCode.Forbidden },
        { "grant", "Origin: https://evil.example", HttpStatusCode.Forbidden },
        { "grant", "Origin: https://www.example.co.uk.evil.example", HttpStatusCode.Forbidden },
        { "grant", "Origin: null", HttpStatusCode.Forbidden },
        { "refuse", "Origin: null", HttpStatusCode.Forbidden },
        { "grant", "Origin: not an origin", HttpStatusCode.Forbidden },
        { "grant", "", HttpStatusCode.Forbidden },
        { "refuse", "", HttpStatusCode.SeeOther },
    };

    [Theory]
    [MemberData(nameof(Origins))]
    public async Task A_request_that_comes_from_elsewhere_changes_nothing(string answer, string header, HttpStatusCode expected)
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);
        Visitor visitor = site.Visitor();

        HttpResponseMessage response = await visitor.SendAsync(
            HttpMethod.Post,
            Address,
            Visitor.Form(("asked", site.Asked()), ("answer", answer)),
            null,
            header.Length == 0 ? [] : [(header[..header.IndexOf(':')], header[(header.IndexOf(':') + 2)..])]);

        response.StatusCode.Should().Be(expected);
        visitor.SetCookies.Should().HaveCount(expected == HttpStatusCode.SeeOther ? 1 : 0);
    }

    public static TheoryData<string, HttpContent, HttpStatusCode> Bodies => new()
    {
        { "empty", Visitor.Form(), HttpStatusCode.BadRequest },
        { "no asked", Visitor.Form(("answer", "grant")), HttpStatusCode.BadRequest },
        { "no answer", Visitor.Form(("asked", "AAAA")), HttpStatusCode.BadRequest },
        { "unknown answer", Visitor.Form(("asked", "AAAA"), ("answer", "maybe")), HttpStatusCode.BadRequest },
        { "two answers", Visitor.Form(("asked", "AAAA"), ("answer", "refuse"), ("answer", "grant")), HttpStatusCode.BadRequest },
        { "broken asked", Visitor.Form(("asked", "AAA"), ("answer", "grant")), HttpStatusCode.BadRequest },
        { "odd asked", Visitor.Form(("asked", "A A!"), ("answer", "grant")), HttpStatusCode.BadRequest },
        { "unknown category", Visitor.Form(("asked", "AAAA"), ("answer", "choose"), ("grant", "everything")), HttpStatusCode.BadRequest },
        { "essential category", Visitor.Form(("asked", "AAAA"), ("answer", "choose"), ("grant", "session")), HttpStatusCode.BadRequest },
        { "unknown vendor", Visitor.Form(("asked", "AAAA"), ("answer", "choose"), ("vendor.acme", "allow")), HttpStatusCode.BadRequest },
        { "unknown word", Visitor.Form(("asked", "AAAA"), ("answer", "choose"), ("vendor.stripe", "maybe")), HttpStatusCode.BadRequest },
        { "100 KB", Visitor.Form(("asked", "AAAA"), ("answer", "grant"), ("x", new string('x', 100_000))), HttpStatusCode.RequestEntityTooLarge },
        { "a long value", Visitor.Form(("asked", new string('A', 12_000)), ("answer", "grant")), HttpStatusCode.BadRequest },
        { "many fields", Visitor.Form([.. Enumerable.Range(0, 1100).Select(number => ($"f{number}", "x"))]), HttpStatusCode.BadRequest },
        { "JSON", new StringContent("{\"answer\":\"grant\"}", Encoding.UTF8, "application/json"), HttpStatusCode.UnsupportedMediaType },
        { "a broken multipart form", new StringContent("--x\r\nnothing", Encoding.UTF8, System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x")), HttpStatusCode.BadRequest },
        { "multipart without boundary", new StringContent("x", Encoding.UTF8, System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data")), HttpStatusCode.BadRequest },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_form_that_makes_no_sense_gets_a_clear_answer_and_changes_nothing(string what, HttpContent body, HttpStatusCode expected)
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);
        Visitor visitor = site.Visitor();
        await body.LoadIntoBufferAsync();

        HttpResponseMessage response = await visitor.SendAsync(HttpMethod.Post, Address, body, null, [("Sec-Fetch-Site", "same-origin")]);

        response.StatusCode.Should().Be(expected, what);
        (await response.Content.ReadAsStringAsync()).Should().Contain("Nothing was changed");
        visitor.SetCookies.Should().BeEmpty();
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("\\\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/x\r\nSet-Cookie: a=b")]
    [InlineData("/ü")]
    [InlineData("~/x")]
    [InlineData("")]
    public async Task An_address_that_is_not_local_leads_to_the_start_page(string address)
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);

        HttpResponseMessage response = await site.Visitor().PostAsync(Address, ("asked", site.Asked()), ("answer", "refuse"), ("return", address));

        response.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        response.Headers.Location!.OriginalString.Should().Be("/#vc-saved");
    }

    [Fact]
    public async Task A_grant_covers_what_the_form_showed_and_no_more()
    {
        await using Site old = await Site.StartAsync(_ => Task.CompletedTask);
        string shown = old.Asked();
        Dictionary<string, string?> more = new(Site.Usual) { ["Vendors:facebook:Name"] = "Facebook", ["Vendors:acme:Category"] = "functional" };
        await using Site now = await Site.StartAsync(_ => Task.CompletedTask, more);
        Visitor visitor = now.Visitor();

        await visitor.PostAsync(Address, ("asked", shown), ("answer", "grant"));

        visitor.Jar[".CookieConsent"][..^11].Should().Be(now.Decision(granted: "analytics payment advertising")[..^11], "the vendors of social were others when the form was shown, and functional did not exist");
    }

    [Fact]
    public async Task Answering_what_is_asked_again_keeps_the_other_answers()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);
        Visitor visitor = site.Visitor();
        visitor.Jar[".CookieConsent"] = site.Decision(granted: "analytics", refused: "advertising");

        await visitor.PostAsync(Address, ("asked", site.Asked("social payment")), ("answer", "grant"));

        visitor.Jar[".CookieConsent"][..^11].Should().Be(site.Decision(granted: "analytics social payment", refused: "advertising")[..^11]);
    }

    [Fact]
    public async Task A_vendor_can_be_an_exception_from_its_category()
    {
        await using Site site = await Site.StartAsync(context => context.Response.WriteAsync(
            $"{context.GetCookieConsent().GetVendor("youtube")} {context.GetCookieConsent().GetVendor("stripe")} {context.GetCookieConsent().GetCategory("social")}"));
        Visitor visitor = site.Visitor();

        await visitor.PostAsync(Address, ("asked", site.Asked()), ("answer", "choose"), ("grant", "payment"), ("vendor.youtube", "allow"), ("vendor.stripe", "refuse"), ("vendor.google-analytics", ""));

        (await visitor.GetTextAsync("/")).Should().Be("Granted Refused Refused");
    }

    [Fact]
    public async Task Choosing_nothing_refuses_everything()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);
        Visitor visitor = site.Visitor();

        await visitor.PostAsync(Address, ("asked", site.Asked()), ("answer", "choose"));

        visitor.Jar[".CookieConsent"].Should().Be(site.Decision(refused: "analytics social payment advertising"));
    }

    [Fact]
    public async Task A_decision_ends_the_contradiction_of_two_cookies()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);
        Visitor visitor = site.Visitor("www.example.co.uk");
        string two = $"{site.DecisionCookie(granted: "analytics")}; {site.DecisionCookie(refused: "analytics")}";

        await visitor.SendAsync(HttpMethod.Post, Address, Visitor.Form(("asked", site.Asked()), ("answer", "grant")), two, [("Sec-Fetch-Site", "same-origin")]);

        visitor.SetCookies.Should().Contain(".CookieConsent=; Max-Age=0; Path=/; Domain=example.co.uk");
        visitor.SetCookies.Should().NotContain(".CookieConsent=; Max-Age=0; Path=/", "that is where the new one stands");
        visitor.SetNames.Should().Contain(".CookieConsent");
    }

    [Fact]
    public async Task Ordinary_visits_never_renew_a_decision()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);
        Visitor visitor = site.Visitor();
        await visitor.AcceptAllAsync(site);
        site.Time.Advance(TimeSpan.FromDays(30));

        await visitor.GetAsync("/");

        visitor.SetCookies.Should().BeEmpty();
    }

    [Fact]
    public async Task On_plain_http_the_cookie_is_not_Secure_but_a_prefixed_one_always_is()
    {
        await using Site plain = await Site.StartAsync(_ => Task.CompletedTask);
        await using Site prefixed = await Site.StartAsync(_ => Task.CompletedTask, new Dictionary<string, string?>(Site.Usual) { ["DecisionCookie:Name"] = "__Host-consent" });
        foreach ((Site site, bool secure) in ((Site, bool)[])[(plain, false), (prefixed, true)])
        {
            Visitor visitor = site.Visitor();
            await visitor.SendAsync(HttpMethod.Post, Address, Visitor.Form(("asked", site.Asked()), ("answer", "grant")), null, [("Origin", "http://www.example.co.uk")], "http");
            visitor.SetCookies.Single().Contains("secure").Should().Be(secure);
        }
    }
}
