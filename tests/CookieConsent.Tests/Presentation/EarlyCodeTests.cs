using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CookieConsent.Presentation.Placement;
using CookieConsent.Tests.Consent;

namespace CookieConsent.Tests.Presentation;

/// <summary>What the library's script has to stand before. Where there is none of it, no visitor waits for the script.</summary>
public sealed class EarlyCodeTests
{
    /// <summary>Beginnings and ends, so that one hides in the other.</summary>
    private static readonly string[] Pieces =
    [
        "<script>", "</script>", "<script src=a.js>", "<script defer src=a.js>", "<script defer src=a.js></script>", "<script type=module>", "<script type='application/json'>", "<script type=text/javascript type=module>", "<SCRIPT\nsrc=a.js async>", "<script defer=\"", "a.js'>",
        "<!--", "-->", "--!>", "<!-->", "<!--->", "<!--!>", "<!", "<?x", "</", "<", ">", "/>", "=", " = ", "\"", "'", " ", "\n", "\0", "x", "<![CDATA[", "]]>",
        "<template>", "<template data-vc-vendor=\"a\">", "</template>", "<textarea>", "</textarea>", "<title>", "</title >", "<style>", "<style/>", "</style>", "</stylex>", "<noscript>", "</noscript>", "<xmp>", "</xmp>", "<select>", "<table>", "<plaintext>",
        "<p title=\"", "<p title='", "<p title=", "<p =\"", "<p/title=\"a\"", "<div onclick=a()>", "<img/onerror=b()>", " onload=c() ", "<iframe src=/d>", "</iframe>", "<a href=javascript:e()>", "<a href='\n&#106avascript:e()'>",
        "<svg>", "</svg>", "<desc>", "<foreignObject>", "<math>", "<mi>", "<annotation-xml encoding=text/html>",
    ];

    [Theory]
    [InlineData("<p>Nothing but text, <a href='/next'>links</a> and <img src='/picture.png' srcset='/2x.png 2x, /3x.png 3x'>")]
    [InlineData("<p>It is on; 1 < 2 and <3, <b>on</b>=off</p><img-viewer src='https://www.google-analytics.com/'></img-viewer>")]
    [InlineData("<script type='application/ld+json'>{\"a\":\"b\"}</script>")]
    [InlineData("<script type=importmap>{}</script><script type=\"speculationrules\">{}</script><script type=' text/plain '>run()</script>")]
    [InlineData("<script defer src='/site.js'></script><script src=/other.js DEFER> </script>")]
    [InlineData("<script type=module src='/site.js'></script><script type=\"Module\">run()</script>")]
    [InlineData(EarlyCode.Asleep + "<script async src='https://www.googletagmanager.com/gtag/js'></script></template>")]
    [InlineData("<p>x</p>" + EarlyCode.Asleep + "<script>run()</script></template>")]
    [InlineData("<img data-vc-src='https://www.google-analytics.com/collect' data-vc-vendor='google-analytics'>")]
    [InlineData("<iframe name=target></iframe><a href='https://www.google-analytics.com/?a=1&amp;b=2'>Their site</a>")]
    [InlineData("<img src='https://cdn.example/picture.png?a=1&amp;b=2'><link rel=stylesheet href='//cdn.example/site.css'><img src=data:image/gif;base64,R0lGODlhAQABAAAAACw=>")]
    [InlineData("<a href='jobs/one'>One</a><link href='js/site.css'><a href=\"mailto:info@example.org\">Write</a>")]
    public void What_runs_later_or_never_lets_the_script_wait(string markup) => IsEarly(markup).Should().BeFalse();

