using CookieConsent.Catalogue;
using CookieConsent.Consent;
using CookieConsent.Tests.Configuration;

namespace CookieConsent.Tests.Consent;

public sealed class ClassificationTests
{
    private static readonly FrameworkCookie SignIn = new(".AspNetCore.Cookies", "operational", "SignIn", new CookieLifetime(0, 1209600));
    private static readonly FrameworkCookie Custom = new("auth", "operational", "SignIn", new CookieLifetime(0, 3600));

    [Theory]
    [InlineData(".AspNetCore.Cookies")]
    [InlineData(".AspNetCore.CookiesC1")]
    [InlineData(".AspNetCore.CookiesC27")]
    [InlineData("auth")]
    [InlineData("authC1")]
    [InlineData("authC10")]
    public void A_chunk_of_a_large_framework_cookie_is_that_cookie(string name)
    {
        CookieStanding standing = Section.Policy("{}", SignIn, Custom).Classify(name);

        standing.IsEssential.Should().BeTrue();
        standing.Cookie!.Essential.Should().Be("SignIn");
    }

    [Theory]
    [InlineData("authC")]
    [InlineData("authCx")]
    [InlineData("authc1")]
    [InlineData("authD1")]
    [InlineData("auth1")]
    [InlineData("authC1x")]
    [InlineData("C1")]
    [InlineData("1")]
    [InlineData("")]
    [InlineData("xauthC1")]
    public void A_name_that_only_looks_like_a_chunk_is_undeclared(string name) =>
        Section.Policy("{}", SignIn, Custom).Classify(name).IsUndeclared.Should().BeTrue();

    [Fact]
    public void The_sites_declaration_stands_before_the_framework_and_the_catalogue()
    {
        ConsentPolicy policy = Section.Policy("""{ "Cookies": { "auth": { "Category": "analytics" }, "_ga": { "Category": "session" }, "_gid": { "Category": "social" } } }""", Custom);

        policy.Classify("auth").Cookie!.Category.Id.Should().Be("analytics");
        policy.Classify("_ga").IsEssential.Should().BeTrue();
        policy.Classify("_gid").Cookie!.Category.Id.Should().Be("social");
    }

    [Fact]
    public void A_catalogued_cookie_whose_vendor_is_not_declared_can_be_granted_by_nobody()
    {
        CookieStanding standing = Section.Policy("""{ "Vendors": { "stripe": {} } }""").Classify("_ga");

        standing.IsUngrantable.Should().BeTrue();
        standing.IsAsked.Should().BeFalse();
    }

    [Fact]
    public void A_catalogued_cookie_that_is_essential_needs_no_declaration() =>
        Section.Policy("{}").Classify(".AspNetCore.Antiforgery.x").IsEssential.Should().BeTrue();

    [Fact]
    public void Declaring_a_vendor_declares_its_catalogued_cookies()
    {
        ConsentPolicy policy = Section.Policy("""{ "Vendors": { "google-analytics": {} } }""");

        policy.Classify("_ga").Cookie.Should().BeEquivalentTo(new { Category = new { Id = "analytics" }, Vendor = new { Id = "google-analytics" } });
        policy.Classify("_ga").IsDeclaredBySite.Should().BeFalse();
    }

    /// <summary>CNIL, Cityscoot (SAN-2023-003): Google analyses for itself what its captcha reads. Those that only check may be essential, and LINT-17 asks whether they do.</summary>
    [Theory]
    [InlineData("google-recaptcha", false)]
    [InlineData("friendly-captcha", true)]
    [InlineData("cloudflare-turnstile", true)]
    [InlineData("hcaptcha", true)]
    [InlineData("mtcaptcha", true)]
    public void A_captcha_that_serves_its_maker_too_is_asked_for(string vendor, bool isEssential)
    {
        ConsentPolicy policy = Section.Policy($$"""{ "Vendors": { "{{vendor}}": {} } }""");

        policy.Vendor(vendor)!.Category.IsEssential.Should().Be(isEssential);
        policy.Cookies.Where(cookie => cookie.Vendor is not null && cookie.Category.IsEssential != isEssential).Should().BeEmpty();
        Section.Lint($$"""{ "Vendors": { "{{vendor}}": {} } }""").Findings.Any(finding => finding.Id == "LINT-17").Should().Be(isEssential);
    }

    [Fact]
    public void A_vendor_that_the_owner_moves_takes_its_cookies_along()
    {
        ConsentPolicy policy = Section.Policy("""{ "Vendors": { "google-analytics": { "Category": "advertising" } } }""");

        policy.Asked.Select(category => category.Id).Should().Equal("advertising");
        policy.Classify("_ga").Cookie!.Category.Id.Should().Be("advertising");
    }

    [Theory]
    [InlineData(".Cookie*", ".CookieConsent")]
    [InlineData("__Host-*", "__Host-consent")]
    public void No_declaration_reaches_the_decision_cookie(string pattern, string name)
    {
        ConsentPolicy policy = Section.Policy($$"""{ "DecisionCookie": { "Name": "{{name}}" }, "Cookies": { "{{pattern}}": { "Category": "advertising" } } }""");

        policy.Classify(name).IsEssential.Should().BeTrue();
    }

    [Fact]
    public void Storage_other_than_cookies_is_declared_but_claims_no_cookies_name()
    {
        ConsentPolicy policy = Section.Policy("""{ "Cookies": { "shop_state": { "Category": "analytics", "Storage": "LocalStorage" } } }""");

        policy.Cookies.Should().Contain(cookie => cookie.Pattern.Text == "shop_state");
        policy.Classify("shop_state").IsUndeclared.Should().BeTrue();
    }

    [Fact]
    public void Essential_categories_and_unused_ones_are_not_asked_about()
    {
        ConsentPolicy policy = Section.Policy("""
            {
              "Vendors": { "stripe": {} },
              "Categories": { "members": {}, "safety": { "Essential": true }, "club": {} },
              "Cookies": { "basket": { "Category": "session" }, "guard": { "Category": "safety" }, "club_card": { "Category": "club" } }
            }
            """);

        policy.Asked.Select(category => category.Id).Should().BeEquivalentTo("payment", "club");
        policy.Categories.Select(category => category.IsEssential).Should().BeInDescendingOrder("essential ones come first");
    }
}
