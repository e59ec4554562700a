namespace CookieConsent.Tests.Catalogue;

/// <summary>Whoever proposes a row is told which line is wrong, and why.</summary>
public sealed class CatalogueRulesTests
{
    private const string VendorColumns = "id\tname\tcategory\torigins\tpolicy\topt-out\tsignal\tstatus\n";
    private const string CookieColumns = "pattern\tvendor\tcategory\tlifetime\thost\tstorage\tpurpose\n";
    private const string Acme = "acme\tAcme\tsocial\ta.example *.b.example/x\thttps://a.example/\t\tgoogle\t\n";
    private const string Bird = "bird\tBird\tanalytics\t\t\t\t\t\n";
    private const string Id = "acme_id\tacme\tsocial\tP1Y\t\t\tRecognises visitors\n";

    [Fact]
    public void The_shipped_files_have_no_mistake() =>
        CatalogueRules.Mistakes(Repository.Read("src/CookieConsent/Catalogue/vendors.tsv"), Repository.Read("src/CookieConsent/Catalogue/cookies.tsv"))
            .Should().BeEmpty();

    [Fact]
    public void Good_rows_are_no_mistake() =>
        CatalogueRules.Mistakes(VendorColumns + Acme + Bird, CookieColumns + Id + "ac*\tacme\tsocial\tP1Y\ta.example\t\tRecognises visitors\nacme\tacme\tsocial\t\ta.example\tlocal\tRecognises visitors\n")
            .Should().BeEmpty();

    [Theory]
    [InlineData("zoo\tZoo\tsocial\t\t\t\t", "3: 7 columns instead of 8")]
    [InlineData("zoo\tZoo\tsocial\t\t\t\t\t\t", "3: 9 columns instead of 8")]
    [InlineData("zoo\tZoo\tsocials\t\t\t\t\t", "3: there is no category 'socials'")]
    [InlineData("Zoo\tZoo\tsocial\t\t\t\t\t", "3: the id is not made of lower-case words")]
    [InlineData("zoo\t\tsocial\t\t\t\t\t", "3: the vendor has no name")]
    [InlineData("zoo\tZoo \tsocial\t\t\t\t\t", "3: a space stands at the edge")]
    [InlineData("zoo\tZoo\tsocial\thttps://z.example\t\t\t\t", "3: origin 'https://z.example': *no scheme*")]
    [InlineData("zoo\tZoo\tsocial\tz.example:81\t\t\t\t", "3: origin 'z.example:81': *no port*")]
    [InlineData("zoo\tZoo\tsocial\tz*.example\t\t\t\t", "3: origin 'z[*].example': *a host*")]
    [InlineData("zoo\tZoo\tsocial\tZ.example\t\t\t\t", "3: origin 'Z.example': *lower case*")]
    [InlineData("zoo\tZoo\tsocial\ta.example\t\t\t\t", "3: the origin a.example stands in line 2 already")]
    [InlineData("zoo\tAcme\tsocial\t\t\t\t\t", "3: the name Acme stands in line 2 already")]
    [InlineData("zoo\tZoo\tsocial\t\thttp://z.example/\t\t\t", "3: 'http://z.example/' is no https address")]
    [InlineData("zoo\tZoo\tsocial\t\t\thttps://z example/\t\t", "3: 'https://z example/' is no https address")]
    [InlineData("zoo\tZoo\tsocial\t\t\t\tuet\t", "3: there is no signal 'uet'")]
    [InlineData("zoo\tZoo\tsocial\t\t\t\t\tgone", "3: status 'gone'*")]
    [InlineData("aaa\tZoo\tsocial\t\t\t\t\t", "3: the line stands out of order")]
    public void A_mistake_in_the_vendors_names_its_line(string line, string mistake) =>
        CatalogueRules.Mistakes(VendorColumns + Acme + line + "\n", CookieColumns + Id).Should().ContainMatch($"vendors.tsv:{mistake.Replace("[*]", "*")}*");

