using CookieConsent.Configuration;

namespace CookieConsent.Tests.Configuration;

public sealed class MistakeTests
{
    [Theory]
    [InlineData("""{ "ValidForMonths": 0 }""", "ValidForMonths", "0", "1 to 12 months", "Use 6")]
    [InlineData("""{ "ValidForMonths": 13 }""", "ValidForMonths", "13", "1 to 12 months", "Use 6")]
    [InlineData("""{ "ValidForMonths": -6 }""", "ValidForMonths", "-6", "1 to 12 months", "Use 6")]
    [InlineData("""{ "PolicyUrl": "javascript:alert(1)" }""", "PolicyUrl", "javascript:alert(1)", "absolute http or https address", "Correct the address")]
    [InlineData("""{ "PolicyUrl": "//evil.example" }""", "PolicyUrl", "//evil.example", "begins with one /", "Correct the address")]
    [InlineData("""{ "PolicyUrl": "/\\evil.example" }""", "PolicyUrl", "/\\evil.example", "begins with one /", "Correct the address")]
    [InlineData("""{ "PolicyUrl": "privacy" }""", "PolicyUrl", "privacy", "begins with one /", "Correct the address")]
    [InlineData("""{ "PolicyUrl": "/our privacy" }""", "PolicyUrl", "/our privacy", "begins with one /", "Correct the address")]
    [InlineData("""{ "RoutePrefix": "consent" }""", "RoutePrefix", "consent", "begins with /", "/checkout")]
    [InlineData("""{ "RoutePrefix": "/" }""", "RoutePrefix", "/", "whole site", "/_cookie-consent")]
    [InlineData("""{ "RoutePrefix": "/a/*" }""", "RoutePrefix", "/a/*", "wildcard", "/checkout")]
    [InlineData("""{ "Language": "klingonish" }""", "Language", "klingonish", "no such language", "pt-BR")]
    [InlineData("""{ "Texts": { "klingonish": { "BannerTitle": "x" } } }""", "Texts:klingonish", "klingonish", "no such language", "pt-BR")]
    [InlineData("""{ "Signals": { "DataLayer": "data layer" } }""", "Signals:DataLayer", "data layer", "a variable of the page", "dataLayer")]
    [InlineData("""{ "Signals": { "DataLayer": "1st" } }""", "Signals:DataLayer", "1st", "not beginning with a digit", "dataLayer")]
    [InlineData("""{ "Signals": { "DataLayer": "" } }""", "Signals:DataLayer", "", "a variable of the page", "dataLayer")]
    [InlineData("""{ "DecisionCookie": { "Name": "my consent" } }""", "DecisionCookie:Name", "my consent", "no spaces", ".CookieConsent")]
    [InlineData("""{ "DecisionCookie": { "Name": "consent*" } }""", "DecisionCookie:Name", "consent*", "without *", ".CookieConsent")]
    [InlineData("""{ "DecisionCookie": { "Name": "" } }""", "DecisionCookie:Name", "", "cannot be empty", ".CookieConsent")]
    [InlineData("""{ "DecisionCookie": { "Path": "consent" } }""", "DecisionCookie:Path", "consent", "begins with /", "/checkout")]
    [InlineData("""{ "DecisionCookie": { "Domain": "localhost" } }""", "DecisionCookie:Domain", "localhost", "a dot in it", "example.com")]
    [InlineData("""{ "DecisionCookie": { "Domain": "https://example.com" } }""", "DecisionCookie:Domain", "https://example.com", "without scheme", "example.com")]
    [InlineData("""{ "DecisionCookie": { "Domain": "example.com:8080" } }""", "DecisionCookie:Domain", "example.com:8080", "port", "example.com")]
    [InlineData("""{ "DecisionCookie": { "Domain": "10.0.0.1" } }""", "DecisionCookie:Domain", "10.0.0.1", "host name", "example.com")]
    [InlineData("""{ "DecisionCookie": { "Name": "__Host-consent", "Domain": "example.com" } }""", "DecisionCookie:Domain", "example.com", "__Host- cookie that has a domain", "Remove the domain")]
    [InlineData("""{ "DecisionCookie": { "Name": "__host-consent", "Domain": "example.com" } }""", "DecisionCookie:Domain", "example.com", "__Host- cookie that has a domain", "Remove the domain")]
    [InlineData("""{ "DecisionCookie": { "Name": "__Host-consent", "Path": "/shop" } }""", "DecisionCookie:Path", "/shop", "path is not /", "Remove the path")]
    [InlineData("""{ "Declaration": { "Hash": "12ab", "Changed": "2026-11-22" } }""", "Declaration:Hash", "12ab", "16 hexadecimal digits", "declaration.json")]
    [InlineData("""{ "Declaration": { "Hash": "0123456789abcdeg", "Changed": "2026-11-22" } }""", "Declaration:Hash", "0123456789abcdeg", "16 hexadecimal digits", "declaration.json")]
    [InlineData("""{ "Declaration": { "Hash": "0123456789abcdef", "Changed": "22.11.2026" } }""", "Declaration:Changed", "22.11.2026", "year first", "2026-11-22")]
    [InlineData("""{ "Declaration": { "Hash": "0123456789abcdef", "Changed": "2026-02-30" } }""", "Declaration:Changed", "2026-02-30", "a day of the calendar", "2026-11-22")]
    [InlineData("""{ "Declaration": { "Hash": "0123456789abcdef" } }""", "Declaration:Changed", null, "belong together", "Write both")]
    [InlineData("""{ "Declaration": { "Changed": "2026-11-22" } }""", "Declaration:Hash", null, "belong together", "Write both")]
    [InlineData("""{ "Categories": { "my members": {} } }""", "Categories:my members", "my members", "letters, digits and single hyphens", "Title")]
    [InlineData("""{ "Categories": { "members_": {} } }""", "Categories:members_", "members_", "letters, digits and single hyphens", "Title")]
    [InlineData("""{ "Categories": { "analytics": { "Essential": true } } }""", "Categories:analytics:Essential", "true", "analytics is asked for", "EssentialOn")]
    [InlineData("""{ "Categories": { "session": { "Essential": false } } }""", "Categories:session:Essential", "false", "session is essential", "Move the cookies")]
    [InlineData("""{ "Categories": { "payment": { "EssentialOn": [ "/checkout", "pay" ] } } }""", "Categories:payment:EssentialOn:1", "pay", "begins with /", "/checkout")]
    [InlineData("""{ "Categories": { "payment": { "EssentialOn": [ "/" ] } } }""", "Categories:payment:EssentialOn:0", "/", "on every page without asking", "/checkout")]
    [InlineData("""{ "Vendors": { "google-analitics": {} } }""", "Vendors:google-analitics", "google-analitics", "no vendor of this id", "Did you mean \"google-analytics\"?")]
    [InlineData("""{ "Vendors": { "acme": { "Name": "Acme" } } }""", "Vendors:acme", "acme", "no vendor of this id", "give it a Category")]
    [InlineData("""{ "Vendors": { "acme_club": { "Category": "social" } } }""", "Vendors:acme_club", "acme_club", "letters, digits and single hyphens", "Name")]
    [InlineData("""{ "Vendors": { "acme": { "Category": "sozial" } } }""", "Vendors:acme:Category", "sozial", "no such category", "Did you mean \"social\"?")]
    [InlineData("""{ "Vendors": { "acme": { "Category": "members" } } }""", "Vendors:acme:Category", "members", "no such category", "add \"members\" to CookieConsent:Categories")]
    [InlineData("""{ "Vendors": { "acme": { "Category": "social", "PolicyUrl": "ftp://acme.example" } } }""", "Vendors:acme:PolicyUrl", "ftp://acme.example", "http or https", "Correct")]
    [InlineData("""{ "Vendors": { "acme": { "Category": "social", "OptOutUrl": "out" } } }""", "Vendors:acme:OptOutUrl", "out", "http or https", "Correct")]
    [InlineData("""{ "Vendors": { "acme": { "Category": "social", "Origins": [ "a.example", "https://b.example" ] } } }""", "Vendors:acme:Origins:1", "https://b.example", "no scheme", "club.acme.example")]
    [InlineData("""{ "Vendors": { "acme": { "Category": "social", "Origins": [ "*" ] } } }""", "Vendors:acme:Origins:0", "*", "an origin is a host", "*.acme.example")]
    [InlineData("""{ "Vendors": { "acme": { "Category": "social", "Origins": [ "a.*.example" ] } } }""", "Vendors:acme:Origins:0", "a.*.example", "an origin is a host", "*.acme.example")]
    [InlineData("""{ "Cookies": { "a*": { "Category": "session" } } }""", "Cookies:a*", "a*", "three fixed characters", "as the browser shows it")]
    [InlineData("""{ "Cookies": { "x": { "Name": "a b", "Category": "session" } } }""", "Cookies:x:Name", "a b", "no spaces", "as the browser shows it")]
    [InlineData("""{ "Cookies": { "x": { "Name": "", "Category": "session" } } }""", "Cookies:x:Name", "", "cannot be empty", "environment variable")]
    [InlineData("""{ "Cookies": { "basket": {} } }""", "Cookies:basket:Category", null, "no category, and the catalogue does not know", "Add a Category: one of session, operational")]
    [InlineData("""{ "Cookies": { "basket": { "Category": "sesion" } } }""", "Cookies:basket:Category", "sesion", "no such category", "Did you mean \"session\"?")]
    [InlineData("""{ "Cookies": { "pay": { "Vendor": "strip" } } }""", "Cookies:pay:Vendor", "strip", "no such vendor", "Did you mean \"stripe\"?")]
    [InlineData("""{ "Cookies": { "pay": { "Category": "payment", "Vendor": "nobody-at-all" } } }""", "Cookies:pay:Vendor", "nobody-at-all", "no such vendor", "CookieConsent:Vendors")]
    [InlineData("""{ "Cookies": { "ref": { "Category": "operational", "Lifetime": "a year" } } }""", "Cookies:ref:Lifetime", "a year", "session, an ISO 8601 duration or words", "13 months")]
    [InlineData("""{ "Cookies": { "ref": { "Category": "operational", "Path": "shop" } } }""", "Cookies:ref:Path", "shop", "begins with /", "/checkout")]
    [InlineData("""{ "Cookies": { "a": { "Name": "ref", "Category": "session" }, "ref": { "Category": "session" } } }""", "Cookies:ref", "ref", "the same name stands at CookieConsent:Cookies:a", "Remove one")]
    [InlineData("""{ "Cookies": { "uid": { "Vendor": "criteo" }, "x": { "Name": "uid", "Vendor": "criteo", "Host": "criteo.com" } } }""", "Cookies:x", "uid", "the same name stands at CookieConsent:Cookies:uid", "Remove one")]
    [InlineData("""{ "Cookies": { "uid": { "Vendor": "criteo", "Host": "https://criteo.com" } } }""", "Cookies:uid:Host", "https://criteo.com", "without scheme", "ads.acme.example")]
    [InlineData("""{ "Cookies": { "uid": { "Vendor": "criteo", "Host": "*.criteo.com" } } }""", "Cookies:uid:Host", "*.criteo.com", "wildcard", "ads.acme.example")]
    [InlineData("""{ "Cookies": { "uid": { "Vendor": "criteo", "Host": "criteo.com/x" } } }""", "Cookies:uid:Host", "criteo.com/x", "path", "ads.acme.example")]
    [InlineData("""{ "Cookies": { "uid": { "Vendor": "criteo", "Host": ".criteo.com" } } }""", "Cookies:uid:Host", ".criteo.com", "leading dot", "ads.acme.example")]
    [InlineData("""{ "Cookies": { "uid": { "Category": "advertising", "Host": "criteo.com" } } }""", "Cookies:uid:Vendor", null, "nobody is named who keeps it on criteo.com", "Add the Vendor")]
    [InlineData("""{ "Cookies": { "uid": { "Host": "criteo.com" } } }""", "Cookies:uid:Vendor", null, "nobody is named who keeps it on criteo.com", "Add the Vendor")]
    [InlineData("""{ "Cookies": { "uid": { "Vendor": "criteo", "Category": "session" } } }""", "Cookies:uid:Category", "session", "asked for as advertising", "write \"Host\": \"\".")]
    [InlineData("""{ "Vendors": { "criteo": { "Category": "social" } }, "Cookies": { "uid": { "Vendor": "criteo", "Category": "advertising" } } }""", "Cookies:uid:Category", "advertising", "asked for as social", "CookieConsent:Vendors:criteo:Category")]
    [InlineData("""{ "Cookies": { "tr": { "Vendor": "meta-pixel", "Category": "analytics", "Storage": "Pixel" } } }""", "Cookies:tr:Category", "analytics", "asked for as advertising", "Remove the Category")]
    [InlineData("""{ "Cookies": { ".CookieConsent": { "Category": "operational" } } }""", "Cookies:.CookieConsent", ".CookieConsent", "declared by the library", "Remove the entry")]
    public void A_mistake_names_its_path_the_value_the_rule_and_the_remedy(string json, string path, string? value, string rule, string remedy)
    {
        Mistake mistake = Section.Mistakes(json).Should().ContainSingle().Subject;

        mistake.Path.Should().Be("CookieConsent:" + path);
        mistake.Value.Should().Be(value);
        mistake.Rule.Should().Contain(rule);
        mistake.Remedy.Should().Contain(remedy);
    }

