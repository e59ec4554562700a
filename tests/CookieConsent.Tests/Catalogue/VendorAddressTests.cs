using CookieConsent.Catalogue;

namespace CookieConsent.Tests.Catalogue;

/// <summary>Where several services share a host, path and id tell them apart.</summary>
public sealed class VendorAddressTests
{
    [Theory]
    [InlineData("https://www.googletagmanager.com/gtm.js?id=GTM-ABC", "google-tag-manager")]
    [InlineData("https://www.googletagmanager.com/ns.html?id=GTM-ABC", "google-tag-manager")]
    [InlineData("https://www.googletagmanager.com/gtag/js", "google-analytics")]
    [InlineData("https://www.googletagmanager.com/gtag/js?id=G-ABC", "google-analytics")]
    [InlineData("https://www.googletagmanager.com/gtag/js?id=UA-1-1", "google-analytics")]
    [InlineData("https://www.googletagmanager.com/gtag/js?id=GT-ABC", "google-analytics")]
    [InlineData("https://www.googletagmanager.com/gtag/js?id=AW-123", "google-ads")]
    [InlineData("https://www.googletagmanager.com/gtag/js?l=dataLayer&id=AW-123", "google-ads")]
    [InlineData("https://www.googletagmanager.com/gtag/destination?id=AW-123", "google-ads")]
    [InlineData("https://www.googletagmanager.com/gtag/js?id=DC-123", "doubleclick")]
    [InlineData("https://region1.google-analytics.com/g/collect", "google-analytics")]
    [InlineData("https://www.google-analytics.com/analytics.js", "google-analytics")]
    [InlineData("https://analytics.google.com/g/collect", "google-analytics")]
    [InlineData("https://stats.g.doubleclick.net/dc.js", "google-analytics")]
    [InlineData("https://googleads.g.doubleclick.net/pagead/id", "google-ads")]
    [InlineData("https://securepubads.g.doubleclick.net/tag/js/gpt.js", "doubleclick")]
    [InlineData("https://1234.fls.doubleclick.net/activityi", "doubleclick")]
    [InlineData("https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js?client=ca-pub-1", "google-adsense")]
    [InlineData("https://pagead2.googlesyndication.com/ccm/collect", "google-ads")]
    [InlineData("https://www.google.com/recaptcha/api.js", "google-recaptcha")]
    [InlineData("https://www.gstatic.com/recaptcha/releases/x/recaptcha__en.js", "google-recaptcha")]
    [InlineData("https://www.gstatic.com/firebasejs/10.0.0/firebase-app.js", "firebase")]
    [InlineData("https://www.google.com/maps/embed?pb=1", "google-maps")]
    [InlineData("https://maps.googleapis.com/maps/api/js?key=1", "google-maps")]
    [InlineData("https://www.google.com/pagead/1p-user-list/1/", "google-ads")]
    [InlineData("https://apis.google.com/js/platform.js", "google")]
    [InlineData("https://apis.google.com/js/plusone.js", "google-plus")]
    [InlineData("https://accounts.google.com/gsi/client", "google-signin")]
    [InlineData("https://connect.facebook.net/en_US/fbevents.js", "meta-pixel")]
    [InlineData("https://connect.facebook.net/signals/config/1?v=2", "meta-pixel")]
    [InlineData("https://connect.facebook.net/de_DE/sdk.js#xfbml=1", "facebook")]
    [InlineData("https://www.facebook.com/tr?id=1&ev=PageView&noscript=1", "meta-pixel")]
    [InlineData("https://www.facebook.com/tr/", "meta-pixel")]
    [InlineData("https://www.facebook.com/plugins/like.php?href=x", "facebook")]
    [InlineData("https://www.youtube-nocookie.com/embed/1", "youtube")]
    [InlineData("https://i.ytimg.com/vi/1/default.jpg", "youtube")]
    [InlineData("https://platform.twitter.com/widgets.js", "x-twitter")]
    [InlineData("https://t.co/1/i/adsct?x=1", "x-ads")]
    [InlineData("https://snap.licdn.com/li.lms-analytics/insight.min.js", "linkedin-insight")]
    [InlineData("https://platform.linkedin.com/in.js", "linkedin")]
    [InlineData("https://s.pinimg.com/ct/core.js", "pinterest-tag")]
    [InlineData("https://i.pinimg.com/1.jpg", "pinterest")]
    [InlineData("https://www.redditstatic.com/ads/pixel.js", "reddit-pixel")]
    [InlineData("https://challenges.cloudflare.com/turnstile/v0/api.js", "cloudflare-turnstile")]
    [InlineData("https://js.monitor.azure.com/scripts/b/ai.3.gbl.min.js", "azure-app-insights")]
    [InlineData("https://js.monitor.azure.com/scripts/c/ms.analytics-web-4.min.js", "microsoft-1ds")]
    [InlineData("https://c.bing.com/c.gif?CtsSyncId=1&RedC=c.clarity.ms", "microsoft-clarity")]
    [InlineData("https://bat.bing.com/bat.js", "microsoft-ads")]
    [InlineData("https://ws-eu.amazon-adsystem.com/widgets/q", "amazon-associates")]
    [InlineData("https://c.amazon-adsystem.com/aax2/apstag.js", "amazon-ads")]
    [InlineData("https://js.stripe.com/v3/", "stripe")]
    [InlineData("https://www.paypal.com/sdk/js?client-id=1", "paypal")]
    [InlineData("https://dpm.demdex.net/id?d_visid_ver=5", "adobe-analytics")]
    [InlineData("https://acme.demdex.net/dest5.html", "adobe-audience-manager")]
    [InlineData("//static.hotjar.com/c/hotjar-1.js?sv=6", "hotjar")]
    [InlineData("https://www.google.com/", null)]
    [InlineData("https://www.gstatic.com/charts/loader.js", null)]
    [InlineData("https://cdn.jsdelivr.net/npm/vue", null)]
    [InlineData("/js/site.js", null)]
    public void An_address_belongs_to_the_service_that_answers_there(string url, string? vendor) =>
        CookieCatalogue.Default.FindVendor(url)?.Id.Should().Be(vendor);

    [Fact]
    public void Every_origin_leads_to_its_own_vendor() =>
        DataFiles.Vendors.SelectMany(vendor => vendor.Origins.Select(origin => (vendor.Id, Url: "https://" + origin.Replace("*.", "a.").Replace("*", "x"))))
            .Where(expected => CookieCatalogue.Default.FindVendor(expected.Url)?.Id != expected.Id)
            .Should().BeEmpty("one origin belongs to one vendor, and none hides another");
}
