using CookieConsent.Presentation;

namespace CookieConsent.Tests.Presentation;

public sealed class StyleTests
{
    [Fact]
    public async Task Without_a_theme_every_site_has_the_same_stylesheet()
    {
        await using Site site = await SiteAsync([]);

        StyleAsset.Of(site.Policy).Should().BeSameAs(Asset.Stylesheet);
    }

    [Theory]
    [InlineData("Box")]
    [InlineData("Corner")]
    [InlineData("CornerStart")]
    public async Task Only_a_site_whose_layout_is_no_bar_pays_for_cards(string layout)
    {
        await using Site bar = await SiteAsync([]);
        await using Site card = await SiteAsync(new() { ["Layout"] = layout });

        string css = await card.Visitor().GetTextAsync("/_cookie-consent" + StyleAsset.Of(card.Policy).Route);

        css.Should().Contain(".vc-card{").And.Contain(".vc-bar");
        (await bar.Visitor().GetTextAsync("/_cookie-consent" + StyleAsset.Of(bar.Policy).Route)).Should().NotContain(".vc-card{").And.NotContain(".vc-hint{").And.NotContain(".vc-declaration{");
    }

    [Fact]
    public async Task The_hint_of_a_site_that_asks_nothing_has_a_look()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask, []);

        (await site.Visitor().GetTextAsync("/_cookie-consent" + StyleAsset.Of(site.Policy).Route)).Should().Contain(".vc-hint{");
    }

    [Theory]
    [InlineData("Accent", "#25B", "--vc-accent:#2255bb")]
    [InlineData("Dark:Accent", "white", "--vc-accent:light-dark(#2546b0,#ffffff)")]
    [InlineData("Ink", "rgb(1 2 3)", "--vc-ink:light-dark(#010203,#eceff4)")]
    [InlineData("Dark:Paper", "#000", "--vc-paper:light-dark(#ffffff,#000000)")]
    [InlineData("Radius", "0", "--vc-radius:0")]
    [InlineData("Font", "Inter, 'Source Sans 3', System-UI", "--vc-font:\"Inter\",\"Source Sans 3\",system-ui")]
    [InlineData("Scheme", "dark", "--vc-scheme:dark")]
    public async Task A_theme_is_served_behind_the_stylesheet_where_the_site_s_own_rule_outweighs_it(string key, string value, string rule)
    {
        await using Site site = await SiteAsync(new() { ["Theme:" + key] = value });
        Asset style = StyleAsset.Of(site.Policy);

        HttpResponseMessage response = await site.Visitor().GetAsync("/_cookie-consent" + style.Route);

        style.Route.Should().NotBe(Asset.Stylesheet.Route);
        response.Headers.CacheControl!.ToString().Should().Be("public, max-age=31536000, immutable");
        (await response.Content.ReadAsStringAsync()).Should().EndWith($":where(:root){{{rule}}}");
    }

    [Fact]
    public async Task Pages_link_to_the_stylesheet_of_today_s_theme()
    {
        await using Site site = await SiteAsync(new() { ["Theme:Accent"] = "#063" });
        string before = StyleAsset.Of(site.Policy).Route;
        (await site.Visitor().GetTextAsync("/_cookie-consent/preferences")).Should().Contain($"\"/_cookie-consent{before}\"");

        site.Configuration["CookieConsent:Theme:Accent"] = "#036";
        site.Configuration.Reload();

        string after = StyleAsset.Of(site.Policy).Route;
        after.Should().NotBe(before);
        (await site.Visitor().GetTextAsync("/_cookie-consent/preferences")).Should().Contain($"\"/_cookie-consent{after}\"");
        (await site.Visitor().GetAsync("/_cookie-consent" + before)).Headers.CacheControl!.NoStore.Should().BeTrue("an old page gets today's look and does not keep it");
    }

    [Fact]
    public void Nothing_moves_and_nothing_hides_the_focus()
    {
        string css = string.Concat(Repository.Files("src/CookieConsent/Presentation/Assets").Where(file => file.EndsWith(".css", StringComparison.Ordinal)).Select(Repository.Read));

        css.Should().Contain(".vc-bar").And.Contain(".vc-card").And.Contain(".vc-hint").And.Contain(".vc-dialog");
        css.Should().NotContain("animation:").And.NotContain("transition:").And.NotContain("@keyframes").And.NotMatchRegex("(?<!over)scroll-behavior").And.NotContain("!important;").And.NotMatchRegex(@"outline:\s*(none|0)");
    }

    private static Task<Site> SiteAsync(Dictionary<string, string?> theme) =>
        Site.StartAsync(_ => Task.CompletedTask, Site.Usual.Concat(theme));
}
