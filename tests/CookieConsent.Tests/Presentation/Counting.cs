using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace CookieConsent.Tests.Presentation;

/// <summary>Content of a site's own that does something when it is written.</summary>
public sealed class Counting : IHtmlContent
{
    private int _times;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write("written " + (++_times).ToString(CultureInfo.InvariantCulture));
}
