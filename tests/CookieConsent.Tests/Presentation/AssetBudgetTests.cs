using System.IO.Compression;
using CookieConsent.Consent;
using CookieConsent.Presentation;
using CookieConsent.Tests.Configuration;

namespace CookieConsent.Tests.Presentation;

/// <summary>What the browser has to fetch. CI prints the same numbers, as <c>npm run sizes</c> does.</summary>
public sealed class AssetBudgetTests
{
    /// <summary>What every page waits for, with the signals for Google.</summary>
    private const int FirstVisit = 7000;

    /// <summary>What is fetched when the visitor turns to the bar, or has answered.</summary>
    private const int Later = 5400;

    private const int PerVendor = 60;

    [Fact]
    public void A_first_visit_fetches_no_more_than_the_budget()
    {
        int style = Compressed(Asset.Embedded("style.min.css")), script = Compressed([.. Asset.Embedded("signal.google.min.js"), .. Asset.Embedded("head.min.js")]);

        (style + script).Should().BeLessThanOrEqualTo(FirstVisit);
    }

    [Fact]
    public void What_is_fetched_later_grows_no_larger_than_it_is()
    {
        int style = Compressed(Asset.Embedded("pages.min.css")), script = Compressed(Asset.Embedded("rest.min.js"));

        (style + script).Should().BeLessThanOrEqualTo(Later);
    }

    [Fact]
    public void A_theme_costs_few_bytes()
    {
        ConsentPolicy themed = Section.Policy("""{ "Theme": { "Accent": "#1f6f54", "Ink": "#111", "Radius": "4px", "Font": "Inter, system-ui", "Scheme": "Light" } }""");
        byte[] plain = Asset.Embedded("style.min.css");

        byte[] style = StyleAsset.Of(themed).In(encoding => encoding == "br").Bytes;

        style.Length.Should().BeLessThanOrEqualTo(Compressed(plain) + 140);
    }

    [Fact]
    public async Task A_declared_vendor_costs_few_bytes()
    {
        string[] ids = [.. CookieConsent.Catalogue.CookieCatalogue.Default.Vendors.Keys.Order(StringComparer.Ordinal).Take(12)];
        int one = await ScriptAsync(ids[..1]), twelve = await ScriptAsync(ids);

        ((twelve - one) / (ids.Length - 1)).Should().BeLessThanOrEqualTo(PerVendor);
    }

    private static async Task<int> ScriptAsync(string[] vendors)
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask, vendors.Select(id => KeyValuePair.Create($"Vendors:{id}:OptOutUrl", (string?)null)));
        site.Policy.Vendors.Should().HaveCount(vendors.Length);
        HttpResponseMessage response = await site.Visitor().GetAsync("/_cookie-consent/any.en.js", navigates: false);
        return Compressed(await response.Content.ReadAsByteArrayAsync());
    }

    private static int Compressed(byte[] bytes)
    {
        byte[] to = new byte[bytes.Length + 100];
        using var encoder = new BrotliEncoder(quality: 11, window: 22);
        encoder.Compress(bytes, to, out _, out int written, isFinalBlock: true);
        return written;
    }
}