    [Theory]
    [InlineData("<script>run()</script>")]
    [InlineData("<script src=/site.js></script>")]
    [InlineData("<SCRIPT SRC=/site.js></SCRIPT>")]
    [InlineData("<script\n\tsrc=/site.js></script>")]
    [InlineData("<script/src=/site.js></script>")]
    [InlineData("<script async src='/site.js'></script>")]
    [InlineData("<script async defer src='/site.js'></script>")]
    [InlineData("<script type=module async src='/site.js'></script>")]
    [InlineData("<script defer>run()</script>")]
    [InlineData("<svg><script defer src=x>run()</script></svg>")]
    [InlineData("<script type=text/javascript type=module>run()</script>")]
    [InlineData("<script type=text/javascript type=text/plain>run()</script>")]
    [InlineData("<script type=''>run()</script>")]
    [InlineData("<script type=\" Text/JavaScript \">run()</script>")]
    [InlineData("<script type='application/ecmascript'>run()</script>")]
    [InlineData("<script type='text&#47;javascript'>run()</script>")]
    [InlineData("<iframe src='/own'></iframe>")]
    [InlineData("<iframe srcdoc='&lt;script>run()&lt;/script>'></iframe>")]
    [InlineData("<object data='/x.svg'></object>")]
    [InlineData("<embed src='/x.svg'>")]
    [InlineData("<img src=x onerror='run()'>")]
    [InlineData("<img src=x OnError\n=\n'run()'>")]
    [InlineData("<svg/onload=run()>")]
    [InlineData("<p a='b'onclick='run()'>")]
    [InlineData("<html onmousemove=\"run()\">")]
    [InlineData("<a href=' JavaScript:run()'>")]
    [InlineData("<a href='\njava\tscript:run()'>")]
    [InlineData("<a href='java&#115;cript&colon;run()'>")]
    [InlineData("<a href='&#106avascript:run()'>")]
    [InlineData("<form action='javascript:run()'>")]
    [InlineData("<button formaction=javascript:run()>")]
    [InlineData("<div><template shadowrootmode=open><p></p></template></div>")]
    [InlineData("<template></template><script>run()</script>")]
    [InlineData("<!--> <script>run()</script> -->")]
    [InlineData("<p title=it's><script>run()</script><p title='>")]
    [InlineData("<template data-vc-vendor=\"x\"><script>run()</script></template>")]
    [InlineData(EarlyCode.Asleep + "</template><script>run()</script>")]
    [InlineData("<img src='https://www.google-analytics.com/collect'>")]
    [InlineData("<img src='//www.google-analytics.com/collect'>")]
    [InlineData("<img src='/\\www.google-analytics.com/collect'>")]
    [InlineData("<img src='/\n/www.google-analytics.com/collect'>")]
    [InlineData("<img src='https://www.google\n-analytics.com/collect'>")]
    [InlineData("<img src='https:www.google-analytics.com/collect'>")]
    [InlineData("<img src='https:/www.google-analytics.com/collect'>")]
    [InlineData("<img src='https&colon;//www.google-analytics.com/collect'>")]
    [InlineData("<img src='https&#58//www.google-analytics.com/collect'>")]
    [InlineData("<img srcset='/small.png 1x,\n https://www.google-analytics.com/collect 2x'>")]
    [InlineData("<link rel=preconnect href='https://www.google-analytics.com'>")]
    [InlineData("<script defer src='https://www.google-analytics.com/analytics.js'></script>")]
    [InlineData("<base href='https://www.google-analytics.com/'><img src=collect>")]
    public void What_runs_or_reaches_a_vendor_while_the_page_is_parsed_comes_after_the_script(string markup) => IsEarly(markup).Should().BeTrue();

    [Fact]
    public void Nothing_that_a_browser_would_run_is_overlooked_however_the_markup_is_mangled()
    {
        const int Pages = 20_000;
        var random = new Random(20261130);
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = true });
        int running = 0;
        for (int page = 0; page < Pages; page++)
        {
            string markup = "<body>" + string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            if (parser.ParseDocument(markup).All.Any(RunsEarly))
            {
                running++;
                IsEarly(markup).Should().BeTrue(markup.ReplaceLineEndings("\\n"));
            }
        }

        running.Should().BeInRange(Pages / 5, Pages * 4 / 5, "otherwise little was compared");
    }

    private static bool IsEarly(string markup) => EarlyCode.IsIn(markup, Answers.Four);

    private static bool RunsEarly(IElement element) =>
        element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal) && attribute.Name.All(char.IsAsciiLetter))
        || (element.LocalName == "iframe" && element.HasAttribute("src"))
        || (element.LocalName == "a" && element.GetAttribute("href")?.Trim().StartsWith("javascript:", StringComparison.Ordinal) == true)
        || (element.LocalName == "script" && (element.GetAttribute("type") is null or "text/javascript") && (element.HasAttribute("async") || !element.HasAttribute("defer") || !element.HasAttribute("src")));
}
