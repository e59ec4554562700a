using CookieConsent.Consent;

namespace CookieConsent.Benchmarks.Pipeline;

/// <summary>The requests that are compared.</summary>
internal static class RequestCases
{
    /// <summary>Four of the site's own cookies and four trackers.</summary>
    private const string Eight =
        "basket=17; .AspNetCore.Session=CfDJ8Nd2mXUoX9lPqk4w; lang=en; theme=dark; "
        + "_ga=GA1.2.1932761214.1700000000; _gid=GA1.2.861261421.1700000000; _gat=1; __gads=ID=94fbe1e1c2d4bd7a:T=1700000000";

    public static readonly IReadOnlyList<string> Names = ["S1", "S2", "S3", "S4", "S5", "Sweep"];

    /// <summary>What each case is, in words.</summary>
    public static string Describe(string name) => name switch
    {
        "S1" => "no cookies",
        "S2" => "eight cookies in, undecided",
        "S3" => "eight in, refused; three appended",
        "S4" => "eight in, granted; three appended",
        "S5" => "eight in, refused; three raw headers",
        "Sweep" => "navigation, refused, four leftovers",
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>The request of a case, to this library's site.</summary>
    public static RequestShape For(string name, BenchmarkSite site) => Shape(name, Refused(site), site.Decision(ConsentAnswer.Granted));

    /// <summary>The request of a case, to a site without this library: as long a header, with the consent cookie of ASP.NET Core.</summary>
    public static RequestShape ForFramework(string name, BenchmarkSite site) => Shape(name, Refused(site), ".AspNet.Consent=yes");

    private static string Refused(BenchmarkSite site) => site.Decision(ConsentAnswer.Refused);

    private static RequestShape Shape(string name, string refused, string granted) => name switch
    {
        "S1" => new RequestShape(null),
        "S2" => new RequestShape(Eight),
        "S3" => new RequestShape($"{Eight}; {refused}", SiteAnswer.Appends),
        "S4" => new RequestShape($"{Eight}; {granted}", SiteAnswer.Appends),
        "S5" => new RequestShape($"{Eight}; {refused}", SiteAnswer.WritesHeader),
        "Sweep" => new RequestShape($"{Eight}; {refused}", IsNavigation: true),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
