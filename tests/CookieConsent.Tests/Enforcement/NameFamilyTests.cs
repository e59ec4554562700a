using CookieConsent.Enforcement;

namespace CookieConsent.Tests.Enforcement;

public sealed class NameFamilyTests
{
    [Theory]
    [InlineData("basket", "basket")]
    [InlineData("theme2", "theme2")]
    [InlineData("oauth2_state", "oauth2_state")]
    [InlineData("facade", "facade")]
    [InlineData("decade_bed", "decade_bed")]
    [InlineData("sess_ab12cd34", "sess_*")]
    [InlineData("sess_8f3a91", "sess_*")]
    [InlineData("sess_12345", "sess_*")]
    [InlineData("cart_3fa85f64-5717-4562-b3fc-2c963f66afa6", "cart_*")]
    [InlineData("cart_3fa85f64-5717-4562-b3fc-2c963f66afa6_seen", "cart_*_seen")]
    [InlineData("tab_2026-03-10", "tab_*")]
    [InlineData("visit.kJ8sQ2mXv0LpT7wZ9aYb", "visit.*")]
    [InlineData("20260310", "*")]
    [InlineData("", "")]
    public void Varying_parts_of_a_name_become_one_star(string name, string family) => Of(name).Should().Be((family, family));

    [Theory]
    [InlineData("promo2024", "promo*")]
    [InlineData("sess_123", "sess_*")]
    [InlineData("item17", "item*")]
    [InlineData("sess_abc123", "sess_*")]
    [InlineData("is_face2face", "is_*")]
    [InlineData("my_recentlyViewedProducts2", "my_*")]
    [InlineData("a_12_b_34_c", "a_*_c")]
    public void A_name_that_says_nothing_about_anybody_may_be_said_beside_its_family(string name, string family) => Of(name).Should().Be((family, name));

    [Theory]
    [InlineData("i18n")]
    [InlineData("a11y")]
    [InlineData("v10")]
    [InlineData("ab10")]
    [InlineData("abc123")]
    [InlineData("cafe24")]
    [InlineData("face2face")]
    [InlineData("recentlyViewedProducts2")]
    public void A_name_whose_family_nobody_may_declare_has_no_family(string name) => Of(name).Should().Be((name, name));

    [Theory]
    [InlineData("draft_jane.doe@example.com", "draft_*")]
    [InlineData("draft_jane_doe@example.com", "draft_*")]
    [InlineData("draft-jane@example.com:2", "draft-*:2")]
    [InlineData("draft_jane.doe%40example.com", "draft_*")]
    [InlineData("draft_j\u00fcrgen@example.com", "draft_*")]
    [InlineData("jane.doe@example.com", "*")]
    [InlineData("a@b_c@d", "*")]
    [InlineData("@@auth0spajs@@::x", "@@auth0spajs@@::x")]
    [InlineData("@theme", "@theme")]
    public void An_address_in_a_name_is_never_kept(string name, string family) => Of(name).Should().Be((family, family));

    [Fact]
    public void A_long_name_is_cut_and_covers_what_was_cut_off()
    {
        string text = Of(new string('x', 5000)).Text;

        text.Should().Be(new string('x', NameFamily.Longest - 1) + "*");
        Of($"sess_12_{new string('x', NameFamily.Longest)}").Should().Be(("sess_*", "sess_*"));
        Of(new string('x', NameFamily.Longest - 1)).Text.Should().NotContain("*", "only a name that may have been cut is no whole name");
    }

    [Fact]
    public void Any_name_fits_into_the_room()
    {
        var random = new Random(4);
        for (int attempt = 0; attempt < 20_000; attempt++)
        {
            string name = new([.. Enumerable.Range(0, random.Next(200)).Select(_ => "aZf09_-.*=é\u0001@%40\ud83c"[random.Next(17)])]);

            (string text, string shown) = Of(name);

            text.Length.Should().BeLessThanOrEqualTo(NameFamily.Longest);
            shown.Should().BeOneOf(text, name);
            Of(name).Should().Be((text, shown));
        }
    }

    private static (string Text, string Shown) Of(string name)
    {
        Span<char> room = stackalloc char[NameFamily.Longest];
        NameFamily family = NameFamily.Of(name, room);
        return (family.Text.ToString(), family.Shown.ToString());
    }
}
