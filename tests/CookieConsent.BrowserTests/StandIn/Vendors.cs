namespace CookieConsent.BrowserTests.StandIn;

/// <summary>The vendors' hosts, and how each of them behaves: the cookies are those that the two policies and the catalogue name.</summary>
internal static class Vendors
{
    public static readonly IReadOnlyDictionary<string, StandInAnswer> Answers = new Dictionary<string, StandInAnswer>
    {
        ["www.googletagmanager.com"] = StandInAnswer.Script(
            """
            document.cookie = "_ga=GA1.3.1.2; domain=.example.co.uk; path=/; max-age=34560000; secure";
            document.cookie = "_ga_SAMPLE1=GS1.1.1; domain=.example.co.uk; path=/; max-age=34560000; secure";
            document.cookie = "_gid=GA1.3.3.4; domain=.example.co.uk; path=/; max-age=86400; secure";
            fetch("https://www.google-analytics.com/g/collect?v=2", { mode: "no-cors", keepalive: true });
            """),
        ["www.google-analytics.com"] = StandInAnswer.Nothing(),
        ["www.facebook.com"] = StandInAnswer.Frame(ThirdParty("datr", "facebook.com", "HttpOnly"), ThirdParty("sb", "facebook.com", "HttpOnly")),
        ["platform.twitter.com"] = StandInAnswer.Script("", ThirdParty("guest_id", "twitter.com")),
        ["apis.google.com"] = StandInAnswer.Script("", ThirdParty("NID", "google.com", "HttpOnly")),
        ["platform.linkedin.com"] = StandInAnswer.Script("", ThirdParty("bcookie", "linkedin.com"), ThirdParty("lidc", "linkedin.com")),
        ["assets.pinterest.com"] = StandInAnswer.Script("new Image().src = \"https://log.pinterest.com/?type=pidget\";", ThirdParty("_pinterest_cm", "pinterest.com")),
        ["log.pinterest.com"] = StandInAnswer.Nothing(),
        ["www.youtube.com"] = StandInAnswer.Frame(ThirdParty("YSC", "youtube.com", "HttpOnly"), ThirdParty("VISITOR_INFO1_LIVE", "youtube.com", "HttpOnly")),
        ["www.paypal.com"] = StandInAnswer.Script("", ThirdParty("ts", "paypal.com", "HttpOnly"), ThirdParty("ts_c", "paypal.com")),
        ["js.stripe.com"] = StandInAnswer.Script(
            """
            document.cookie = "__stripe_mid=1; domain=.www.shop.example.co.uk; path=/; max-age=31536000; secure";
            document.cookie = "__stripe_sid=2; domain=.www.shop.example.co.uk; path=/; max-age=1800; secure";
            """),
        ["pagead2.googlesyndication.com"] = StandInAnswer.Script(
            """
            document.cookie = "__gads=ID=1; domain=.example.co.uk; path=/; max-age=33696000; secure";
            document.cookie = "__gpi=UID=1; domain=.example.co.uk; path=/; max-age=33696000; secure";
            """),
        ["ad.doubleclick.net"] = StandInAnswer.Frame(ThirdParty("IDE", "doubleclick.net", "HttpOnly"), ThirdParty("test_cookie", "doubleclick.net")),
        ["www.amazon.co.uk"] = StandInAnswer.Frame(),
    };

    private static string ThirdParty(string name, string domain, string more = "Priority=Medium") =>
        $"{name}=stand-in; Domain={domain}; Path=/; Max-Age=31536000; Secure; SameSite=None; {more}";
}
