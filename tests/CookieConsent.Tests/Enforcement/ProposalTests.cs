using CookieConsent.Catalogue;
using CookieConsent.Consent;
using CookieConsent.Enforcement;
using CookieConsent.Tests.Configuration;

namespace CookieConsent.Tests.Enforcement;

public sealed class ProposalTests
{
    [Theory]
    [InlineData("cookie", "mystery", null, """ "mystery": { "Category": "functional", "Purpose": "" } """)]
    [InlineData("cookie", "mystery", 0L, """ "mystery": { "Category": "session", "Lifetime": "session", "Purpose": "", "Reason": "" } """)]
    [InlineData("cookie", "sess_*", 108_000L, """ "sess_*": { "Category": "functional", "Lifetime": "P2D", "Purpose": "" } """)]
    [InlineData("cookie", "app:theme", 90L, """ "app-theme": { "Name": "app:theme", "Category": "functional", "Lifetime": "PT2M", "Purpose": "" } """)]
    [InlineData("cookie", "_gcl_au", 0L, """ "google-ads": {} """)]
    [InlineData("cookie", "messagesUtk", 0L, """ "messagesUtk": { "Category": "functional", "Vendor": "hubspot" } """)]
    [InlineData("local", "theme", null, """ "theme": { "Storage": "LocalStorage", "Category": "functional", "Lifetime": "P12M", "Purpose": "" } """)]
    [InlineData("local", "okta-token-storage", null, """ "okta-token-storage": { "Storage": "LocalStorage", "Category": "operational", "Purpose": "Keeps the user signed in", "Reason": "" } """)]
    [InlineData("session", "okta-transaction-storage", null, """ "okta-transaction-storage": { "Storage": "SessionStorage", "Category": "operational", "Purpose": "Carries a sign-in that is in progress", "Lifetime": "session", "Reason": "" } """)]
    [InlineData("local", "rc::a", null, """ "rc--*": { "Name": "rc::*", "Storage": "LocalStorage", "Category": "functional", "Vendor": "google-recaptcha", "Host": "", "Purpose": "Tells people and automated programs apart" } """)]
    [InlineData("session", "rc::a", null, """ "rc--*": { "Name": "rc::*", "Storage": "SessionStorage", "Category": "functional", "Vendor": "google-recaptcha", "Host": "", "Lifetime": "session", "Purpose": "Tells people and automated programs apart" } """)]
    [InlineData("local", "ZD-buid", null, """ "ZD-buid": { "Storage": "LocalStorage", "Category": "analytics", "Vendor": "zendesk" } """)]
    [InlineData("local", "ZD-store", null, """ "ZD-store": { "Storage": "LocalStorage", "Category": "functional", "Lifetime": "P12M", "Purpose": "" } """)]
    [InlineData("session", "ZD-store", null, """ "zendesk": {} """)]
    [InlineData("host", "www.youtube.com", null, """ "youtube": {} """)]
    [InlineData("host", "www.google.com/maps", null, """ "google-maps": {} """)]
    [InlineData("host", "CDN.example", null, """ "cdn-example": { "Category": "functional", "Origins": [ "cdn.example" ] } """)]
    [InlineData("host", "xn--bcher-kva.example", null, """ "xn-bcher-kva-example": { "Category": "functional", "Origins": [ "xn--bcher-kva.example" ] } """)]
    [InlineData("host", "bücher.example", null, """ "xn-bcher-kva-example": { "Category": "functional", "Origins": [ "xn--bcher-kva.example" ] } """)]
    public void What_is_proposed_is_what_the_owner_would_write(string kind, string name, long? longest, string json) =>
        new Proposals(Section.Policy("{}")).For(Kind(kind), name, longest).Json.Should().Be(json.Trim());

    [Theory]
    [InlineData("cookie", "*", "begin with *")]
    [InlineData("cookie", "a_*", "three fixed characters")]
    [InlineData("cookie", "a b", "no spaces")]
    [InlineData("cookie", "(no name)", "give it one")]
    [InlineData("host", "a_b.example", "no entry can declare this host")]
    [InlineData("host", "localhost", "no entry can declare this host")]
    [InlineData("host", "*.example.com", "no host name")]
    [InlineData("host", "[::1]", "no entry can declare this host")]
    [InlineData("host", "", "no host name")]
    public void Where_no_entry_could_declare_it_there_is_only_a_reason(string kind, string name, string why)
    {
        Proposal proposal = new Proposals(Section.Policy("{}")).For(Kind(kind), name, null);

        proposal.Json.Should().BeNull();
        proposal.Note.Should().ContainEquivalentOf(why);
    }

