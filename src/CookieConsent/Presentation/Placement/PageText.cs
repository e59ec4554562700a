using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using CookieConsent.Presentation.Gates;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CookieConsent.Presentation.Placement;

/// <summary>A page as one text, to look at. Its memory is borrowed, since pages are large.</summary>
internal sealed class PageText(HtmlEncoder encoder) : IHtmlContentBuilder, IDisposable
{
    private char[] _characters = ArrayPool<char>.Shared.Rent(8192);
    private int _length;
    private Writer? _writer;

    public ReadOnlySpan<char> Markup => _characters.AsSpan(0, _length);

    /// <summary>A part is missing: code of the site's, which is not to run twice.</summary>
    public bool IsPartial { get; private set; }

    public IHtmlContentBuilder Append(string unencoded) => Add(encoder.Encode(unencoded));

    public IHtmlContentBuilder AppendHtml(string? encoded) => Add(encoded);

    public IHtmlContentBuilder AppendHtml(IHtmlContent content)
    {
        switch (content)
        {
            case HeadMarkup head:
                Add(head.Link);
                break;
            case SleepingGate:
                Add(EarlyCode.Asleep);
                break;
            case HelperResult or IHtmlAsyncContent:
            case var own when own.GetType().FullName?.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) != true:
                IsPartial = true;
                break;
            case IHtmlContentContainer container:
                container.CopyTo(this);
                break;
            case TagBuilder { TagRenderMode: TagRenderMode.Normal } tag:
                AppendHtml(tag.RenderStartTag());
                AppendHtml(tag.InnerHtml);
                AppendHtml(tag.RenderEndTag());
                break;
            default:
                // What is the framework's may be written twice.
                content.WriteTo(_writer ??= new Writer(this), encoder);
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

    private sealed class Writer(PageText text) : TextWriter
    {
        public override Encoding Encoding => Encoding.Unicode;

        public override void Write(char value) => text.Add([value]);

        public override void Write(string? value) => text.Add(value);

        public override void Write(char[] buffer, int index, int count) => text.Add(buffer.AsSpan(index, count));

        public override void Write(ReadOnlySpan<char> buffer) => text.Add(buffer);
    }
}
