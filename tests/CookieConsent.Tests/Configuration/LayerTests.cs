using CookieConsent.Configuration;
using CookieConsent.Consent;

namespace CookieConsent.Tests.Configuration;

public sealed class LayerTests
{
    private const string Base = """
        {
          "PolicyUrl": "/privacy", "ValidForMonths": 6,
          "Vendors": { "stripe": {}, "youtube": { "Name": "Films", "Category": "functional" } },
          "Categories": { "payment": { "EssentialOn": [ "/checkout" ] } },
          "Cookies": { "basket": { "Category": "session", "Purpose": "Basket" }, "ref": { "Category": "operational", "Lifetime": "P12M" } }
        }
        """;

    [Fact]
    public void A_later_file_overrides_one_entry_and_leaves_the_others()
    {
        CookieConsentOptions options = Section.Options(Base, """{ "Vendors": { "youtube": { "Category": "social" } }, "Cookies": { "ref": { "Lifetime": "30 days" }, "new": { "Category": "session" } } }""");

        options.PolicyUrl.Should().Be("/privacy");
        options.Vendors.Keys.Should().BeEquivalentTo("stripe", "youtube");
        options.Vendors["youtube"].Should().BeEquivalentTo(new { Name = "Films", Category = "social" });
        options.Cookies.Keys.Should().BeEquivalentTo("basket", "ref", "new");
        options.Cookies["ref"].Should().BeEquivalentTo(new { Category = "operational", Lifetime = "30 days" });
        options.Cookies["basket"]!.Purpose.Should().Be("Basket");
        Section.Message(options).Should().BeEmpty();
    }

    [Fact]
    public void Environment_variables_override_one_entry_and_name_what_a_key_cannot()
    {
        (string Key, string Value)[] variables =
        [
            ("ROOMS_TEST_CookieConsent__ValidForMonths", "12"),
            ("ROOMS_TEST_CookieConsent__Vendors__youtube__Category", "social"),
            ("ROOMS_TEST_CookieConsent__Vendors__google-analytics__Name", "Google Analytics"),
            ("ROOMS_TEST_CookieConsent__Cookies__stripe-mid__Name", "__stripe_mid"),
            ("ROOMS_TEST_CookieConsent__Cookies__stripe-mid__Purpose", "Stops card fraud"),
        ];
        Array.ForEach(variables, variable => Environment.SetEnvironmentVariable(variable.Key, variable.Value));
        try
        {
            var builder = new ConfigurationBuilder();
            builder.AddInMemoryCollection(Section.Settings(Base).Select(pair => KeyValuePair.Create("CookieConsent:" + pair.Key, pair.Value)));
            builder.AddEnvironmentVariables("ROOMS_TEST_");
            CookieConsentOptions options = Section.Bind(builder.Build().GetSection("CookieConsent"));

            Section.Message(options).Should().BeEmpty();
            options.ValidForMonths.Should().Be(12);
            options.Vendors.Keys.Should().BeEquivalentTo("stripe", "youtube", "google-analytics");
            options.Vendors["youtube"].Should().BeEquivalentTo(new { Name = "Films", Category = "social" });
            options.Cookies["stripe-mid"]!.Name.Should().Be("__stripe_mid");
            options.Categories["payment"]!.EssentialOn.Should().Equal("/checkout");
        }
        finally
        {
            Array.ForEach(variables, variable => Environment.SetEnvironmentVariable(variable.Key, null));
        }
    }

    [Fact]
    public void A_name_beats_the_key_of_its_entry()
    {
        ConsentPolicy policy = Section.Policy("""{ "Cookies": { "stripe-mid": { "Name": "__stripe_mid", "Lifetime": "P6M" } } }""");

        policy.Classify("__stripe_mid").Cookie.Should().BeEquivalentTo(new { Lifetime = new { Months = 6 }, Vendor = new { Id = "stripe" } });
        policy.Classify("stripe-mid").IsUndeclared.Should().BeTrue();
    }
}