    [Theory]
    [InlineData("acme_x\tacme\tsocial\tP1Y\tRecognises visitors", "3: 5 columns instead of 7")]
    [InlineData("acme_x\tacme\tsocial\tP1Y\t\t\tRecognises visitors\t", "3: 8 columns instead of 7")]
    [InlineData("acme_x\tacne\tsocial\tP1Y\t\t\tRecognises visitors", "3: there is no vendor 'acne'")]
    [InlineData("acme_x\tacme\tsozial\tP1Y\t\t\tRecognises visitors", "3: there is no category 'sozial'")]
    [InlineData("acme_x\tacme\tsocial\t1 jear\t\t\tRecognises visitors", "3: lifetime '1 jear'*")]
    [InlineData("acme_x\tacme\tsocial\t\t\t\tRecognises visitors", "3: lifetime ''*")]
    [InlineData("acme_x\tacme\tsocial\tP1Y\t\tlocal\tRecognises visitors", "3: local storage and databases have no lifetime")]
    [InlineData("acme_x\tacme\tsession\tP1Y\t\t\tRecognises visitors", "3: the category 'session' ends within a day")]
    [InlineData("acme_x\tacme\tsocial\tP1Y\thttps://a.example\t\tRecognises visitors", "3: 'https://a.example' is no host")]
    [InlineData("acme_x\tacme\tsocial\tP1Y\t*.a.example\t\tRecognises visitors", "3: '[*].a.example' is no host")]
    [InlineData("acme_x\tacme\tsocial\tP1Y\t\tlokal\tRecognises visitors", "3: there is no storage 'lokal'")]
    [InlineData("acme_x\tacme\tsocial\tP1Y\t\t\t", "3: the purpose is a sentence*")]
    [InlineData("acme_x\tacme\tsocial\tP1Y\t\t\tRecognises visitors.", "3: the purpose is a sentence*")]
    [InlineData("acme x\tacme\tsocial\tP1Y\t\t\tRecognises visitors", "3: pattern 'acme x': *no spaces*")]
    [InlineData("*acme\tacme\tsocial\tP1Y\t\t\tRecognises visitors", "3: pattern '[*]acme': *does not begin*")]
    [InlineData("ac*\tacme\tsocial\tP1Y\t\t\tRecognises visitors", "3: pattern 'ac[*]' has fewer than 3*")]
    [InlineData("acm*\tacme\toperational\tP1Y\t\t\tRecognises visitors", "3: pattern 'acm[*]' has fewer than 4*")]
    [InlineData("a*me\tacme\tsocial\tP1Y\t\t\tRecognises visitors", "3: pattern 'a[*]me' has fewer*")]
    [InlineData("aaa\tacme\tsocial\tP1Y\t\t\tRecognises visitors", "3: the line stands out of order")]
    [InlineData("acme_id\tacme\tsocial\tP1Y\t\t\tRecognises visitors", "3: the cookie acme_id stands in line 2 already")]
    public void A_mistake_in_the_cookies_names_its_line(string line, string mistake) =>
        CatalogueRules.Mistakes(VendorColumns + Acme, CookieColumns + Id + line + "\n").Should().ContainMatch($"cookies.tsv:{mistake.Replace("[*]", "*")}*");

    [Theory]
    [InlineData("acme*\tbird\toperational\tP1Y\t\t\tKeeps the basket", "3: 'acme*' passes without consent and reaches 'acme_id' of acme, line 2, which needs it")]
    [InlineData("acme_*d\tbird\tpayment\tP1Y\t\t\tKeeps the basket", "3: 'acme_*d' passes without consent and reaches 'acme_id' of acme, line 2, which needs it")]
    [InlineData("theme\tbird\tanalytics\tP1Y\t\t\tRecognises visitors", "3: 'theme' claims 'theme', which any site may call its own cookie")]
    [InlineData("_pki*\tbird\tanalytics\tP1Y\t\t\tRecognises visitors", "3: '_pki*' claims '_pkid', which any site may call its own cookie")]
    public void A_row_that_reaches_too_far_names_its_line(string line, string mistake) =>
        CatalogueRules.Mistakes(VendorColumns + Acme + Bird, CookieColumns + Id + line + "\n").Should().Equal($"cookies.tsv:{mistake}");

    [Theory]
    [InlineData("acme*\tbird\toperational\tP1Y\ta.example\t\tKeeps the basket")]
    [InlineData("acme*\tbird\toperational\t\t\tlocal\tKeeps the basket")]
    [InlineData("acme*\tbird\tanalytics\tP1Y\t\t\tRecognises visitors")]
    [InlineData("acmes*\tbird\toperational\tP1Y\t\t\tKeeps the basket")]
    [InlineData("theme\tbird\tanalytics\tP1Y\ta.example\t\tRecognises visitors")]
    [InlineData("theme\tbird\tanalytics\t\t\tlocal\tRecognises visitors")]
    public void A_row_that_counts_elsewhere_reaches_nobody(string line) =>
        CatalogueRules.Mistakes(VendorColumns + Acme + Bird, CookieColumns + Id + line + "\n").Should().BeEmpty();

    [Fact]
    public void Two_vendors_never_claim_the_same_name() =>
        CatalogueRules.Mistakes(VendorColumns + Acme + Bird, CookieColumns + Id + Id.Replace("\tacme\t", "\tbird\t"))
            .Should().ContainSingle().Which.Should().Be("cookies.tsv:3: the cookie acme_id stands in line 2 already");

    [Fact]
    public void Other_columns_are_a_mistake() =>
        CatalogueRules.Mistakes("id\tname\n", CookieColumns).Should().Contain("vendors.tsv:1: the columns are others");
}
