using System.Text.Encodings.Web;
using CookieConsent.Presentation.Gates;
using Microsoft.AspNetCore.Html;

namespace CookieConsent.Presentation.Placement;

/// <summary>The script and the link to the stylesheet, at the start of a head.</summary>
/// <param name="script">The script's attributes; null where there is none.</param>
/// <param name="link">The link.</param>
internal sealed class HeadMarkup(string? script, string link) : IHtmlContent
{
    public string Link { get; } = link;

    /// <summary>Whether the script may wait until the page is parsed. It is asked when the page is written, since only then is all of it known.</summary>
    public Func<HtmlEncoder, bool>? MayWait { get; set; }

    /// <summary>As it stands where the rest of the page is not known.</summary>
    public override string ToString() => GatedElement.Write(this);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (script is not null)
        {
            writer.Write(MayWait?.Invoke(encoder) == true ? "<script defer " : "<script ");
            writer.Write(script);
            writer.Write("></script>");
        }

        writer.Write(Link);
    }
}
