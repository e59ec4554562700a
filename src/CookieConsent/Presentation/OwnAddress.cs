using CookieConsent.Consent;
using Microsoft.AspNetCore.Http;

namespace CookieConsent.Presentation;

/// <summary>The addresses of our own routes.</summary>
internal static class OwnAddress
{
    public const string Decision = "/decision";
    public const string Preferences = "/preferences";
    public const string Declaration = "/declaration";
    public const string Banner = "/banner";
    public const string Embed = "/embed";
    public const string DeclarationData = "/declaration.json";
    public const string Audit = "/audit";
    public const string Seen = "/seen";

    /// <summary>The fragment that shows the confirmation, which is always rendered after a decision.</summary>
    public const string SavedFragment = "#vc-saved";

    /// <summary>The query field and form field that carry the address to return to.</summary>
    public const string ReturnField = "return";

    private const int LongestReturn = 2048;

    public static string Of(ConsentPolicy policy, PathString pathBase, string route) =>
        pathBase.ToUriComponent() + policy.Settings.RoutePrefix + route;

    /// <summary>The page that the visitor is on, for coming back to it.</summary>
    public static string Current(HttpRequest request) =>
        Local((request.PathBase + request.Path).ToUriComponent() + request.QueryString.ToUriComponent(), request.PathBase);

    /// <summary>An address of this site; its start page for anything else.</summary>
    public static string Local(string? address, PathString pathBase)
    {
        bool isLocal = address is ['/', ..] and not ['/', '/' or '\\', ..]
            && address.Length <= LongestReturn
            && !address.AsSpan().ContainsAnyExceptInRange('!', '~');
        return isLocal ? address! : pathBase.ToUriComponent() + "/";
    }
}
