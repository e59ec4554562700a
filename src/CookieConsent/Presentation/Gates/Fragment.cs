using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CookieConsent.Presentation.Gates;

/// <summary>A part of a page that is not sent at all until it may be.</summary>
internal static class Fragment
{
    private const string Attribute = "data-vc-fragment";

    /// <summary>Leaves the element, marked for the browser script to find, or puts an empty template in its place.</summary>
    /// <param name="http">The request.</param>
    /// <param name="gate">What it needs.</param>
    /// <param name="open">Whether the visitor gave it.</param>
    /// <param name="place">The same for the same place in the view's source.</param>
    /// <param name="output">The element.</param>
    public static void Gate(HttpContext http, Gate gate, bool open, string place, TagHelperOutput output)
    {
        string key = Key(http, place);
        if (open)
        {
            output.Attributes.SetAttribute(Attribute, key);
            return;
        }

        output.SuppressOutput();
        output.PostElement.AppendHtml(GatedElement.Template(gate, $" {Attribute}=\"{key}\"") + "</template>");
    }

    /// <summary>A key that is the same when the page is rendered again: the place, and how often a loop has come by.</summary>
    public static string Key(HttpContext http, string place)
    {
        string start = place[..Math.Min(8, place.Length)];
        var item = (typeof(Fragment), start);
        int times = http.Items[item] as int? ?? 0;
        http.Items[item] = times + 1;
        return times == 0 ? start : $"{start}-{times}";
    }
}
