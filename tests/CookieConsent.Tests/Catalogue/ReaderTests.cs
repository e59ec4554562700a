using CookieConsent.Catalogue;

namespace CookieConsent.Tests.Catalogue;

public sealed class ReaderTests
{
    private const string VendorColumns = "id\tname\tcategory\torigins\tpolicy\topt-out\tsignal\tstatus\n";
    private const string CookieColumns = "pattern\tvendor\tcategory\tlifetime\thost\tpurpose\n";
    private const string GoodCookie = "_ga\tgoogle-analytics\tanalytics\tP2Y\t\tVisitor id\n";

    [Theory]
    [InlineData("_ga\tgoogle-analytics\tanalytics\tP2Y\t", "cookies.tsv:3: 5 columns instead of 6.")]
    [InlineData("", "cookies.tsv:3: 1 columns instead of 6.")]
    [InlineData("_ga\tgoogle-analytics\tanalytics\ttwo years\t\tVisitor id", "cookies.tsv:3: lifetime 'two years'*")]
    [InlineData("a*b\tgoogle-analytics\tanalytics\tP2Y\t\tVisitor id", "cookies.tsv:3: 'a[*]b': *three fixed characters*")]
    public void A_broken_cookie_line_names_its_file_and_line(string line, string message) =>
        FluentActions.Invoking(() => CatalogueReader.ReadCookies(new StringReader(CookieColumns + GoodCookie + line + "\n")))
            .Should().Throw<FormatException>().WithMessage(message.Replace("[*]", "*"));

    [Theory]
    [InlineData("acme\tAcme\tsocial\t\t\t\t\tgone", "vendors.tsv:2: status 'gone'*")]
    [InlineData("acme\tAcme", "vendors.tsv:2: 2 columns instead of 8.")]
    public void A_broken_vendor_line_names_its_file_and_line(string line, string message) =>
        FluentActions.Invoking(() => CatalogueReader.ReadVendors(new StringReader(VendorColumns + line)))
            .Should().Throw<FormatException>().WithMessage(message);

    [Theory]
    [InlineData("")]
    [InlineData("vendor\tpattern\tcategory\tlifetime\thost\tpurpose\n")]
    public void Other_columns_are_not_guessed_at(string text) =>
        FluentActions.Invoking(() => CatalogueReader.ReadCookies(new StringReader(text)))
            .Should().Throw<FormatException>().WithMessage("cookies.tsv:1: *pattern, vendor, category*");

    [Fact]
    public void A_line_becomes_a_row()
    {
        CataloguedCookie first = CatalogueReader.ReadCookies(new StringReader(CookieColumns + GoodCookie)).Should().ContainSingle().Subject;

        first.Pattern.Text.Should().Be("_ga");
        first.Should().BeEquivalentTo(new { VendorId = "google-analytics", CategoryId = "analytics", Lifetime = new CookieLifetime(24, 0), Host = (string?)null, Purpose = "Visitor id", IsThirdParty = false });
    }

    [Fact]
    public void Empty_fields_of_a_vendor_are_unknown_and_origins_are_separated_by_spaces()
    {
        CataloguedVendor vendor = CatalogueReader.ReadVendors(new StringReader(VendorColumns + "acme\tAcme\tsocial\ta.example *.b.example\t\t\t\tdiscontinued")).Should().ContainSingle().Subject;

        vendor.Origins.Should().Equal("a.example", "*.b.example");
        vendor.Should().BeEquivalentTo(new { PolicyUrl = (string?)null, OptOutUrl = (string?)null, Signal = (string?)null, IsDiscontinued = true });
    }
}
