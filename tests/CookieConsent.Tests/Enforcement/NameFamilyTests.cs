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
    [InlineData("sess_123", "sess_*")]
    [InlineData("item17", "item*")]
    [InlineData("cart_3fa85f64-5717-4562-b3fc-2c963f66afa6", "cart_*")]
    [InlineData("cart_3fa85f64-5717-4562-b3fc-2c963f66afa6_seen", "cart_*_seen")]
    [InlineData("a_12_b_34_c", "a_*_c")]
    [InlineData("visit.kJ8sQ2mXv0LpT7wZ9aYb", "visit.*")]
    [InlineData("20260310", "*")]
    [InlineData("", "")]
    public void Varying_parts_of_a_name_become_one_star(string name, string family) => Write(name).Should().Be(family);

    [Fact]
    public void A_long_name_is_cut() => Write(new string('x', 5000)).Should().HaveLength(NameFamily.Longest);

    [Fact]
    public void Any_name_fits_into_the_room()
    {
        var random = new Random(4);
        for (int attempt = 0; attempt < 20_000; attempt++)
        {
            string name = new([.. Enumerable.Range(0, random.Next(200)).Select(_ => "aZf09_-.*=é\u0001"[random.Next(12)])]);

            string family = Write(name);

            family.Length.Should().BeLessThanOrEqualTo(NameFamily.Longest);
            Write(name).Should().Be(family);
        }
    }

    private static string Write(string name)
    {
        Span<char> room = stackalloc char[NameFamily.Longest];
        return room[..NameFamily.Write(name, room)].ToString();
    }
}
