using System.Text.RegularExpressions;
using AngleSharp.Dom;
using CookieConsent.Decision;
using CookieConsent.Presentation;

namespace CookieConsent.Tests.Presentation;

/// <summary>
/// Lists that hide notices take away the visitor's way to choose, and what they hide is only ours if it is named as theirs are.
/// The general patterns here are those of EasyList Cookie (easylist_cookie_general_hide.txt, easylist_cookie_general_block.txt, also in
/// Fanboy's Annoyances) and of AdGuard's Cookie Notices (cookies_general.txt), as far as they are about words that we could use.
/// </summary>
public sealed partial class NeutralNameTests
{
    /// <summary>What the names of hidden elements are made of: <c>##.cookie-bar</c>, <c>###gdpr-banner</c>, <c>##.cc-window</c>, <c>###CNIL_message</c>, <c>##.butterBar--privacy</c>.</summary>
    private static readonly string[] HiddenWords =
    [
        "cookie", "cooki", "coockie", "kaka", "consent", "consens", "constent", "gdpr", "dsgvo", "rgpd", "lgpd", "rodo", "ccpa", "cnil", "avg-", "tcf", "cmp", "didomi", "onetrust", "optanon", "iubenda", "evidon",
        "privacy", "priv-", "policy", "policies", "disclaim", "banner", "bandeau", "baner", "notice", "notif", "message", "melding", "hinweis", "aviso", "alert", "warn", "popup", "popin", "pop-up", "modal", "overlay", "layer", "lightbox",
        "sticky", "snackbar", "toast", "ribbon", "cc-", "cc_", "eu-", "law", "legal", "compliance", "agree", "accept", "allow", "approv", "optin", "opt-in", "optout", "opt-out", "track", "rules", "terms",
    ];

    /// <summary>General address patterns with our words in them; <c>*</c> stands for anything, and the kind of resource is left out, as if all were meant.</summary>
    private static readonly string[] BlockedAddresses =
    [
        "-consent-banner-", "-consent-banner.", "-cookie-banner-", "-cookie-banner.", "-cookie-bar.", "-cookie-consent-", "-cookie-consent.", "-cookie-consent/", "-cookie-consent.js", "-cookie-dialog.", "-cookie-manager?",
        "-cookie-message.js", "-cookie-notice-", "-cookie-notice.", "-cookie-notice/", "-cookie-policy.", "-cookie-popup.", "-cookieconsent-", "-tracking-consent.", ".consent-cookie.", ".cookie-policy.", ".cookie.policy.", ".cookieconsent.",
        ".cookienotice.", "/bc-cookie-consent", "/cc-cookie-consent/", "/cdn/consent_", "/checkCookieConsent/", "/cmp/consent-", "/component-CookieConsent.", "/consent-banner-", "/consent-dialog.", "/consent-management.js", "/consent-management/",
        "/consent-manager.", "/consent-tracking-", "/consent.min.js?", "/consent/manager/", "/consent/message.", "/consent_banner-", "/consentUI/", "/cookie-banner", "/cookie-bar-", "/cookie-bar.", "/cookie-bar/", "/cookie-consent-", "/cookie-consent-tool/",
        "/cookie-consent.", "/cookie-consent/", "/cookie-consent?", "/cookie-control.", "/cookie-manager/", "/cookie-notice-", "/cookie-policy/", "/cookie_consent.", "/cookie_consent/", "/cookie_consent_", "/cookieconsent.", "/cookieconsent/",
        "/cookieconsent?", "/cookieconsent_", "/cookies-banner", "/cookies-consent.", "/data-consent.", "/gdpr-consent", "/implied-consent", "/privacy-banner.", "/privacy-bar/", "/privacy-consent-", "/resources/CookieConsent/", "=cookie-overlay/",
        "?getCookieConsent=", "_alert_cookie/", "_cookie_banner.", "_cookie_bar.", "_cookie_compliance.", "_cookie_consent.", "_cookie_consent/", "_cookie_notice.", "_cookie_policy.", "_cookieconsent/", "_cookie_popup.", "_site_cookie_", "_gdpr_consent.",
    ];