    [Theory]
    [InlineData("/a\tb")]
    [InlineData("/a\r\nb")]
    [InlineData("/a\u007f")]
    public void A_path_has_no_control_characters(string path) =>
        OptionsCheck.BadPath("here", path).Should().NotBeNull("a cookie with such a path cannot be written");

    [Theory]
    [InlineData("a@b")]
    [InlineData("consent:v1")]
    [InlineData("consent[1]")]
    public void The_decision_cookies_name_is_one_that_can_be_written(string name) =>
        Section.Mistakes($$"""{ "DecisionCookie": { "Name": "{{name}}" } }""").Should().ContainSingle()
            .Which.Path.Should().Be("CookieConsent:DecisionCookie:Name");

    [Fact]
    public void Nobody_can_answer_for_more_than_64_categories()
    {
        string categories = string.Join(", ", Enumerable.Range(0, 58).Select(number => $$"""  "c{{number}}": {} """));

        Mistake mistake = Section.Mistakes($$"""{ "Categories": { {{categories}} } }""").Should().ContainSingle().Subject;
        mistake.Path.Should().Be("CookieConsent:Categories");
        mistake.Rule.Should().Contain("more than 64");
    }

    [Fact]
    public void An_owner_who_declares_57_categories_of_their_own_gets_a_bit_for_each()
    {
        string categories = string.Join(", ", Enumerable.Range(0, 57).Select(number => $$"""  "c{{number}}": {} """));
        string cookies = string.Join(", ", Enumerable.Range(0, 57).Select(number => $$"""  "cookie{{number}}": { "Category": "c{{number}}" } """));

        Section.Policy($$"""{ "Categories": { {{categories}} }, "Cookies": { {{cookies}} } }""").Asked
            .Select(category => category.Bit).Should().HaveCount(57).And.OnlyHaveUniqueItems().And.NotContain(0UL);
    }
}
