using CookieConsent.Catalogue;

namespace CookieConsent.Tests.Catalogue;

public sealed class ReaderTests
{
    private const string VendorColumns = "id\tname\tcategory\torigins\tpolicy\topt-out\tsignal\tstatus\n";
    private const string CookieColumns = "pattern\tvendor\tcategory\tlifetime\thost\tstorage\tpurpose\n";
    private const string GoodCookie = "_ga\tgoogle-analytics\tanalytics\tP2Y\t\t\tVisitor id\n";

    [Theory]
    [InlineData("_ga\tgoogle-analytics\tanalytics\tP2Y\t", "cookies.tsv:3: 5 columns instead of 7.")]
    [InlineData("", "cookies.tsv:3: 1 columns instead of 7.")]
    [InlineData("_ga\tgoogle-analytics\tanalytics\ttwo years\t\t\tVisitor id", "cookies.tsv:3: lifetime 'two years'*")]
    [InlineData("_ga\tgoogle-analytics\tanalytics\t\t\t\tVisitor id", "cookies.tsv:3: lifetime ''*")]
    [InlineData("a b\tgoogle-analytics\tanalytics\tP2Y\t\t\tVisitor id", "cookies.tsv:3: 'a b': *no spaces*")]
    public void A_broken_cookie_line_names_its_file_and_line(string line, string message) =>
        FluentActions.Invoking(() => new CookieRows(CookieColumns + GoodCookie + line + "\n").ToList())
            .Should().Throw<FormatException>().WithMessage(message.Replace("[*]", "*"));

    [Theory]
    [InlineData("acme\tAcme\tsocial\t\t\t\t\tgone", "vendors.tsv:2: status 'gone'*")]
    [InlineData("acme\tAcme", "vendors.tsv:2: 2 columns instead of 8.")]
    public void A_broken_vendor_line_names_its_file_and_line(string line, string message) =>
        FluentActions.Invoking(() => new VendorRows(VendorColumns + line).Values.ToList())
            .Should().Throw<FormatException>().WithMessage(message);

    [Theory]
    [InlineData("")]
    [InlineData("vendor\tpattern\tcategory\tlifetime\thost\tstorage\tpurpose\n")]
    public void Other_columns_are_not_guessed_at(string text) =>
        FluentActions.Invoking(() => new CookieRows(text).ToList())
            .Should().Throw<FormatException>().WithMessage("cookies.tsv:1: *pattern, vendor, category*");

    [Fact]
    public void A_line_becomes_a_row()
    {
        CataloguedCookie first = new CookieRows(CookieColumns + GoodCookie).ToList().Should().ContainSingle().Subject;

        first.Pattern.Text.Should().Be("_ga");
        first.Should().BeEquivalentTo(new { VendorId = "google-analytics", CategoryId = "analytics", Lifetime = new CookieLifetime(24, 0), Host = (string?)null, Storage = (string?)null, Purpose = "Visitor id", IsThirdParty = false });
    }

    [Theory]
    [InlineData("local")]
    [InlineData("indexeddb")]
    public void What_stays_until_somebody_deletes_it_has_no_lifetime(string storage) =>
        new CookieRows($"{CookieColumns}key\tacme\tanalytics\t\t\t{storage}\tVisitor id").ToList()
            .Should().ContainSingle().Which.Should().BeEquivalentTo(new { Storage = storage, Lifetime = CookieLifetime.Session });

    [Fact]
    public void Line_ends_of_another_system_are_no_part_of_a_field() =>
        new CookieRows((CookieColumns + GoodCookie + GoodCookie).Replace("\n", "\r\n"))
            .Select(static cookie => cookie.Purpose).Should().Equal("Visitor id", "Visitor id");

    [Fact]
    public void Rows_are_found_by_vendor_and_are_always_the_same()
    {
        var rows = new CookieRows(CookieColumns + GoodCookie.Replace("google-analytics", "acme") + GoodCookie + GoodCookie.Replace("_ga", "_gb") + GoodCookie.Replace("google-analytics", "zoo"));

        rows["Google-Analytics"].Select(static row => row.Pattern.Text).Should().Equal("_ga", "_gb");
        rows["acme"].Should().ContainSingle().Which.Should().BeSameAs(rows[0]);
        rows["zoo"].Should().ContainSingle();
        rows["google"].Should().BeEmpty();
        rows["zzz"].Should().BeEmpty();
    }

    [Fact]
    public void A_vendor_is_found_whatever_case_its_id_is_written_in()
    {
        var vendors = new VendorRows(VendorColumns + "acme\tAcme\tsocial\t\t\t\t\t\n");

        vendors.ContainsKey("ACME").Should().BeTrue();
        vendors["Acme"].Should().BeSameAs(vendors.GetValueOrDefault("acme"));
        vendors.GetValueOrDefault("acne").Should().BeNull();
        vendors.Keys.Should().Equal("acme");
        FluentActions.Invoking(() => vendors["acne"]).Should().Throw<KeyNotFoundException>().WithMessage("*acne*");
    }

    [Fact]
    public void Empty_fields_of_a_vendor_are_unknown_and_origins_are_separated_by_spaces()
    {
        CataloguedVendor vendor = new VendorRows(VendorColumns + "acme\tAcme\tsocial\ta.example *.b.example\t\t\t\tdiscontinued").Values.ToList().Should().ContainSingle().Subject;

        vendor.Origins.Should().Equal("a.example", "*.b.example");
        vendor.Should().BeEquivalentTo(new { PolicyUrl = (string?)null, OptOutUrl = (string?)null, Signal = (string?)null, IsDiscontinued = true });
    }
}
