using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CookieConsent.Tests.Configuration;

namespace CookieConsent.Tests.Presentation;

/// <summary>What the two real policies say about cookies is said again by the declaration, from configuration alone.</summary>
public sealed class TwoSitesTests
{
    [Theory]
    [InlineData("who asks", "", "Responsible for these cookies: Example Hosting LLP.")]
    [InlineData("how to reach them", "", "support@hosting.example")]
    [InlineData("session cookies end with the browser", "Session", "until you close the browser")]
    [InlineData("they follow from page to page", "Session", "from page to page")]
    [InlineData("they keep selections", "Session", "keep what you selected, so that you are not asked again")]
    [InlineData("they save a sign-in for each part", "Session", "need not sign in for every part")]
    [InlineData("the shopping cart", "Session", "cart Remembers what is in your shopping cart Until you close the browser")]
    [InlineData("session cookies are the site's", "Session", "This site (first party)")]
    [InlineData("operational cookies last up to 12 months", "Operational", "Persistent, for up to 12 months")]
    [InlineData("they manage sessions and logging in and out", "Operational", "manage your sessions, help with logging in and out")]
    [InlineData("they are for security", "Operational", "security")]
    [InlineData("the affiliate, 12 months", "Operational", "affiliate Whether you came from an affiliate site 1 year")]
    [InlineData("the cookie-warning cookie", "Operational", ".CookieConsent Remembers whether you are happy to accept cookies 365 days")]
    [InlineData("Google's cookies last up to four years", "Analytics", "up to four years")]
    [InlineData("a cookie of four years", "Analytics", "_ga Recognises and counts visitors 4 years")]
    [InlineData("what Google learns", "Analytics", "your IP address and the address of the page")]
    [InlineData("what Google Analytics counts", "Analytics", "Recognise and count visitors, how long a visit takes, the route through the site and the site a visitor came from")]
    [InlineData("what it is good for", "Analytics", "make things easier to find")]
    [InlineData("who has access beside the site", "Analytics", "This site and Google Analytics (first party)")]
    [InlineData("Facebook's button", "Social media", "Like button of Facebook")]
    [InlineData("Twitter's button", "Social media", "Follow button of Twitter")]
    [InlineData("Google's button", "Social media", "+1 button of Google")]
    [InlineData("that button is gone", "Social media", "Google +1 button Privacy policy · Opt out This service has been discontinued.")]
    [InlineData("Pinterest's button", "Social media", "Pin it button of Pinterest")]
    [InlineData("LinkedIn's buttons", "Social media", "Share and Follow buttons of LinkedIn")]
    [InlineData("YouTube's button", "Social media", "embed button of YouTube")]
    [InlineData("visits are linked with earlier cookies", "Social media", "link your visit with cookies they placed before")]
    [InlineData("what they collect", "Social media", "learn of your visit and of what you do with their buttons")]
    [InlineData("third parties have access", "Social media", "Facebook on facebook.com (third party)")]
    [InlineData("PayPal, if you pay by it", "Payment", "PayPal if you pay by PayPal")]
    [InlineData("Stripe, if you pay by card", "Payment", "Stripe if you pay by credit card")]
    [InlineData("a cookie of Stripe", "Payment", "__stripe_mid")]
    [InlineData("the answer is kept for up to 365 days", "", "We keep your answer for 365 days.")]
    [InlineData("blocking and deleting in the browser", "Refusing and deleting cookies in your browser", "set your browser to block cookies and delete those that are stored")]
    [InlineData("where that is explained", "Refusing and deleting cookies in your browser", "www.allaboutcookies.org")]
    [InlineData("blocking limits the site", "Refusing and deleting cookies in your browser", "parts of the site will not work")]
    public async Task The_hosting_sites_declaration_says(string fact, string section, string words) => Says(await DeclarationAsync("hosting"), fact, section, words);

    [Theory]
    [InlineData("Google Analytics", "https://www.google.com/policies/privacy/", "https://tools.google.com/dlpage/gaoptout/")]
    [InlineData("Google", "https://www.google.co.uk/policies/technologies/types/", "https://www.google.com/intl/en/policies/privacy/partners/")]
    [InlineData("Google +1 button", "https://support.google.com/plus/answer/1319578?hl=en-gb", "https://www.google.com/intl/en/policies/privacy/partners/")]
    [InlineData("YouTube", "https://www.google.co.uk/policies/technologies/types/", "https://www.google.com/intl/en/policies/privacy/partners/")]
    [InlineData("Facebook", "https://www.facebook.com/help/cookies", null)]
    [InlineData("X (Twitter)", "https://twitter.com/privacy", null)]
    [InlineData("Pinterest", "https://about.pinterest.com/en/privacy-policy", null)]
    [InlineData("LinkedIn", "https://www.linkedin.com/legal/cookie-policy", null)]
    [InlineData("PayPal", "https://www.paypal.com/uk/webapps/mpp/ua/cookie-full", null)]
    [InlineData("Stripe", "https://stripe.com/cookies-policy/legal", null)]
    public async Task The_hosting_sites_declaration_links_to(string vendor, string policy, string? optOut) => Links(await DeclarationAsync("hosting"), vendor, policy, optOut);

