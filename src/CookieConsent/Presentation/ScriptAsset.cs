namespace CookieConsent.Presentation;

/// <summary>Puts the script together: the policy's browser part, the signals that its vendors need and the committed code, in a block so that none of it leaves a name on the page.</summary>
internal static class ScriptAsset
{
    private const string Ending = ".js";

    /// <summary>The kinds of signals, each in a file of its own.</summary>
    private static readonly string[] Signals = ["google", "microsoft-uet", "clarity", "meta"];

    public static Asset Make(PageModel page, bool reportsNames)
    {
        using var script = new MemoryStream();
        script.Write("{const policy="u8);
        script.Write(BrowserPolicy.Write(page, reportsNames).Span);
        script.Write(",signals=[];"u8);
        foreach (string signal in Signals.Where(signal => BrowserPolicy.Vendors(page.Policy).Any(vendor => BrowserPolicy.Signal(page.Policy, vendor).StartsWith(signal, StringComparison.Ordinal))))
        {
            script.Write(Asset.Embedded($"signal.{signal}.min.js"));
        }

        script.Write(Asset.Embedded("head.min.js"));
        script.WriteByte((byte)'}');
        return new Asset(script.ToArray(), "text/javascript; charset=utf-8", $".{page.Texts.Language}{Ending}");
    }

    /// <summary>The language that a route asks for, or null: a page's address may decide its language, which the script's own address does not show.</summary>
    public static string? LanguageOf(string route) =>
        route.Split('.') is [_, { Length: > 0 } language, _] ? language : null;
}
