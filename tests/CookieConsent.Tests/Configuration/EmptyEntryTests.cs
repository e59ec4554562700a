using CookieConsent.Consent;

namespace CookieConsent.Tests.Configuration;

public sealed class EmptyEntryTests
{
    [Theory]
    [InlineData("""{ "google-analytics": {} }""")]
    [InlineData("""{ "google-analytics": null }""")]
    [InlineData("""{ "google-analytics": "" }""")]
    [InlineData("""{ "Google-Analytics": {} }""")]
    [InlineData("""{ "google-analytics": { "Origins": [] } }""")]
    [InlineData("""{ "google-analytics": { "Category": null, "Name": null } }""")]
    public void An_empty_vendor_is_as_the_catalogue_says(string vendors)
    {
        ConsentPolicy policy = Section.Policy($$"""{ "Vendors": {{vendors}} }""");

        policy.Vendors.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Id = "google-analytics", Name = "Google Analytics" });
        policy.Asked.Should().ContainSingle().Which.Id.Should().Be("analytics");
    }

    [Theory]
    [InlineData("""{ "_ga": {} }""")]
    [InlineData("""{ "_ga": null }""")]
    public void An_empty_cookie_is_as_the_catalogue_says(string cookies)
    {
        DeclaredCookie cookie = Section.Policy($$"""{ "Cookies": {{cookies}} }""").Cookies.Single(declared => declared.Pattern.Text == "_ga");

        cookie.Category.Id.Should().Be("analytics");
        cookie.Vendor!.Id.Should().Be("google-analytics");
        cookie.Lifetime.Months.Should().Be(24);
        cookie.Purpose.Should().NotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{ "Vendors": {}, "Cookies": {}, "Categories": {}, "Texts": {} }""")]
    [InlineData("""{ "Vendors": null, "Cookies": null, "Categories": null, "Texts": null }""")]
    [InlineData("""{ "Controller": null, "Enforcement": null, "DecisionCookie": null, "Lint": null }""")]
    [InlineData("""{ "Controller": {}, "Enforcement": {}, "DecisionCookie": {}, "Lint": {} }""")]
    [InlineData("""{ "PolicyUrl": null, "PolicyRevision": null, "ValidForMonths": null, "Language": null, "RoutePrefix": null }""")]
    [InlineData("""{ "DecisionCookie": { "Name": null, "Domain": null, "Path": null } }""")]
    [InlineData("""{ "Enforcement": { "Mode": null, "Undeclared": null }, "Lint": { "FailOn": null } }""")]
    [InlineData("""{ "Categories": { "payment": null, "members": { "Essential": null, "EssentialOn": null } } }""")]
    [InlineData("""{ "Categories": { "payment": { "EssentialOn": [] } } }""")]
    [InlineData("""{ "Texts": { "en": null } }""")]
    [InlineData("""{ "Texts": { "en": {} } }""")]
    public void What_is_left_empty_is_as_if_it_were_not_there(string json)
    {
        Section.Message(json).Should().BeEmpty();
        ConsentPolicy policy = Section.Policy(json);

        policy.Asked.Should().BeEmpty();
        policy.Settings.Should().BeEquivalentTo(Section.Policy("{}").Settings, compare => compare.Excluding(settings => settings.Texts));
        policy.Settings.Texts.Values.Sum(texts => texts.Count).Should().Be(0);
    }

    [Theory]
    [InlineData("""{ "Vendors": { "youtube": { "Origins": [ null ] } } }""")]
    [InlineData("""{ "Categories": { "payment": { "EssentialOn": [ null ] } } }""")]
    [InlineData("""{ "Texts": { "en": { "BannerTitle": null } } }""")]
    [InlineData("""{ "Cookies": { "basket": { "Category": "session", "Storage": null, "Lifetime": null, "Name": null, "Path": null } } }""")]
    public void A_null_deep_inside_never_throws(string json) =>
        FluentActions.Invoking(() => Section.Message(json)).Should().NotThrow();

    [Fact]
    public async Task An_empty_section_starts_in_every_environment_and_asks_nothing()
    {
        foreach (string environment in Section.Environments)
        {
            await using Site site = await Site.StartAsync(app => app.Run(context => context.Response.WriteAsync("hello")), settings: [], environment: environment);

            (await site.Visitor().GetTextAsync("/")).Should().Be("hello");
            site.Policy.Asked.Should().BeEmpty();
            site.Logs.GetSnapshot().Should().Contain(entry => entry.Message.Contains("asks nothing") && entry.Message.Contains("\"Vendors\": { \"google-analytics\": {} }"));
        }
    }
}
