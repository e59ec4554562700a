using CookieConsent.Consent;
using CookieConsent.Tests.Configuration;

namespace CookieConsent.Tests.Consent;

public sealed class EssentialPathTests
{
    private static readonly ConsentPolicy Policy = Section.Policy("""
        {
          "Vendors": { "stripe": {}, "google-analytics": {} },
          "Categories": { "payment": { "EssentialOn": [ "/checkout", "/account/Pay/" ] }, "analytics": { "EssentialOn": [ "/stats" ] } }
        }
        """);

    [Theory]
    [InlineData("/checkout", "payment")]
    [InlineData("/checkout/", "payment")]
    [InlineData("/checkout/card/3ds", "payment")]
    [InlineData("/CheckOut", "payment")]
    [InlineData("/account/pay", "payment")]
    [InlineData("/ACCOUNT/PAY/now", "payment")]
    [InlineData("/stats/today", "analytics")]
    [InlineData("/checkout-later", "")]
    [InlineData("/checkoutx/card", "")]
    [InlineData("/check", "")]
    [InlineData("/shop/checkout", "")]
    [InlineData("//checkout", "")]
    [InlineData("/account", "")]
    [InlineData("/account/payments", "")]
    [InlineData("checkout", "")]
    [InlineData("/", "")]
    [InlineData("", "")]
    public void A_path_covers_what_stands_below_it_by_whole_segments_in_any_letter_case(string path, string essential) =>
        Policy.EssentialOn(path).Should().Be(essential.Length == 0 ? 0 : Policy.Category(essential)!.Bit);

    [Fact]
    public void A_path_of_an_essential_category_changes_nothing() =>
        Section.Policy("""{ "Vendors": { "stripe": {} }, "Categories": { "operational": { "EssentialOn": [ "/checkout" ] } } }""").EssentialOn("/checkout").Should().Be(0);
}
