using CookieConsent.Decision;

namespace CookieConsent.Tests.Decision;

public sealed class RequestOriginTests
{
    [Theory]
    [InlineData("www.example.co.uk", "same-origin", null, false, false)]
    [InlineData("www.example.co.uk", "none", null, false, false)]
    [InlineData("www.example.co.uk", "same-site", null, true, false)]
    [InlineData("www.example.co.uk", "cross-site", null, true, true)]
    [InlineData("www.example.co.uk", "something-new", null, true, true)]
    [InlineData("www.example.co.uk", "same-origin", "https://evil.example", false, false)]
    [InlineData("www.example.co.uk", "cross-site", "https://www.example.co.uk", true, true)]
    [InlineData("www.example.co.uk", null, null, false, false)]
    [InlineData("www.example.co.uk", null, "https://www.example.co.uk", false, false)]
    [InlineData("www.example.co.uk", null, "http://WWW.Example.co.uk", false, false)]
    [InlineData("www.example.co.uk:443", null, "https://www.example.co.uk", false, false)]
    [InlineData("www.example.co.uk:8443", null, "https://www.example.co.uk:8443", false, false)]
    [InlineData("www.example.co.uk:8443", null, "https://www.example.co.uk", true, true)]
    [InlineData("www.example.co.uk", null, "https://www.example.co.uk.evil.example", true, true)]
    [InlineData("www.example.co.uk", null, "https://evil.example/www.example.co.uk", true, true)]
    [InlineData("www.example.co.uk", null, "https://www.example.co.uk@evil.example", true, true)]
    [InlineData("www.example.co.uk", null, "null", true, true)]
    [InlineData("www.example.co.uk", null, "www.example.co.uk", true, true)]
    [InlineData("[::1]:5000", null, "http://[::1]:5000", false, false)]
    [InlineData("xn--bcher-kva.example", null, "https://xn--bcher-kva.example", false, false)]
    [InlineData("b\u00fccher.example", null, "https://xn--bcher-kva.example", false, false)]
    public void Fetch_metadata_says_where_a_request_comes_from_and_the_origin_where_there_is_none(string host, string? site, string? origin, bool foreign, bool crossSite)
    {
        HttpRequest request = Request(host, site, origin);

        RequestOrigin.IsForeign(request).Should().Be(foreign);
        RequestOrigin.IsCrossSite(request).Should().Be(crossSite);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("none", null, false)]
    [InlineData(null, "null", false)]
    public void A_request_with_neither_says_nothing(string? site, string? origin, bool unknown) =>
        RequestOrigin.IsUnknown(Request("www.example.co.uk", site, origin)).Should().Be(unknown);

    [Theory]
    [InlineData("GET", "cross-site", true)]
    [InlineData("HEAD", "cross-site", true)]
    [InlineData("POST", "cross-site", false)]
    [InlineData("POST", "same-site", true)]
    [InlineData("POST", "same-origin", true)]
    public async Task A_post_from_another_site_carries_no_decision_so_nobody_is_asked_there(string method, string from, bool asked)
    {
        bool needed = false;
        await using Site site = await Site.StartAsync(context =>
        {
            needed = context.GetCookieConsent().IsDecisionNeeded;
            return Task.CompletedTask;
        });

        await site.Visitor().SendAsync(new HttpMethod(method), "/", null, null, [("Sec-Fetch-Site", from)]);

        needed.Should().Be(asked);
    }

    private static HttpRequest Request(string host, string? site, string? origin)
    {
        HttpRequest request = new DefaultHttpContext().Request;
        request.Headers.Host = host;
        if (site is not null)
        {
            request.Headers["Sec-Fetch-Site"] = site;
        }

        if (origin is not null)
        {
            request.Headers.Origin = origin;
        }

        return request;
    }
}