    [Fact]
    public void What_is_proposed_says_what_the_catalogue_knows()
    {
        var proposals = new Proposals(Section.Policy("""{ "Vendors": { "hubspot": {} } }"""));

        proposals.For(SeenKind.Cookie, "_gcl_au", null).Note.Should().Contain("Google Ads").And.Contain("category advertising").And.Contain("Links a visit or a purchase to the ad that was clicked");
        proposals.For(SeenKind.Host, "www.youtube.com", null).Note.Should().Contain("YouTube").And.Contain("category social");
        proposals.For(SeenKind.Cookie, "messagesUtk", null).Note.Should().Contain("HubSpot").And.Contain("category functional").And.Contain("The vendor is declared");
    }

    [Fact]
    public void What_declares_several_names_is_proposed_once()
    {
        var proposals = new Proposals(Section.Policy("{}"));

        proposals.For(SeenKind.Cookie, "_gcl_au", null).Json.Should().Be("\"google-ads\": {}");
        proposals.For(SeenKind.LocalStorage, "_gcl_ls", null).Should().Match<Proposal>(proposal => proposal.Json == null && proposal.Note.Contains("proposed already"));
        proposals.For(SeenKind.LocalStorage, "yt-remote-device-id", null).Json.Should().StartWith("\"yt-remote-*\": {");
        proposals.For(SeenKind.LocalStorage, "yt-remote-session-app", null).Json.Should().BeNull();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "Cookies": { "THEME": { "Name": "x", "Category": "session" }, "theme-local": { "Category": "session" } }, "Vendors": { "A-B-Example": { "Category": "social" } } }""")]
    public void No_two_proposals_share_a_key_and_none_has_one_that_is_taken(string section)
    {
        var proposals = new Proposals(Section.Policy(section));

        string[] cookies = [.. new[] { "theme", "Theme", "tHEME", "a:b", "a-b" }.Select(name => proposals.For(SeenKind.Cookie, name, 0).Json!)];
        string[] stored = [.. new[] { "theme", "Theme", "a:b" }.Select(name => proposals.For(SeenKind.LocalStorage, name, null).Json!)];
        string[] vendors = [.. new[] { "a-b.example", "a.b.example" }.Select(host => proposals.For(SeenKind.Host, host, null).Json!)];

        string[] own = section == "{}" ? [] : ["THEME", "theme-local", "A-B-Example"];
        own.Concat([.. cookies, .. stored, .. vendors]).Select(json => json.Split('"') is { Length: > 1 } parts ? parts[1] : json).Should().OnlyHaveUniqueItems(key => key.ToUpperInvariant());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Everything_that_the_catalogue_knows_is_declared_by_what_is_proposed_for_it(bool vendorsAreDeclared)
    {
        string vendors = vendorsAreDeclared ? string.Join(", ", CookieCatalogue.Default.Vendors.Keys.Select(id => $"\"{id}\": {{}}")) : "";
        ConsentPolicy before = Section.Policy($$"""{ "Vendors": { {{vendors}} } }""");
        InventoryRow[] rows = [.. CookieCatalogue.Default.Cookies.Where(known => known.Host is null || known.Storage is not null).Select(known => Row(known)).Where(row => !CookieInventory.IsDeclared(row, before))];
        var proposals = new Proposals(before);

        Proposal[] proposed = [.. rows.Select(proposals.For)];

        rows.Should().HaveCountGreaterThan(vendorsAreDeclared ? 50 : 1000);
        ConsentPolicy after = Section.Policy($$"""{ "Cookies": { {{Into("Cookies", proposed)}} }, "Vendors": { {{(vendorsAreDeclared ? vendors : Into("Vendors", proposed))}} } }""");
        rows.Where(row => !CookieInventory.IsDeclared(row, after)).Select(row => $"{row.Kind} {row.Name}").Should().BeEmpty();
        proposed.Should().Match(all => !vendorsAreDeclared || all.All(proposal => proposal.Into == "Cookies"), "no vendor is proposed that is declared already");
    }

    private static string Into(string into, Proposal[] proposed) => string.Join(", ", proposed.Where(proposal => proposal.Into == into && proposal.Json is not null).Select(proposal => proposal.Json));

    private static InventoryRow Row(CataloguedCookie known) => new(Kind(known.Storage ?? "cookie"), NameFamily.Whole(known.Pattern.Text), 0);

    private static SeenKind Kind(string tag) => Enum.GetValues<SeenKind>().Single(kind => kind.Tag() == tag);
}
