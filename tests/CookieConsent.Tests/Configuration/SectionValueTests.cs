using CookieConsent.Configuration;

namespace CookieConsent.Tests.Configuration;

public sealed class SectionValueTests
{
    [Theory]
    [InlineData("""{ "PolicyUrl": { "en": "/privacy" } }""", "PolicyUrl", "must be a text, not an object")]
    [InlineData("""{ "ValidForMonths": 6.5 }""", "ValidForMonths", "must be a whole number")]
    [InlineData("""{ "ValidForMonths": "" }""", "ValidForMonths", "must be a whole number")]
    [InlineData("""{ "ValidForMonths": 99999999999 }""", "ValidForMonths", "must be a whole number")]
    [InlineData("""{ "Controller": "Example Ltd" }""", "Controller", "an object is expected")]
    [InlineData("""{ "Vendors": "stripe" }""", "Vendors", "an object is expected")]
    [InlineData("""{ "Vendors": [ "stripe" ] }""", "Vendors:0", "an object is expected")]
    [InlineData("""{ "Vendors": { "stripe": true } }""", "Vendors:stripe", "an object is expected")]
    [InlineData("""{ "Vendors": { "stripe": { "Origins": "js.stripe.com" } } }""", "Vendors:stripe:Origins", "an object is expected")]
    [InlineData("""{ "Categories": { "members": { "Essential": "ja" } } }""", "Categories:members:Essential", "true or false")]
    [InlineData("""{ "Cookies": { "ref": { "Category": "session", "Storage": "Cooky" } } }""", "Cookies:ref:Storage", "one of Cookie, LocalStorage, SessionStorage, IndexedDb, Pixel")]
    [InlineData("""{ "Cookies": { "ref": { "Category": "session", "Storage": 1 } } }""", "Cookies:ref:Storage", "one of Cookie")]
    [InlineData("""{ "Enforcement": { "Undeclared": "Pass" } }""", "Enforcement:Undeclared", "one of Withhold, Allow")]
    [InlineData("""{ "Enforcement": "Report" }""", "Enforcement", "an object is expected")]
    [InlineData("""{ "Lint": { "FailOn": "Always" } }""", "Lint:FailOn", "one of Never, Error, Warning")]
    [InlineData("""{ "Texts": { "BannerTitle": "Cookies" } }""", "Texts:BannerTitle", "an object is expected")]
    [InlineData("""{ "Texts": { "en": { "BannerTitle": { "a": "b" } } } }""", "Texts:en:BannerTitle", "must be a text, not an object")]
    [InlineData("""{ "Cookie": { } }""", "Cookie", "no such setting")]
    [InlineData("""{ "Cookies": { "ref": { "Category": "session", "Lifespan": "P1Y" } } }""", "Cookies:ref:Lifespan", "no such setting")]
    public void A_value_of_the_wrong_kind_is_a_mistake_of_its_own(string json, string path, string rule)
    {
        Mistake mistake = Section.Mistakes(json).Should().ContainSingle().Subject;

        mistake.Path.Should().Be("CookieConsent:" + path);
        mistake.Rule.Should().Contain(rule);
    }

    [Fact]
    public void What_stands_beside_a_bad_value_is_still_bound()
    {
        CookieConsentOptions options = Section.Options("""{ "ValidForMonths": "six", "PolicyUrl": "/privacy", "Vendors": { "stripe": {}, "youtube": { "Name": "Films", "Colour": "red" } } }""");

        options.ValidForMonths.Should().Be(6);
        options.PolicyUrl.Should().Be("/privacy");
        options.Vendors.Should().ContainKeys("stripe", "youtube");
        options.Vendors["youtube"]!.Name.Should().Be("Films");
    }

    [Theory]
    [InlineData("""{ "Vendors": { "acme": "yes" }, "Cookies": { "club": { "Category": "social", "Vendor": "acme" } } }""")]
    [InlineData("""{ "Categories": { "members": "Club" }, "Cookies": { "club": { "Category": "members" } } }""")]
    public void One_slip_is_one_mistake(string json) => Section.Mistakes(json).Should().ContainSingle();

    [Fact]
    public void Every_setting_reaches_the_options()
    {
        CookieConsentOptions options = Section.Options("""
            {
              "PolicyUrl": "/privacy#cookies", "PolicyRevision": "2018-05-10",
              "Controller": { "Name": "Example", "Contact": "privacy@example.com" },
              "ValidForMonths": 12, "Language": "en-GB", "RoutePrefix": "/consent",
              "Vendors": { "acme-club": { "Name": "Acme Club", "Category": "members", "Origins": [ "club.acme.example", "*.acme.example/w" ], "PolicyUrl": "https://acme.example/privacy", "OptOutUrl": "https://acme.example/out" } },
              "Categories": { "members": { "Title": "Club", "Description": "Points.", "Essential": false, "EssentialOn": [ "/club" ] } },
              "Cookies": { "acme_*": { "Name": "acme2_*", "Category": "members", "Vendor": "acme-club", "Lifetime": "30 days", "Purpose": "Card", "Reason": "None", "Storage": "localstorage", "Path": "/club" } },
              "Enforcement": { "Mode": "report", "Undeclared": "Allow" },
              "DecisionCookie": { "Name": "consent", "Domain": "example.com", "Path": "/shop" },
              "Lint": { "FailOn": "warning", "Suppress": { "LINT-31": "The banner names it in a picture", "lint-59": "Being tried" } },
              "Texts": { "en": { "BannerTitle": "Cookies" } }
            }
            """);

        options.Should().BeEquivalentTo(new
        {
            PolicyUrl = "/privacy#cookies",
            PolicyRevision = "2018-05-10",
            Controller = new { Name = "Example", Contact = "privacy@example.com" },
            ValidForMonths = 12,
            Language = "en-GB",
            RoutePrefix = "/consent",
            Enforcement = new { Mode = EnforcementMode.Report, Undeclared = UndeclaredCookies.Allow },
            DecisionCookie = new { Name = "consent", Domain = "example.com", Path = "/shop" },
            Lint = new { FailOn = LintFailure.Warning },
        });
        options.Vendors["acme-club"].Should().BeEquivalentTo(new { Name = "Acme Club", Category = "members", Origins = new[] { "club.acme.example", "*.acme.example/w" }, PolicyUrl = "https://acme.example/privacy", OptOutUrl = "https://acme.example/out" });
        options.Categories["members"].Should().BeEquivalentTo(new { Title = "Club", Description = "Points.", Essential = (bool?)false, EssentialOn = new[] { "/club" } });
        options.Cookies["acme_*"].Should().BeEquivalentTo(new { Name = "acme2_*", Category = "members", Vendor = "acme-club", Lifetime = "30 days", Purpose = "Card", Reason = "None", Storage = StorageType.LocalStorage, Path = "/club" });
        options.Lint.Suppress.Should().Equal(new Dictionary<string, string> { ["LINT-31"] = "The banner names it in a picture", ["lint-59"] = "Being tried" });
        options.Texts["en"]["BannerTitle"].Should().Be("Cookies");
        Section.Message(options).Should().BeEmpty();
    }
}