    [Theory]
    [InlineData("session cookies", "Session", "Keep some information from your current visit on your computer")]
    [InlineData("without them it must be entered again", "Session", "need not enter it again")]
    [InlineData("a session cookie", "Session", "visit Keeps what you entered during this visit Until you close the browser")]
    [InlineData("statistics by a third party", "Analytics", "Google Analytics")]
    [InlineData("what is recorded", "Analytics", "Your IP address, browser and type of computer, the times of access, the page you came from and the pages you open")]
    [InlineData("it identifies nobody", "Analytics", "None of it tells us who you are")]
    [InlineData("what it is good for", "Analytics", "Count visits and pages to understand what visitors need on the whole and to improve the site")]
    [InlineData("Google advertises", "Advertising", "Google serves advertisements here and uses cookies")]
    [InlineData("the DART cookie", "Advertising", "the DART cookie among them")]
    [InlineData("by visits here and elsewhere", "Advertising", "by your visits to this and other sites")]
    [InlineData("the DART cookie by name", "Advertising", "IDE Recognises the browser to choose and count ads")]
    [InlineData("only DoubleClick has access", "Advertising", "Google DART on doubleclick.net (third party)")]
    [InlineData("Amazon Associates", "Advertising", "Amazon Services LLC Associates Program")]
    [InlineData("any Amazon website, within 24 hours", "Advertising", "a link to any Amazon website and buy something within 24 hours")]
    [InlineData("a share, at the same price", "Advertising", "we receive a small percentage, and your price stays the same")]
    [InlineData("refusing and deleting in the browser", "Refusing and deleting cookies in your browser", "set to refuse cookies, and to delete those that are stored")]
    [InlineData("what deleting costs", "Refusing and deleting cookies in your browser", "you may have to enter again what the services need")]
    public async Task The_tutorial_sites_declaration_says(string fact, string section, string words) => Says(await DeclarationAsync("tutorial"), fact, section, words);

    [Theory]
    [InlineData("Google DART", "https://policies.google.com/technologies/ads", "https://www.google.com/privacy_ads.html")]
    [InlineData("Google", "https://policies.google.com/technologies/ads", null)]
    [InlineData("Amazon Associates", "https://www.amazon.com/privacy", "https://www.amazon.com/adprefs")]
    public async Task The_tutorial_sites_declaration_links_to(string vendor, string policy, string? optOut) => Links(await DeclarationAsync("tutorial"), vendor, policy, optOut);

    [Theory]
    [InlineData("hosting", "2018-05-10", "Last changed on Thursday, May 10, 2018.")]
    [InlineData("tutorial", "2016-06-01", "Last changed on Wednesday, June 1, 2016.")]
    public async Task The_edition_is_dated(string name, string date, string words)
    {
        string hash;
        await using (Site undated = await SiteAsync(name))
        {
            hash = undated.Policy.DeclarationHash;
        }

        await using Site site = await SiteAsync(name, ("Declaration:Hash", hash), ("Declaration:Changed", date));

        (await site.Visitor().GetPageAsync("/_cookie-consent/declaration")).Body!.TextContent.Should().Contain(words);
    }

    [Theory]
    [InlineData("hosting")]
    [InlineData("tutorial")]
    public async Task Neither_leaves_anything_unsaid_but_the_date(string name)
    {
        await using Site site = await SiteAsync(name);

        site.Logs.GetSnapshot().Where(log => log.Message.Contains("LINT-") && log.Level == LogLevel.Error).Should().BeEmpty();
        (await site.Visitor().GetTextAsync("/_cookie-consent/declaration")).Should().NotContain("Not stated");
    }

    /// <summary>Finds the words in the section of that heading, or anywhere.</summary>
    private static void Says(IHtmlDocument page, string fact, string section, string words)
    {
        IEnumerable<string> texts = section.Length == 0
            ? [Text(page.Body!)]
            : [string.Join(' ', Following(page.QuerySelectorAll("h2").Single(heading => heading.TextContent == section), "H2").Select(Text))];
        texts.Should().ContainSingle(text => text.Contains(words), "the policy tells {0}", fact);
    }

    private static void Links(IHtmlDocument page, string vendor, string policy, string? optOut)
    {
        string?[] links = [.. page.QuerySelectorAll("h3").Where(heading => heading.TextContent == vendor).SelectMany(heading => heading.NextElementSibling!.QuerySelectorAll("a")).Select(link => link.GetAttribute("href"))];
        links.Should().Contain(policy);
        if (optOut is not null)
        {
            links.Should().Contain(optOut);
        }
    }

    private static IEnumerable<IElement> Following(IElement heading, string until)
    {
        for (IElement? next = heading.NextElementSibling; next is not null && next.TagName != until; next = next.NextElementSibling)
        {
            yield return next;
        }
    }

    private static string Text(INode node) => string.Join(' ', Leaves(node).SelectMany(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>The text of each cell by itself; a name that may break is one.</summary>
    private static IEnumerable<string> Leaves(INode node) => node is IElement { TagName: "TH" or "TD" or "P" or "CAPTION" or "SUMMARY" or "H3" } || !node.HasChildNodes
        ? [node.TextContent]
        : node.ChildNodes.SelectMany(Leaves);

    private static async Task<IHtmlDocument> DeclarationAsync(string name)
    {
        await using Site site = await SiteAsync(name);
        return await site.Visitor().GetPageAsync("/_cookie-consent/declaration");
    }

    private static Task<Site> SiteAsync(string name, params (string Key, string Value)[] more) => Site.StartAsync(
        settings: Section.Settings(Repository.Read($"tests/CookieConsent.Tests/Presentation/Sites/{name}.json")).Concat(more.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))));
}
