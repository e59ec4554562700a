using System.IO.Compression;
using System.Net;
using CookieConsent.Presentation;

namespace CookieConsent.Tests.Routes;

public sealed class AssetRouteTests
{
    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("deflate", null)]
    [InlineData("", null)]
    public async Task It_is_kept_for_ever_and_sent_compressed(string accepts, string? encoding)
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask, Site.Usual);
        Asset stylesheet = StyleAsset.Of(site.Policy);

        HttpResponseMessage response = await site.Visitor().GetAsync("/_cookie-consent" + stylesheet.Route, navigates: false, headers: accepts.Length == 0 ? [] : [("Accept-Encoding", accepts)]);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.CacheControl!.ToString().Should().Be("public, max-age=31536000, immutable");
        response.Headers.Vary.Should().Equal("Accept-Encoding");
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/css");
        response.Content.Headers.ContentEncoding.SingleOrDefault().Should().Be(encoding);
        Stream body = await response.Content.ReadAsStreamAsync();
        using Stream plain = encoding switch { "br" => new BrotliStream(body, CompressionMode.Decompress), "gzip" => new GZipStream(body, CompressionMode.Decompress), _ => body };
        (await new StreamReader(plain).ReadToEndAsync()).Should().Contain(".vc-bar");
    }

    [Fact]
    public async Task An_old_address_gets_today_s_stylesheet_and_is_not_kept()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);

        HttpResponseMessage response = await site.Visitor().GetAsync("/_cookie-consent/0123456789abcdef.css");

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Fact]
    public async Task What_only_some_visits_need_is_fetched_by_them_alone_and_kept_for_ever()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask, Site.Usual);

        foreach ((Asset asset, string type, string content) in (IEnumerable<(Asset, string, string)>)[(Asset.Pages, "text/css", ".vc-declaration"), (Asset.Rest, "text/javascript", "export default")])
        {
            HttpResponseMessage response = await site.Visitor().GetAsync("/_cookie-consent" + asset.Route + "?0", navigates: false);

            response.Headers.CacheControl!.ToString().Should().Be("public, max-age=31536000, immutable");
            response.Content.Headers.ContentType!.MediaType.Should().Be(type);
            (await response.Content.ReadAsStringAsync()).Should().Contain(content);
        }
    }

    [Fact]
    public async Task A_page_of_another_version_does_not_get_this_one_s_rest_of_the_script()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);

        HttpResponseMessage response = await site.Visitor().GetAsync("/_cookie-consent/0123456789abcdef.mjs?0", navigates: false);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Fact]
    public async Task It_needs_no_picture_font_or_other_address()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask, Site.Usual);

        string css = await site.Visitor().GetTextAsync("/_cookie-consent" + StyleAsset.Of(site.Policy).Route) + await site.Visitor().GetTextAsync("/_cookie-consent" + Asset.Pages.Route);

        css.Should().NotContain("url(").And.NotContain("@import").And.NotContain("data:");
    }

    [Theory]
    [InlineData("/0123456789abcdef.de.js")]
    [InlineData("/script.js")]
    [InlineData("/..js")]
    [InlineData("/0.xx-unknown.js")]
    public async Task Any_address_of_a_script_gets_today_s_and_only_its_own_is_kept(string address)
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask, [new("Vendors:google-analytics:Name", "Analytics")]);

        HttpResponseMessage response = await site.Visitor().GetAsync("/_cookie-consent" + address);
        string script = await response.Content.ReadAsStringAsync();

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/javascript");
        script.Should().StartWith("{const policy={\"name\":\".CookieConsent\"").And.Contain("\"google-analytics\"").And.EndWith("}");
    }
}
