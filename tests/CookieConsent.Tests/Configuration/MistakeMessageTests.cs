using CookieConsent.Configuration;
using Microsoft.Extensions.Options;

namespace CookieConsent.Tests.Configuration;

public sealed class MistakeMessageTests
{
    private const string ManyMistakes = """
        {
          "PolicyURI": "/privacy",
          "ValidForMonths": "six",
          "Vendors": { "google-analitics": {}, "stripe": "yes" },
          "Categories": { "analytics": { "Essential": "maybe", "EssentialOn": [ "stats" ] } },
          "Cookies": { "ref": { "Category": "operational", "Lifetime": "a year" }, "b*": { "Category": "session" } },
          "Enforcement": { "Mode": "Hold" },
          "DecisionCookie": { "Name": "__Host-consent", "Domain": "example.com" },
          "Texts": { "en": { "BanerTitle": "Cookies" } }
        }
        """;

    [Theory]
    [InlineData("CookieConsent:PolicyURI = \"/privacy\": there is no such setting. Did you mean \"PolicyUrl\"?")]
    [InlineData("CookieConsent:ValidForMonths = \"six\": the value must be a whole number.")]
    [InlineData("CookieConsent:Vendors:google-analitics = \"google-analitics\": the catalogue has no vendor of this id. Did you mean \"google-analytics\"?")]
    [InlineData("CookieConsent:Vendors:stripe = \"yes\": an object is expected here")]
    [InlineData("CookieConsent:Categories:analytics:Essential = \"maybe\": the value must be true or false.")]
    [InlineData("CookieConsent:Categories:analytics:EssentialOn:0 = \"stats\": a path begins with /")]
    [InlineData("CookieConsent:Cookies:ref:Lifetime = \"a year\": a lifetime is session")]
    [InlineData("CookieConsent:Cookies:b* = \"b*\": a pattern needs at least three")]
    [InlineData("CookieConsent:Enforcement:Mode = \"Hold\": the value must be one of Withhold, Report.")]
    [InlineData("CookieConsent:DecisionCookie:Domain = \"example.com\": browsers refuse a __Host- cookie")]
    [InlineData("CookieConsent:Texts:en:BanerTitle = \"Cookies\": there is no such text. Did you mean \"BannerTitle\"?")]
    public void One_message_holds_all_mistakes_those_of_shape_and_those_of_sense(string expected) =>
        Section.Message(ManyMistakes).Should().Contain(expected);

    [Fact]
    public void The_message_counts_and_numbers_the_mistakes()
    {
        Section.Message(ManyMistakes).Should().StartWith("The cookie consent configuration has 11 mistakes:").And.Contain("\n  1. ").And.Contain("\n  11. ").And.NotContain("\n  12. ");
        Section.Message("""{ "ValidForMonths": 13 }""").Should().StartWith("The cookie consent configuration has 1 mistake:");
    }

    [Fact]
    public async Task A_mistake_stops_start_up_in_every_environment()
    {
        foreach (string environment in Section.Environments)
        {
            Func<Task> start = () => Site.StartAsync(settings: Section.Settings(ManyMistakes), environment: environment);

            (await start.Should().ThrowAsync<OptionsValidationException>("it is {0}", environment))
                .WithMessage("*has 11 mistakes:*PolicyURI*BanerTitle*");
        }
    }

    [Fact]
    public void A_value_cannot_break_the_message_into_lines() =>
        new Mistake("CookieConsent:Language", "x\r\n  2. all is well", "rule.", "remedy.").ToString().Should().NotContain("\n");

    [Fact]
    public void A_value_is_named_as_it_was_written() =>
        Section.Message("""{ "Cookies": { "caf\u00e9&co": { "Category": "session" } } }""").Should().Contain("= \"caf\u00e9&co\"");
}
