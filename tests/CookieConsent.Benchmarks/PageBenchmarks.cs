using System.Text.Encodings.Web;
using BenchmarkDotNet.Attributes;
using CookieConsent.Benchmarks.Pipeline;
using CookieConsent.Presentation.Placement;
using Microsoft.AspNetCore.Html;

namespace CookieConsent.Benchmarks;

/// <summary>What it costs to see that the script may wait, in a page of 50,000 characters in which nothing else runs.</summary>
[MemoryDiagnoser]
public class PageBenchmarks
{
    private const int Characters = 50_000;

    private const string Piece =
        """
        <li class="card"><h3><a href="/articles/2026/a-title-that-says-what-it-is">A title that says what it is</a></h3>
        <img src="/pictures/17.jpg" srcset="/pictures/17@2x.jpg 2x" alt="What can be seen" width="320" height="200" loading="lazy">
        <p>Two or three lines of text with a <a href="https://www.example.org/">link</a>, as most of a page is made of; nothing runs, and nothing is a vendor's.</p></li>

        """;

    private readonly HtmlContentBuilder _content = new();
    private BenchmarkSite _site = null!;

    [GlobalSetup]
    public void Start()
    {
        _site = BenchmarkSite.CookieConsent(SiteSettings.Usual);
        for (int length = 0; length < Characters; length += Piece.Length)
        {
            _content.AppendHtml(Piece);
        }
    }

    [GlobalCleanup]
    public void Stop() => _site.Dispose();

    /// <summary>The page as one text, as it is read.</summary>
    [Benchmark(Baseline = true)]
    public int TextOfThePage()
    {
        using PageText text = Text();
        return text.Markup.Length;
    }

    /// <summary>And whether it holds what the script has to stand before.</summary>
    [Benchmark]
    public bool CodeInThePage()
    {
        using PageText text = Text();
        return EarlyCode.IsIn(text.Markup, _site.Policy);
    }

    private PageText Text()
    {
        var text = new PageText(HtmlEncoder.Default);
        text.AppendHtml(_content);
        return text;
    }
}
