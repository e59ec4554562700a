using System.Globalization;
using CookieConsent.Catalogue;
using CookieConsent.Consent;
using CookieConsent.Tests.Configuration;

namespace CookieConsent.Tests.Consent;

public sealed class DeclarationHashTests
{
    private const string Usual = """
        {
          "Controller": { "Name": "Example", "Contact": "privacy@example.com" },
          "Vendors": { "acme": { "Category": "members", "PolicyUrl": "https://acme.example/privacy" }, "stripe": {} },
          "Categories": { "members": { "Title": "Members' club", "Description": "Remembers your points" } },
          "Cookies": { "basket": { "Category": "session", "Purpose": "Your basket" }, "acme_*": { "Vendor": "acme", "Lifetime": "P12M" } }
        }
        """;

    private const string Vendors = "id\tname\tcategory\torigins\tpolicy\topt-out\tsignal\tstatus\nacme\tAcme\tsocial\t\t\t\t\t\n";
    private const string Cookies = "pattern\tvendor\tcategory\tlifetime\thost\tstorage\tpurpose\n";
    private const string One = "acme_one\tacme\tsocial\tP1Y\t\t\tRecognises you\n";
    private const string Two = "acme_two\tacme\tsocial\tP1D\tacme.example\t\tCounts\n";

    [Theory]
    [InlineData("Your basket", "What is in your basket")]
    [InlineData("P12M", "P13M")]
    [InlineData("basket", "bag")]
    [InlineData("\"session\"", "\"operational\"")]
    [InlineData("https://acme.example/privacy", "https://acme.example/cookies")]
    [InlineData("Remembers your points", "Remembers your points on partner sites")]
    [InlineData("privacy@example.com", "dpo@example.com")]
    [InlineData("\"stripe\": {}", "\"paypal\": {}")]
    public void What_the_declaration_says_changes_its_hash(string before, string after) =>
        Hash(Usual.Replace(before, after, StringComparison.Ordinal)).Should().NotBe(Hash(Usual));

    [Theory]
    [InlineData("P12M", "1 year")]
    [InlineData("\"stripe\": {}", "\"STRIPE\": {}")]
    [InlineData("\"Controller\"", "\"ValidForMonths\": 6, \"Language\": \"fr\", \"PolicyRevision\": \"2\", \"Texts\": { \"en\": { \"BannerTitle\": \"Hello\" } }, \"Controller\"")]
    public void What_it_does_not_say_leaves_the_hash_as_it_is(string before, string after) =>
        Hash(Usual.Replace(before, after, StringComparison.Ordinal)).Should().Be(Hash(Usual));

    [Theory]
    [InlineData("Category.members.Title")]
    [InlineData("Purpose.DecisionCookie")]
    [InlineData("reason.decisioncookie")]
    [InlineData("DeclarationBrowser")]
    [InlineData("DeclarationReasonVendor")]
    [InlineData("Catalogued.Recognises visitors to count them")]
    [InlineData("LifetimeUnlimited")]
    [InlineData("StoragePixel")]
    public void A_text_of_the_owners_that_stands_in_it_changes_its_hash_in_every_language(string key)
    {
        string[] hashes = [Hash(Usual), .. ((string[])["en", "de", "pt-BR"]).Select(language => Hash(With(language, key, "Other words"))), Hash(With("en", key, "Still other words"))];

        hashes.Should().OnlyHaveUniqueItems();
        Hash(With("EN", key.ToUpperInvariant(), "Other words")).Should().Be(hashes[1], "letter case says nothing");
    }

    [Theory]
    [InlineData("BannerTitle")]
    [InlineData("VendorsLink.other")]
    [InlineData("VendorAllow")]
    [InlineData("PreferencesIntro")]
    [InlineData("EmbedText")]
    [InlineData("RejectAll")]
    public void A_text_that_stands_elsewhere_leaves_it(string key) => Hash(With("en", key, "Other words")).Should().Be(Hash(Usual));

    [Fact]
    public void The_order_in_which_things_are_declared_does_not_matter()
    {
        Hash("""{ "Vendors": { "stripe": {}, "youtube": {} }, "Cookies": { "one": { "Category": "session" }, "two": { "Category": "session" } } }""")
            .Should().Be(Hash("""{ "Cookies": { "two": { "Category": "session" }, "one": { "Category": "session" } }, "Vendors": { "youtube": {}, "stripe": {} } }"""));
        Hash(Usual.Replace("\"Controller\"", """ "Texts": { "de": { "StorageCookie": "Keks", "LifetimeSession": "kurz" }, "fr": { "OptOut": "Non" } }, "Controller" """))
            .Should().Be(Hash(Usual.Replace("\"Controller\"", """ "Texts": { "fr": { "OptOut": "Non" }, "de": { "LifetimeSession": "kurz", "StorageCookie": "Keks" } }, "Controller" """)));
        Hash(Catalogue(One + Two)).Should().Be(Hash(Catalogue(Two + One))).And.NotBe(Hash(Catalogue(One)));
    }

    [Fact]
    public void It_is_the_same_on_every_machine()
    {
        string there = Hash(Usual, new FrameworkCookie(".AspNetCore.Antiforgery.Abc123", "session", "Antiforgery", default));

        Hash(Usual, new FrameworkCookie(".AspNetCore.Antiforgery.Xyz789", "session", "Antiforgery", default)).Should().Be(there, "the end of the name comes from the app's folder");
        Hash(Usual).Should().NotBe(there, "the app has one cookie less");
    }

    [Fact]
    public void It_does_not_depend_on_the_culture_of_the_server()
    {
        string hash = Hash(Usual);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Hash(Usual).Should().Be(hash).And.MatchRegex("^[0-9a-f]{16}$");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string With(string language, string key, string text) => Usual.Replace("\"Controller\"", $$"""  "Texts": { "{{language}}": { "{{key}}": "{{text}}" } }, "Controller" """, StringComparison.Ordinal);

    private static string Hash(string json, params FrameworkCookie[] framework) => Section.Policy(json, framework).DeclarationHash;

    private static string Hash(CookieCatalogue catalogue) => Section.Policy("""{ "Vendors": { "acme": {} } }""", catalogue).DeclarationHash;

    private static CookieCatalogue Catalogue(string rows) =>
        new(Vendors, Cookies + rows);
}
