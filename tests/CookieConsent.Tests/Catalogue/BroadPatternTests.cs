using CookieConsent.Catalogue;

namespace CookieConsent.Tests.Catalogue;

/// <summary>A pattern with few fixed characters can swallow a stranger's cookie: each one must say why it does not.</summary>
public sealed class BroadPatternTests
{
    private const string PardotNumber = "the number of Pardot's client follows, so its first digit is written out";

    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["IR_*"] = "impact.com puts the number of its client behind it; capitals with an underscore are nobody else's habit",
        ["_hj*"] = "Hotjar's prefix, under which it has added cookies for ten years",
        ["AMP_*"] = "Amplitude puts the beginning of its client's key behind it; AMP_TOKEN has a row of its own",
        ["Abp.*"] = "ABP's prefix for its own cookies, essential",
        ["BNI_*"] = "the load balancer's name for its own cookies, essential",
        ["NSC_*"] = "the load balancer's name for its own cookies, essential",
        ["OXID*"] = "a product's name, essential",
        ["QSI_*"] = "Qualtrics Site Intercept; survey ids follow",
        ["TS01*"] = "the firewall's prefix and hexadecimal digits, essential",
        ["TT2_*"] = "TradeTracker's second script, a campaign's number follows",
        ["_ce.*"] = "Crazy Egg's prefix, with a dot that apps hardly use",
        ["_dy_*"] = "Dynamic Yield's prefix; it has a dozen",
        ["_ga_*"] = "the stream's id follows; ga is Google Analytics to everybody",
        ["cto_*"] = "Criteo's prefix",
        ["dtPC*"] = "Dynatrace; a server's number follows where there are several",
        ["dtSa*"] = "Dynatrace; a server's number follows where there are several",
        ["fbm_*"] = "Facebook's sign-in, the app's number follows",
        ["glt_*"] = "SAP's sign-in, the site's key follows, essential",
        ["gpv_*"] = "Adobe's plug-in for the previous page, a variable's name follows",
        ["lhc_*"] = "Live Helper Chat's prefix",
        ["lpv1*"] = PardotNumber,
        ["lpv2*"] = PardotNumber,
        ["lpv3*"] = PardotNumber,
        ["lpv4*"] = PardotNumber,
        ["lpv5*"] = PardotNumber,
        ["lpv6*"] = PardotNumber,
        ["lpv7*"] = PardotNumber,
        ["lpv8*"] = PardotNumber,
        ["lpv9*"] = PardotNumber,
        ["rxvt*"] = "Dynatrace; a server's number follows where there are several",
        ["s_nr*"] = "Adobe's plug-in for new and repeated visits, a number of days follows",
        ["sbsd*"] = "the bot check's name, essential",
    };

    [Fact]
    public void Every_short_wildcard_has_a_reason() =>
        Broad().Should().BeEquivalentTo(Reasons.Keys, "a short pattern needs its reason here, and a reason its pattern");

    [Fact]
    public void A_third_partys_short_wildcard_needs_none() =>
        DataFiles.Cookies.Where(cookie => cookie.IsThirdParty && cookie.Pattern is { IsExact: false, FixedLength: <= 4 })
            .Select(cookie => CookieCatalogue.Default.Find(cookie.Pattern.Prefix + "1")).Should().OnlyContain(found => found == null || !found.IsThirdParty);

    private static IEnumerable<string> Broad() => DataFiles.Cookies
        .Where(cookie => cookie is { IsThirdParty: false, Storage: null } && cookie.Pattern is { IsExact: false, FixedLength: <= 4 })
        .Select(cookie => cookie.Pattern.Text);
}
