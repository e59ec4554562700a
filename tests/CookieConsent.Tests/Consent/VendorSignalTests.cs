using CookieConsent.Consent;
using CookieConsent.Tests.Configuration;

namespace CookieConsent.Tests.Consent;

public sealed class VendorSignalTests
{
    [Theory]
    [InlineData("{}", "google-ads", "google:advertising")]
    [InlineData("{}", "google-analytics", "google:analytics")]
    [InlineData("{}", "microsoft-ads", "microsoft-uet:advertising")]
    [InlineData("{}", "microsoft-clarity", "clarity:analytics")]
    [InlineData("{}", "meta-pixel", "meta:advertising")]
    [InlineData("{}", "stripe", "")]
    [InlineData("""{ "Google": false }""", "google-ads", "")]
    [InlineData("""{ "Google": false }""", "meta-pixel", "meta:advertising")]
    [InlineData("""{ "Microsoft": false }""", "microsoft-clarity", "")]
    [InlineData("""{ "Microsoft": false }""", "microsoft-ads", "")]
    [InlineData("""{ "Meta": false }""", "meta-pixel", "")]
    public void A_vendor_is_told_in_its_own_kind_of_signal_unless_that_is_switched_off(string signals, string vendor, string told) =>
        Of($$"""{ "Signals": {{signals}}, "Vendors": { "{{vendor}}": {} } }""", vendor).Should().Be(told);

    [Fact]
    public void A_vendor_that_the_owner_moves_to_a_known_category_speaks_for_that_one() =>
        Of("""{ "Vendors": { "google-ads": { "Category": "social" } } }""", "google-ads").Should().Be("google:social");

    [Fact]
    public void A_vendor_in_a_category_of_the_owners_own_speaks_for_what_the_catalogue_says() =>
        Of("""{ "Vendors": { "google-ads": { "Category": "marketing" } }, "Categories": { "marketing": { "Title": "Marketing" } } }""", "google-ads").Should().Be("google:advertising");

    private static string Of(string section, string vendor)
    {
        ConsentPolicy policy = Section.Policy(section);
        return policy.Settings.Signals.Of(policy.Vendor(vendor)!);
    }
}
