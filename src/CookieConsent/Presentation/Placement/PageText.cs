using System.Buffers;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CookieConsent.Presentation.Placement;

/// <summary>Parts of a page as one text. Its memory is borrowed, since pages are large.</summary>
internal sealed class PageText(HtmlEncoder encoder) : IHtmlContentBuilder, IDisposable
{
    private char[] _characters = ArrayPool<char>.Shared.Rent(8192);
    private int _length;

    public ReadOnlySpan<char> Markup => _characters.AsSpan(0, _length);

    /// <summary>A part is missing: code of the page's that is not to run twice, or what is made elsewhere.</summary>
    public bool IsPartial { get; private set; }

    /// <summary>To be written as long as this is not disposed.</summary>
    public IHtmlContent Content => new Whole(this);

    public void Insert(int at, string markup)
    {
        // Room for it.
        Add(markup);
        Span<char> all = _characters.AsSpan(0, _length);
        all[at..^markup.Length].CopyTo(all[(at + markup.Length)..]);
        markup.CopyTo(all[at..]);
    }

    public IHtmlContentBuilder Append(string unencoded) => Add(encoder.Encode(unencoded));

    public IHtmlContentBuilder AppendHtml(string? encoded) => Add(encoded);

    public IHtmlContentBuilder AppendHtml(IHtmlContent content)
    {
        switch (content)
        {
            case IHtmlContentContainer container:
                container.CopyTo(this);
                break;
            case HtmlString html:
                Add(html.Value);
                break;
            case HelperResult or IHtmlAsyncContent:
                IsPartial = true;
                break;
            case TagBuilder tag:
                AppendHtml(tag.RenderStartTag());
                AppendHtml(tag.InnerHtml);
                AppendHtml(tag.RenderEndTag());
                break;
            default:
                using (var writer = new StringWriter())
                {
                    content.WriteTo(writer, encoder);
                    Add(writer.ToString());
                }

                break;
        }

        return this;
    }

    public IHtmlContentBuilder Clear()
    {
        _length = 0;
        return this;
    }

    public void CopyTo(IHtmlContentBuilder builder) => builder.AppendHtml(Markup.ToString());

    public void MoveTo(IHtmlContentBuilder builder)
    {
        CopyTo(builder);
        Clear();
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(Markup);

    public void Dispose()
    {
        Clear();
        Keep([]);
    }

    private PageText Add(ReadOnlySpan<char> text)
    {
        if (_characters.Length - _length < text.Length)
        {
            char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(2 * _characters.Length, _length + text.Length));
            Markup.CopyTo(larger);
            Keep(larger);
        }

        text.CopyTo(_characters.AsSpan(_length));
        _length += text.Length;
        return this;
    }

    private void Keep(char[] next)
    {
        (char[] used, _characters) = (_characters, next);
        if (used.Length > 0)
        {
            ArrayPool<char>.Shared.Return(used);
        }
    }

    /// <summary>No container, whose parts others would copy out.</summary>
    private sealed class Whole(PageText text) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(text.Markup);
    }
}
