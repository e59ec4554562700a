namespace CookieConsent.Presentation;

/// <summary>Puts the script together: the policy's browser part and the committed code, in a block so that neither leaves a name on the page.</summary>
internal static class ScriptAsset
{
    private const string Ending = ".js";

    private static readonly Lazy<byte[]> Code = new(() => Asset.Embedded("script.min.js"));

    public static Asset Make(PageModel page, bool reportsNames)
    {
        using var script = new MemoryStream();
        script.Write("{const policy="u8);
        script.Write(BrowserPolicy.Write(page, reportsNames).Span);
        script.WriteByte((byte)';');
        script.Write(Code.Value);
        script.WriteByte((byte)'}');
        return new Asset(script.ToArray(), "text/javascript; charset=utf-8", $".{page.Texts.Language}{Ending}");
    }

    /// <summary>The language that a route asks for, or null: a page's address may decide its language, which the script's own address does not show.</summary>
    public static string? LanguageOf(string route) =>
        route.Split('.') is [_, { Length: > 0 } language, _] ? language : null;
}
