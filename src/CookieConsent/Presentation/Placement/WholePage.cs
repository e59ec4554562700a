using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using CookieConsent.Consent;
using Microsoft.AspNetCore.Html;

namespace CookieConsent.Presentation.Placement;

/// <summary>The page that a layout has made, before it is written.</summary>
internal static class WholePage
{
    private const string End = "</html";

    /// <summary>What the views of a page are collected in; null where it is not known.</summary>
    /// <remarks>Razor keeps it to itself. Should it come to be called something else, scripts no longer wait; nothing else depends on it.</remarks>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Without the property the script stays as it is.")]
    public static IHtmlContentContainer? Of(TextWriter writer) => writer.GetType().GetProperty("Buffer")?.GetValue(writer) as IHtmlContentContainer;

    /// <summary>Whether nothing in the page has to come after the script.</summary>
    public static bool IsQuiet(IHtmlContentContainer page, HtmlEncoder encoder, ConsentPolicy policy)
    {
        using var text = new PageText(encoder);
        text.AppendHtml(page);
        return !text.IsPartial && text.Markup.Contains(End, StringComparison.OrdinalIgnoreCase) && !EarlyCode.IsIn(text.Markup, policy);
    }
}