    [Theory]
    [InlineData("Bar")]
    [InlineData("CornerStart")]
    public async Task No_id_class_or_attribute_is_named_like_what_lists_hide(string layout)
    {
        await using Site site = await SiteAsync(layout);
        Visitor visitor = site.Visitor();
        List<IElement> elements = [];
        foreach (string path in (string[])["/", "/?decided", "/_cookie-consent/preferences", "/_cookie-consent/declaration"])
        {
            elements.AddRange((await visitor.GetPageAsync(path, path.EndsWith("decided", StringComparison.Ordinal) ? site.DecisionCookie(refused: "analytics social payment advertising") : null)).QuerySelectorAll("*"));
        }

        string[] names = [.. elements
            .SelectMany(element => element.ClassList.Append(element.Id ?? "").Concat(element.Attributes.Select(attribute => attribute.Name).Where(name => name.StartsWith("data-", StringComparison.Ordinal))))
            .Concat(NamesOfTheStyle).Concat(NamesOfTheScript)
            .Where(name => name.Length > 0).Distinct()];

        names.Should().Contain("vc-bar").And.Contain("vc-status").And.Contain("vc-embed").And.HaveCountGreaterThan(20);
        names.Where(name => HiddenWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase))).Should().BeEmpty();
    }

    [Fact]
    public async Task No_address_that_a_page_needs_is_one_that_lists_block()
    {
        await using Site site = await SiteAsync("Bar");
        string[] addresses =
        [
            StyleAsset.Of(site.Policy).Route, Asset.Pages.Route, Asset.Rest.Route, "/0123456789abcdef.css", "/0123456789abcdef.en.js", "/0123456789abcdef.zh-Hans.js",
            OwnAddress.Decision, OwnAddress.Preferences + "?return=%2F", OwnAddress.Declaration, OwnAddress.Banner + "?return=%2F", OwnAddress.Embed + "?vendor=youtube&return=%2F",
        ];

        foreach (string address in addresses.Select(route => "https://www.example.com" + site.Policy.Settings.RoutePrefix + route))
        {
            BlockedAddresses.Where(pattern => address.Contains(pattern, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty("{0} must arrive", address);
        }
    }

    [Fact]
    public void What_the_script_shows_has_a_look()
    {
        NamesOfTheScript.Should().Contain("vc-failed").And.Contain("vc-said").And.Contain("vc-dialog");
        // Places that links lead to.
        NamesOfTheScript.Except(NamesOfTheStyle).Should().BeEquivalentTo("vc-done", "vc-saved");
    }

    private static IEnumerable<string> NamesOfTheScript => Named(NameInScript(), ".ts");

    private static IEnumerable<string> NamesOfTheStyle => Named(ClassInStyle(), ".css");

    private static IEnumerable<string> Named(Regex pattern, string ending) => Repository.Files("src/CookieConsent/Presentation/Assets")
        .Where(file => file.EndsWith(ending, StringComparison.Ordinal) && !file.Contains(".min.", StringComparison.Ordinal))
        .SelectMany(file => pattern.Matches(Repository.Read(file)).Select(match => match.Groups[1].Value)).Distinct();

    private static Task<Site> SiteAsync(string layout) => Site.StartAsync(
        async context =>
        {
            context.Response.ContentType = "text/html";
            ConsentMarkup markup = context.RequestServices.GetRequiredService<ConsentMarkup>();
            var request = (ConsentRequest)context.GetCookieConsent();
            await context.Response.WriteAsync(markup.Head(context, request) + await markup.BarAsync(context, request) + await markup.SettingsLinkAsync(context, request));
        },
        Site.Usual.Append(new("Layout", layout)));

    [GeneratedRegex("(?<!data-)\\b(vc-[a-z-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex NameInScript();

    [GeneratedRegex(@"\.([a-z][a-z-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex ClassInStyle();
}
