using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace CookieConsent.Presentation.Gates;

/// <summary>The beginning of a template in which a script sleeps; as an object, it is told from markup that looks like it.</summary>
/// <param name="tag">The template's start tag.</param>
internal sealed class SleepingGate(string tag) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(tag);
}
