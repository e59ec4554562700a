using System.Globalization;
using System.Text.Json;
using CookieConsent.Configuration;
using CookieConsent.Tests.Configuration;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Time.Testing;

namespace CookieConsent.Tests;

public sealed class LintTests
{
    /// <summary>The rule, a section that breaks it and where, and the section put right.</summary>
    public static readonly TheoryData<string, string, string, string> Cases = new()
    {
        { "LINT-04", """{ "Theme": { "Ink": "#888" } }""", "Theme:Ink", """{ "Theme": { "Ink": "#000" } }""" },
        { "LINT-06", """{ "Cookies": { "basket": { "Category": "session" } } }""", "Cookies:basket:Purpose", """{ "Cookies": { "basket": { "Category": "session", "Purpose": "Remembers what is in your basket" } } }""" },
        { "LINT-06", """{ "Cookies": { "seen": { "Category": "analytics" } } }""", "Cookies:seen:Purpose", """{ "Cookies": { "_ga": {} } }""" },
        { "LINT-07", """{ "Cookies": { "seen": { "Category": "analytics" } } }""", "Cookies:seen:Lifetime", """{ "Cookies": { "seen": { "Category": "analytics", "Lifetime": "session" } } }""" },
        { "LINT-07", """{ "Cookies": { "draft": { "Category": "session", "Storage": "LocalStorage" } } }""", "Cookies:draft:Lifetime", """{ "Cookies": { "draft": { "Category": "session" } } }""" },
        { "LINT-07", """{ "Cookies": { "ref": { "Category": "operational" } } }""", "Cookies:ref:Lifetime", """{ "Cookies": { "ref": { "Category": "operational", "Lifetime": "P12M" } } }""" },
        { "LINT-08", """{ "Vendors": { "acme": { "Category": "social" } } }""", "Vendors:acme:Name", """{ "Vendors": { "acme": { "Category": "social", "Name": "Acme", "PolicyUrl": "https://acme.example/" } } }""" },
        { "LINT-08", """{ "Vendors": { "acme": { "Category": "social", "Name": "Acme" } } }""", "Vendors:acme:PolicyUrl", """{ "Vendors": { "stripe": {} } }""" },
        { "LINT-08", """{ "Cookies": { "_ga": { "Category": "analytics" } } }""", "Cookies:_ga:Vendor", """{ "Cookies": { "_ga": { "Category": "analytics", "Vendor": "google-analytics" } } }""" },
        { "LINT-09", """{ "Texts": { "en": { "VendorsLink.other": "Our partners" } } }""", "Texts:en:VendorsLink.other", """{ "Texts": { "en": { "VendorsLink.other": "{count} partners" } } }""" },
        { "LINT-10", """{ "Vendors": { "stripe": {} } }""", "PolicyUrl", """{ "Vendors": { "stripe": {} }, "PolicyUrl": "/privacy" }""" },
        { "LINT-10", """{ "Vendors": { "stripe": {} }, "PolicyUrl": "/#" }""", "PolicyUrl", """{ "Vendors": { "stripe": {} }, "PolicyUrl": "/privacy#cookies" }""" },
        { "LINT-10", """{ "Vendors": { "stripe": {} }, "PolicyUrl": "/" }""", "PolicyUrl", """{ "Vendors": { "stripe": {} }, "PolicyUrl": "/#/privacy" }""" },
        { "LINT-10", """{ "Vendors": { "stripe": {} }, "PolicyUrl": "/#cookies" }""", "PolicyUrl", """{ "Vendors": { "stripe": {} }, "PolicyUrl": "/?page=privacy" }""" },
        { "LINT-10", """{ "Vendors": { "stripe": {} }, "PolicyUrl": "https://example.com/#" }""", "PolicyUrl", """{ "Vendors": { "stripe": {} }, "PolicyUrl": "https://example.com/privacy#" }""" },
        { "LINT-10", """{ "Vendors": { "stripe": {} }, "PolicyUrl": "https://example.com#top" }""", "PolicyUrl", """{ "Vendors": { "stripe": {} }, "PolicyUrl": "https://example.com/#!/privacy" }""" },
        { "LINT-10", """{ "Vendors": { "stripe": {} }, "PolicyUrl": "https://example.com" }""", "PolicyUrl", """{ "Vendors": { "stripe": {} }, "PolicyUrl": "https://example.com/?page=privacy" }""" },
        { "LINT-11", """{ "Vendors": { "stripe": {} }, "Controller": { "Contact": "us@example.com" } }""", "Controller:Name", """{ "Vendors": { "stripe": {} }, "Controller": { "Name": "Example", "Contact": "us@example.com" } }""" },
        { "LINT-11", """{ "Vendors": { "stripe": {} }, "Controller": { "Name": "Example" } }""", "Controller:Contact", "{}" },
        { "LINT-11", """{ "Texts": { "en": { "BannerText": "We would like to use cookies." } } }""", "Texts:en:BannerText", """{ "Texts": { "en": { "BannerText": "{controller} would like to use cookies." } } }""" },
        { "LINT-13", """{ "Cookies": { "ref": { "Category": "operational" } } }""", "Cookies:ref:Reason", """{ "Cookies": { "ref": { "Category": "operational", "Reason": "The form would be empty" } } }""" },
        { "LINT-13", """{ "Categories": { "members": { "Essential": true } }, "Cookies": { "card": { "Category": "members" } } }""", "Cookies:card:Reason", """{ "Categories": { "members": {} }, "Cookies": { "card": { "Category": "members" } } }""" },
        { "LINT-14", """{ "Cookies": { "_ga": { "Category": "operational" } } }""", "Cookies:_ga:Category", """{ "Cookies": { "_ga": { "Category": "analytics" } } }""" },
        { "LINT-14", """{ "Cookies": { "_ga_*": { "Category": "session" } } }""", "Cookies:_ga_*:Category", """{ "Cookies": { "gallery_*": { "Category": "session" } } }""" },
        { "LINT-14", """{ "Cookies": { "_gi*": { "Category": "session" } } }""", "Cookies:_gi*:Category", """{ "Cookies": { "_gi*": { "Category": "analytics" } } }""" },
        { "LINT-14", """{ "Categories": { "payment": { "EssentialOn": [ "/checkout" ] } }, "Cookies": { "_ga": { "Category": "payment" } } }""", "Cookies:_ga:Category", """{ "Cookies": { "_ga": { "Category": "payment" } } }""" },
        { "LINT-14", """{ "Categories": { "booking": { "EssentialOn": [ "/book" ] } }, "Cookies": { "_fbp": { "Category": "booking" } } }""", "Cookies:_fbp:Category", """{ "Categories": { "payment": { "EssentialOn": [ "/checkout" ] } }, "Cookies": { "__stripe_mid": { "Category": "payment" } } }""" },
        { "LINT-14", """{ "Categories": { "members": { "Essential": true } }, "Cookies": { "_ga": { "Category": "members" } } }""", "Cookies:_ga:Category", """{ "Categories": { "members": { "Essential": true } }, "Cookies": { "card": { "Category": "members" } } }""" },
        { "LINT-14", """{ "Cookies": { "ajs": { "Name": "ajs_user_id", "Category": "operational", "Storage": "LocalStorage" } } }""", "Cookies:ajs:Category", """{ "Cookies": { "ajs": { "Name": "ajs_user_id", "Category": "analytics", "Storage": "LocalStorage" } } }""" },
        { "LINT-14", """{ "Cookies": { "hj": { "Name": "_hj*", "Category": "session", "Storage": "SessionStorage" } } }""", "Cookies:hj:Category", """{ "Cookies": { "hj": { "Name": "hj_own*", "Category": "session", "Storage": "SessionStorage" } } }""" },
        { "LINT-15", """{ "Cookies": { "basket": { "Category": "session", "Lifetime": "2 days" } } }""", "Cookies:basket:Lifetime", """{ "Cookies": { "basket": { "Category": "session", "Lifetime": "24 hours" } } }""" },
        { "LINT-15", """{ "Cookies": { "ref": { "Category": "operational", "Lifetime": "2 years" } } }""", "Cookies:ref:Lifetime", """{ "Cookies": { "ref": { "Category": "operational", "Lifetime": "13 months" } } }""" },
        { "LINT-16", """{ "Cookies": { "__stripe_mid": { "Category": "operational" } } }""", "Cookies:__stripe_mid:Category", """{ "Vendors": { "stripe": {} }, "Categories": { "payment": { "EssentialOn": [ "/checkout" ] } } }""" },
        { "LINT-16", """{ "Vendors": { "stripe": { "Category": "operational" } } }""", "Vendors:stripe:Category", """{ "Vendors": { "stripe": {} } }""" },
        { "LINT-16", """{ "Cookies": { "pay": { "Category": "operational", "Vendor": "stripe" } } }""", "Cookies:pay:Category", """{ "Categories": { "payment": { "EssentialOn": [ "/checkout" ] } }, "Cookies": { "pay": { "Category": "payment", "Vendor": "stripe" } } }""" },
        { "LINT-17", """{ "Cookies": { "_GRECAPTCHA": { "Category": "operational" } } }""", "Cookies:_GRECAPTCHA:Category", """{ "Cookies": { "_GRECAPTCHA": { "Category": "functional" } } }""" },
        { "LINT-17", """{ "Vendors": { "my-captcha": { "Category": "session" } } }""", "Vendors:my-captcha:Category", """{ "Vendors": { "my-captcha": { "Category": "functional" } } }""" },
        { "LINT-17", """{ "Categories": { "functional": { "EssentialOn": [ "/contact" ] } }, "Vendors": { "google-recaptcha": { "Category": "functional" } } }""", "Vendors:google-recaptcha:Category", """{ "Vendors": { "google-recaptcha": { "Category": "functional" } } }""" },
        { "LINT-17", """{ "Cookies": { "robot": { "Category": "session", "Vendor": "hcaptcha" } }, "Vendors": { "hcaptcha": { "Category": "functional" } } }""", "Cookies:robot:Category", """{ "Cookies": { "robot": { "Vendor": "hcaptcha" } }, "Vendors": { "hcaptcha": { "Category": "functional" } } }""" },
        { "LINT-18", """{ "Vendors": { "facebook": { "Category": "operational" } } }""", "Vendors:facebook:Category", """{ "Vendors": { "facebook": {} } }""" },
        { "LINT-18", """{ "Categories": { "social": { "EssentialOn": [ "/forum" ] } } }""", "Categories:social:EssentialOn", """{ "Categories": { "payment": { "EssentialOn": [ "/checkout" ] } } }""" },
        { "LINT-18", """{ "Categories": { "payment": { "EssentialOn": [ "/checkout" ] } }, "Vendors": { "facebook": { "Category": "payment" } } }""", "Vendors:facebook:Category", """{ "Vendors": { "facebook": { "Category": "payment" } } }""" },
        { "LINT-18", """{ "Categories": { "booking": { "EssentialOn": [ "/book" ] } }, "Vendors": { "google-analytics": { "Category": "booking" } } }""", "Vendors:google-analytics:Category", """{ "Categories": { "booking": { "EssentialOn": [ "/book" ] } }, "Vendors": { "stripe": { "Category": "booking" } } }""" },
        { "LINT-18", """{ "Cookies": { "fb_cookie": { "Category": "operational", "Vendor": "facebook" } } }""", "Cookies:fb_cookie:Category", """{ "Cookies": { "fb_cookie": { "Vendor": "facebook" } } }""" },
        { "LINT-18", """{ "Categories": { "payment": { "EssentialOn": [ "/checkout" ] } }, "Cookies": { "fb_cookie": { "Category": "payment", "Vendor": "facebook" } } }""", "Cookies:fb_cookie:Category", """{ "Cookies": { "fb_cookie": { "Category": "social", "Vendor": "facebook" } } }""" },
        { "LINT-18", """{ "Vendors": { "acme": { "Category": "social" } }, "Cookies": { "acme_id": { "Category": "session", "Vendor": "acme" } } }""", "Cookies:acme_id:Category", """{ "Vendors": { "acme": { "Category": "functional" } }, "Cookies": { "acme_id": { "Category": "session", "Vendor": "acme" } } }""" },
        { "LINT-19", """{ "Cookies": { "seen": { "Category": "analytics", "Purpose": "Counts visits, our legitimate interest" } } }""", "Cookies:seen:Purpose", """{ "Cookies": { "seen": { "Category": "analytics", "Purpose": "Counts visits" } } }""" },
        { "LINT-20", """{ "Cookies": { "seen": { "Category": "analytics", "Purpose": "To improve your experience" } } }""", "Cookies:seen:Purpose", """{ "Cookies": { "seen": { "Category": "analytics", "Purpose": "Counts which pages are read" } } }""" },
        { "LINT-20", """{ "Categories": { "analytics": { "Description": "For the best experience." } }, "Cookies": { "_ga": {} } }""", "Categories:analytics:Description", """{ "Categories": { "analytics": { "Description": "Counts visits." } }, "Cookies": { "_ga": {} } }""" },
        { "LINT-21", """{ "Texts": { "en": { "BannerText": "{controller} uses cookies. By continuing you agree." } } }""", "Texts:en:BannerText", """{ "Texts": { "en": { "BannerText": "{controller} would like to use cookies." } } }""" },
        { "LINT-21", """{ "Texts": { "en": { "AcceptAll": "Got it!" } } }""", "Texts:en:AcceptAll", """{ "Texts": { "en": { "AcceptAll": "Accept" } } }""" },
        { "LINT-22", """{ "Texts": { "en": { "RejectAll": "No thanks, I like it boring" } } }""", "Texts:en:RejectAll", """{ "Texts": { "en": { "RejectAll": "Reject" } } }""" },
        { "LINT-22", """{ "Texts": { "en": { "RejectAll": "Manage choices" } } }""", "Texts:en:RejectAll", """{ "Texts": { "en": { "RejectAll": "Refuse everything" } } }""" },
        { "LINT-22", """{ "Texts": { "en": { "RejectAll": "Reject all that is not necessary here", "AcceptAll": "Yes" } } }""", "Texts:en:RejectAll", """{ "Texts": { "en": { "RejectAll": "No", "AcceptAll": "Yes" } } }""" },
        { "LINT-23", """{ "Texts": { "en": { "BannerTitle": "Cookies, and 10% off" } } }""", "Texts:en:BannerTitle", """{ "Texts": { "en": { "BannerTitle": "Cookies" } } }""" },
        { "LINT-23", """{ "Texts": { "de": { "PreferencesIntro": "Abonnieren Sie auch unsere Neuigkeiten." } } }""", "Texts:de:PreferencesIntro", """{ "Texts": { "de": { "Category.analytics.Description": "Zählt, wer den Newsletter liest." } } }""" },
        { "LINT-24", """{ "Texts": { "en": { "BannerText": "{controller} uses cookies. You must accept them to read on." } } }""", "Texts:en:BannerText", """{ "Texts": { "en": { "BannerText": "{controller} would like to use cookies." } } }""" },
        { "LINT-27", """{ "ValidForMonths": 5 }""", "ValidForMonths", """{ "ValidForMonths": 6 }""" },
        { "LINT-31", """{ "DecisionCookie": { "Domain": "example.com" } }""", "DecisionCookie:Domain", """{ "DecisionCookie": { "Domain": "example.com" }, "Texts": { "en": { "BannerValidity": "We keep your answer for {duration}, on all sites of example.com." } } }""" },
        { "LINT-36", """{ "Vendors": { "google-adsense": {} } }""", "Vendors:google-adsense", """{ "Vendors": { "google-analytics": {} } }""" },
        { "LINT-38", """{ "Texts": { "fo": { "BannerTitle": "Kex" } } }""", "Texts:fo", """{ "Texts": { "en-GB": { "BannerTitle": "Biscuits" } } }""" },
        { "LINT-38", """{ "Language": "fo" }""", "Language", """{ "Language": "en-GB" }""" },
        { "LINT-40", $$"""{ "Categories": { {{Many(9, "\"c{0}\": {{}}")}} }, "Cookies": { {{Many(9, "\"cookie{0}\": {{ \"Category\": \"c{0}\" }}")}} } }""", "Categories", $$"""{ "Categories": { {{Many(8, "\"c{0}\": {{}}")}} }, "Cookies": { {{Many(8, "\"cookie{0}\": {{ \"Category\": \"c{0}\" }}")}} } }""" },
        { "LINT-40", $$"""{ "Vendors": { {{Many(51, "\"v{0}\": {{ \"Category\": \"social\" }}")}} } }""", "Vendors", $$"""{ "Vendors": { {{Many(50, "\"v{0}\": {{ \"Category\": \"social\" }}")}} } }""" },
        { "LINT-57", """{ "Cookies": { "ref": { "Category": "operational", "Purpose": "Which affiliate sent you" } } }""", "Cookies:ref:Category", """{ "Cookies": { "ref": { "Category": "advertising", "Purpose": "Which affiliate sent you" } } }""" },
        { "LINT-58", """{ "DecisionCookie": { "Name": "_ga" } }""", "DecisionCookie:Name", """{ "DecisionCookie": { "Name": "__Host-consent" } }""" },
        { "LINT-59", """{ "Enforcement": { "Mode": "Report" } }""", "Enforcement:Mode", """{ "Enforcement": { "Mode": "Withhold" } }""" },
        { "LINT-59", """{ "Enforcement": { "Undeclared": "Allow" } }""", "Enforcement:Undeclared", "{}" },
        { "LINT-72", """{ "Vendors": { "stripe": {} } }""", "Declaration", "{}" },
        { "LINT-72", """{ "Declaration": { "Hash": "0123456789abcdef", "Changed": "2026-03-10" } }""", "Declaration:Hash", "{}" },
        { "LINT-60", """{ "Vendors": { "google-plus": {} } }""", "Vendors:google-plus", """{ "Vendors": { "google": {} } }""" },
        { "LINT-63", """{ "Lint": { "Suppress": { "LINT-60": "The policy names it" } } }""", "Lint:Suppress:LINT-60", """{ "Vendors": { "google-plus": {} }, "Lint": { "Suppress": { "LINT-60": "The policy names it" } } }""" },
        { "LINT-63", """{ "Cookies": { "_gid": { "Category": "session" } }, "Lint": { "Suppress": { "LINT-14": { "_ga": "An own cookie of this name" } } } }""", "Lint:Suppress:LINT-14:_ga", """{ "Cookies": { "_ga": { "Category": "session" } }, "Lint": { "Suppress": { "LINT-14": { "_ga": "An own cookie of this name" } } } }""" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rule_speaks_where_it_is_broken_and_is_silent_where_it_is_kept(string id, string broken, string path, string kept)
    {
        Section.Lint(broken).Findings.Should().Contain(finding => finding.Id == id && finding.Path == "CookieConsent:" + path)
            .Which.Should().Match<LintFinding>(finding => finding.Wrong.EndsWith('.') && finding.Remedy.EndsWith('.'));

        Section.Lint(kept).Findings.Should().NotContain(finding => finding.Id == id && finding.Path == "CookieConsent:" + path);
    }

    [Fact]
    public void Every_rule_that_a_section_can_break_is_tried_here() =>
        CookieConsentLint.AtStart.Select(rule => rule.Id).Except(["LINT-48", "LINT-54", "LINT-55"])
            .Should().BeSubsetOf(Cases.Select(row => (string)row[0]));

    [Fact]
    public void An_empty_section_breaks_no_rule() => Section.Lint("{}").Findings.Should().BeEmpty();

    [Fact]
    public void The_samples_section_has_no_error()
    {
        using JsonDocument sample = JsonDocument.Parse(Repository.Read("samples/HostingSite/appsettings.json"));

        Section.Lint(sample.RootElement.GetProperty("CookieConsent").GetRawText()).Findings.Should().NotContain(finding => finding.Severity == LintSeverity.Error);
    }

    [Fact]
    public void What_is_said_twice_has_one_rule()
    {
        CookieConsentLint.Rules.Select(rule => rule.Id).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
        CookieConsentLint.Rules.Should().OnlyContain(rule => rule.Demands.EndsWith('.'));
    }

    /// <summary>Just short enough, and just too long.</summary>
    [Theory]
    [InlineData("session", "24 hours", "25 hours")]
    [InlineData("session", "PT86400S", "PT86401S")]
    [InlineData("session", "1 day", "36 hours")]
    [InlineData("session", "PT30M", "47 hours")]
    [InlineData("session", "session", "1 month")]
    [InlineData("operational", "13 months", "P13M1D")]
    [InlineData("operational", "397 days", "398 days")]
    [InlineData("operational", "56 weeks", "57 weeks")]
    [InlineData("operational", "P1Y31D", "P1Y32D")]
    [InlineData("operational", "1 year", "403 days")]
    [InlineData("operational", "session", "99999 years")]
    [InlineData("members", "13 months", "14 months")]
    [InlineData("members", "1 year", "10 years")]
    public void An_essential_cookie_stays_no_longer_than_the_law_lets_it(string category, string longest, string tooLong)
    {
        Durations(category, longest).Should().BeEmpty();
        Durations(category, tooLong).Should().ContainSingle().Which.Should().Match<LintFinding>(finding => finding.Severity == LintSeverity.Warning && finding.Path == "CookieConsent:Cookies:x_own:Lifetime");
    }

    [Theory]
    [InlineData("LocalStorage", 1)]
    [InlineData("IndexedDb", 1)]
    [InlineData("SessionStorage", 0)]
    public void Essential_storage_that_nobody_empties_stays_too_long(string storage, int count)
    {
        Durations("operational", "session", storage).Should().HaveCount(count);
        Durations("operational", "P1Y", storage).Should().BeEmpty("the site says that it deletes the entry by then");
        Durations("functional", "session", storage).Should().BeEmpty("visitors are asked");
    }

    [Fact]
    public void A_vendors_cookie_that_the_site_declares_as_essential_is_the_sites_to_shorten_and_no_other()
    {
        Section.Lint("""{ "Vendors": { "acme": { "Category": "functional" } }, "Cookies": { "x_own": { "Category": "operational", "Vendor": "acme", "Lifetime": "10 years" } } }""").Findings.Should().Contain(finding => finding.Id == "LINT-15");
        Section.Lint("""{ "Vendors": { "google": { "Category": "operational" } } }""").Findings.Should().NotContain(finding => finding.Id == "LINT-15");
    }

    [Theory]
    [InlineData("""{ "Categories": { "payment": { "EssentialOn": [ "/checkout" ] } }, "Vendors": { "stripe": {}, "paypal": {} } }""")]
    [InlineData("""{ "Categories": { "functional": { "EssentialOn": [ "/book" ] } }, "Vendors": { "intercom": {} }, "Cookies": { "intercom-id-*": { "Category": "functional" } } }""")]
    [InlineData("""{ "Vendors": { "acme": { "Category": "session" } }, "Cookies": { "acme_id": { "Vendor": "acme" } } }""")]
    public void What_a_visitor_asks_for_may_be_essential_where_it_is_asked_for(string section) =>
        Section.Lint(section).Findings.Select(finding => finding.Id).Should().NotContain(["LINT-14", "LINT-16", "LINT-17", "LINT-18"]);

    [Theory]
    [InlineData("""{ "Cookies": { "_fbp": { "Category": "operational", "Vendor": "facebook" } } }""", "LINT-14")]
    [InlineData("""{ "Vendors": { "facebook": { "Category": "operational" } }, "Cookies": { "fb_cookie": { "Vendor": "facebook" } } }""", "LINT-18")]
    [InlineData("""{ "Categories": { "social": { "EssentialOn": [ "/forum" ] } }, "Vendors": { "facebook": {} }, "Cookies": { "fb_cookie": { "Vendor": "facebook" } } }""", "LINT-18")]
    public void One_fault_is_told_once(string section, string id) =>
        Section.Lint(section).Findings.Where(finding => finding.Id is "LINT-14" or "LINT-16" or "LINT-18").Should().ContainSingle().Which.Id.Should().Be(id);

    [Theory]
    [InlineData("""{ "Vendors": { "x-twitter": { "Category": "operational" } }, "Cookies": { "guest_id": { "Vendor": "x-twitter", "Lifetime": "10 years" } } }""", "LINT-13 CookieConsent:Cookies:guest_id:Reason, LINT-18 CookieConsent:Vendors:x-twitter:Category")]
    [InlineData("""{ "Vendors": { "criteo": { "Category": "operational" } }, "Cookies": { "_ga": { "Vendor": "criteo", "Host": "criteo.com", "Purpose": "Id", "Reason": "None" } } }""", "LINT-07 CookieConsent:Cookies:_ga:Lifetime, LINT-18 CookieConsent:Vendors:criteo:Category")]
    public void What_a_third_party_keeps_is_judged_by_its_vendor_and_told_once_for_all_its_hosts(string section, string findings) =>
        string.Join(", ", Section.Lint(section).Findings.Select(finding => $"{finding.Id} {finding.Path}").Order(StringComparer.Ordinal)).Should().Be(findings);

    [Theory]
    [InlineData("2026-07-01", 0)]
    [InlineData("2027-06-30", 0)]
    [InlineData("2027-07-01", 1)]
    public void Rules_that_have_grown_old_say_so(string today, int count) =>
        Section.Lint("{}", services => services.AddSingleton<TimeProvider>(new FakeTimeProvider(DateTimeOffset.Parse(today + "T12:00:00Z", CultureInfo.InvariantCulture))))
            .Findings.Where(finding => finding is { Id: "LINT-54", Severity: LintSeverity.Info, Path: "CookieConsent" }).Should().HaveCount(count);

    [Fact]
    public void A_language_of_the_app_without_texts_is_a_finding()
    {
        Action<IServiceCollection> faroese = services => services.Configure<RequestLocalizationOptions>(options => options.AddSupportedUICultures("en-GB", "fo"));

        Section.Lint("""{ "Vendors": { "stripe": {} } }""", faroese).Findings.Should().ContainSingle(finding => finding.Id == "LINT-38").Which.Path.Should().Be("CookieConsent:Texts:fo");
        Section.Lint("{}", faroese).Findings.Should().BeEmpty("nobody is asked anything in any language");
    }

    [Fact]
    public void A_second_consent_in_the_same_app_is_a_finding()
    {
        Section.Lint("{}", services => services.Configure<CookiePolicyOptions>(options => options.CheckConsentNeeded = _ => true)).Findings.Should().ContainSingle().Which.Id.Should().Be("LINT-48");
        Section.Lint("{}", services => services.Configure<CookiePolicyOptions>(options => options.MinimumSameSitePolicy = SameSiteMode.Lax)).Findings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("/Views/Shared/_CookieConsentPartial.cshtml", 1)]
    [InlineData("/Pages/Shared/_CookieConsentPartial.cshtml", 1)]
    [InlineData("/Pages/Shared/_Layout.cshtml", 0)]
    public void The_banner_of_the_old_templates_is_a_finding(string view, int count)
    {
        var parts = new ApplicationPartManager();
        parts.ApplicationParts.Add(new Views(view));

        Section.Lint("{}", services => services.AddSingleton(parts)).Findings.Where(finding => finding.Id == "LINT-55" && finding.Path == view).Should().HaveCount(count);
    }

    [Fact]
    public void A_name_that_the_apps_own_services_use_is_not_the_decision_cookies()
    {
        Section.Lint("""{ "DecisionCookie": { "Name": "visit" } }""", services => services.AddLogging().AddDistributedMemoryCache().AddSession(options => options.Cookie.Name = "visit"))
            .Findings.Should().ContainSingle(finding => finding.Id == "LINT-58").Which.Severity.Should().Be(LintSeverity.Error);
    }

    [Fact]
    public void Reporting_alone_is_right_while_developing() =>
        Section.Lint("""{ "Enforcement": { "Mode": "Report" } }""", services => services.AddSingleton<IHostEnvironment>(new Desk())).Findings.Should().BeEmpty();

    [Fact]
    public void What_the_owner_suppresses_is_counted_and_keeps_its_reason()
    {
        LintReport report = Section.Lint("""{ "Vendors": { "google-plus": {} }, "Lint": { "Suppress": { "lint-60": "The policy names it" } } }""");

        report.Findings.Should().NotContain(finding => finding.Id == "LINT-60");
        report.Suppressed.Should().ContainSingle().Which.Should().Match<(LintFinding Finding, string Reason)>(entry => entry.Finding.Id == "LINT-60" && entry.Reason == "The policy names it");
    }

    [Theory]
    [InlineData("LINT-99", "because", "no such rule")]
    [InlineData("LINT-99:_ga", "because", "no such rule")]
    [InlineData("LNT-14:_ga", "because", "Did you mean \"LINT-14\"?")]
    [InlineData("LINT-60", " ", "written reason")]
    [InlineData("LINT-14:_ga", " ", "written reason")]
    [InlineData("LINT-14: ", "because", "Name the cookie")]
    public void A_suppression_without_a_rule_or_a_reason_stops_start_up(string id, string reason, string rule) =>
        Section.Message($$"""{ "Lint": { "Suppress": { "{{id}}": "{{reason}}" } } }""").Should().Contain($"CookieConsent:Lint:Suppress:{id}").And.Contain(rule);

    [Fact]
    public void A_suppressed_finding_does_not_stop_start_up() =>
        Section.Message("""{ "Vendors": { "stripe": {} }, "Lint": { "FailOn": "Warning", "Suppress": { "LINT-10": "Our policy is on paper", "LINT-11": "We are known" } } }""").Should().BeEmpty();

    /// <summary>As it stands in a file, or comes out of the environment.</summary>
    public static readonly TheoryData<string, string> Places = new()
    {
        { """{ "LINT-14": { "_ga": "Ours" } }""", "_ga" },
        { """{ "LINT-14": { "_GA": "Ours" } }""", "_ga" },
        { """{ "lint-14:_ga": "Ours" }""", "_ga" },
        { """{ "LINT-14": { "Cookies:_ga:Category": "Ours" } }""", "_ga" },
        { """{ "LINT-14": { "CookieConsent": { "Cookies": { "_ga": "Ours" } } } }""", "_ga" },
        { """{ "LINT-14": { "__utma": "Ours" } }""", "__utma" },
        { """{ "LINT-14::utma": "Ours" }""", "__utma" },
        { """{ "LINT-14": { "_ga": "Ours", "__utma": "Ours" }, "LINT-60": "Named" }""", "_ga __utma" },
        { """{ "LINT-14": "Ours" }""", "_ga __utma _gid" },
        { """{ "LINT-14": { "Cookies": "Ours" } }""", "_ga __utma _gid" },
        { """{ "LINT-14": { "ga": "Ours" } }""", "" },
        { """{ "LINT-14": { "_g": "Ours" } }""", "" },
        { """{ "LINT-13": { "_ga": "Ours" } }""", "" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void A_rule_is_suppressed_at_one_place_and_speaks_at_the_others(string suppress, string hidden)
    {
        string section = $$"""{ "Cookies": { "_ga": { "Category": "session" }, "__utma": { "Category": "session" }, "_gid": { "Category": "session" } }, "Lint": { "Suppress": {{suppress}} } }""";
        Section.Message(section).Should().BeEmpty();
        (LintFinding Finding, string Reason)[] suppressed = [.. Section.Lint(section).Suppressed.Where(entry => entry.Finding.Id == "LINT-14")];

        suppressed.Select(entry => entry.Finding.Path.Split(':')[2]).Should().BeEquivalentTo(hidden.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        suppressed.Should().NotContain(entry => entry.Reason != "Ours");
    }

    [Fact]
    public void The_reason_that_speaks_of_the_place_counts_before_the_one_for_all() =>
        Section.Lint("""{ "Cookies": { "_ga": { "Category": "session" }, "_gid": { "Category": "session" } }, "Lint": { "Suppress": { "LINT-14": { "_ga": "This one" }, "lint-14": "All" } } }""")
            .Suppressed.Where(entry => entry.Finding.Id == "LINT-14").Select(entry => $"{entry.Finding.Path.Split(':')[2]} {entry.Reason}").Should().BeEquivalentTo("_ga This one", "_gid All");

    [Fact]
    public async Task What_is_seen_is_suppressed_at_one_place_in_the_log_too()
    {
        await using Site site = await Site.StartAsync(
            app => app.Run(context =>
            {
                context.Response.Cookies.Append("basket", "1", new CookieOptions { MaxAge = TimeSpan.FromDays(9) });
                context.Response.Cookies.Append("draft", "1", new CookieOptions { MaxAge = TimeSpan.FromDays(9) });
                return Task.CompletedTask;
            }),
            Section.Settings("""{ "Cookies": { "basket": { "Category": "session" }, "draft": { "Category": "session" } }, "Lint": { "Suppress": { "LINT-47": { "basket": "Until the shop is new" } } } }"""),
            environment: "Development");

        await site.Visitor().GetAsync("/");

        site.Logs.GetSnapshot().Where(log => log.Message.Contains("LINT-47 ")).Should().ContainSingle().Which.Message.Should().Contain("Cookies:draft");
    }

    [Fact]
    public void A_place_is_suppressed_by_an_environment_variable_too()
    {
        const string Variable = "LINT_TEST_CookieConsent__Lint__Suppress__LINT-14____utma";
        Environment.SetEnvironmentVariable(Variable, "Ours");
        try
        {
            CookieConsentOptions options = Section.Bind(new ConfigurationBuilder().AddEnvironmentVariables("LINT_TEST_").Build().GetSection("CookieConsent"));

            Section.Message(options).Should().BeEmpty();
            new LintSuppressions(options.Lint.Suppress).ReasonFor(new LintFinding("LINT-14", LintSeverity.Error, "CookieConsent:Cookies:__utma:Category", "", "")).Should().Be("Ours");
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task What_was_checked_is_said_in_every_environment(string environment)
    {
        await using Site site = await Site.StartAsync(settings: Section.Settings("""{ "Vendors": { "google-plus": {}, "stripe": {} }, "Lint": { "Suppress": { "LINT-10": "On paper" } } }"""), environment: environment);

        site.Logs.GetSnapshot().Should().ContainSingle(log => log.Id.Name == "LintSummary").Which.Message.Should()
            .StartWith($"Cookie consent: {CookieConsentLint.AtStart.Count} rules checked, 2 errors, 0 warnings, 2 notes, 1 suppressed;");
    }

    [Fact]
    public void The_readme_lists_every_rule()
    {
        string[] rows = [.. CookieConsentLint.Rules.Select(rule => $"| {rule.Id} | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Demands} |")];

        Repository.Read("README.md").Split('\n').Where(line => line.StartsWith("| LINT-", StringComparison.Ordinal)).Should().Equal(rows);
    }

    private static IEnumerable<LintFinding> Durations(string category, string lifetime, string storage = "Cookie") => Section.Lint(
        $$"""{ "Categories": { "members": { "Essential": true } }, "Cookies": { "x_own": { "Category": "{{category}}", "Lifetime": "{{lifetime}}", "Storage": "{{storage}}" } } }""")
        .Findings.Where(finding => finding.Id == "LINT-15");

    private static string Many(int count, string format) => string.Join(", ", Enumerable.Range(0, count).Select(number => string.Format(null, format, number)));

    /// <summary>An assembly of views.</summary>
    private sealed class Views(string view) : ApplicationPart, IRazorCompiledItemProvider
    {
        public override string Name => "views";

        public IEnumerable<RazorCompiledItem> CompiledItems => [new View(view)];
    }

    private sealed class View(string identifier) : RazorCompiledItem
    {
        public override string Identifier => identifier;

        public override string Kind => "mvc.1.0.view";

        public override IReadOnlyList<object> Metadata => [];

        public override Type Type => typeof(View);
    }

    private sealed class Desk : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Development";

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
