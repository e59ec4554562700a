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
        "<script>", "</script>", "<script src=a.js>", "<script defer src=a.js>", "<script type=module>", "<script type='application/json'>", "<SCRIPT\nsrc=a.js async>", "<script defer=\"", "a.js'>",
        "<!--", "-->", "--!>", "<!-->", "<!--->", "<!", "<?x", "</", "<", ">", "/>", "=", " = ", "\"", "'", " ", "\n", "x",
        "<template>", "</template>", "<textarea>", "</textarea>", "<title>", "</title >", "<style>", "</style>", "<noscript>", "</noscript>", "<xmp>", "</xmp>",
        "<p title=\"", "<p title='", "<p title=", "<p =\"", "<p/title=\"a\"", "<div onclick=a()>", "<img/onerror=b()>", " onload=c() ", "<iframe src=/d>", "</iframe>", "<svg>", "</svg>",
    ];

    [Theory]
    [InlineData("<p>Nothing but text, <a href='/next'>links</a> and <img src='/picture.png' srcset='/2x.png 2x, /3x.png 3x'>")]
    [InlineData("<p>It turns on the=light; 1 < 2 and <3")]
    [InlineData("<script type='application/ld+json'>{\"a\":\"<script>\"}</script>")]
    [InlineData("<script type=importmap>{}</script><script type=\"speculationrules\">{}</script><script type='text/plain'>run()</script>")]
    [InlineData("<script defer src='/site.js'></script><script src=/other.js DEFER></script>")]
    [InlineData("<script type=module src='/site.js'></script><script type=\"module\">run()</script>")]
    [InlineData("<template><script>run()</script><template><iframe src='/x'></iframe></template><img src=x onerror=run()></template>")]
    [InlineData("<template data-vc-vendor='google-analytics'><script async src='https://www.googletagmanager.com/gtag/js'></script></template>")]
    [InlineData("<img data-vc-src='https://www.google-analytics.com/collect' data-vc-vendor='google-analytics'>")]
    [InlineData("<!-- <script>run()</script> --><!--[if IE]><script src=old.js></script><![endif]-->")]
    [InlineData("<noscript><iframe src='/x'></iframe></noscript><textarea><script></textarea><title><script></title><style>a::after { content: '<script>' }</style>")]
    [InlineData("<p title='<script>' data-markup=\"<img onerror=run()>\">")]
    [InlineData("<iframe name=target></iframe><a href='https://www.google-analytics.com/'>Their site</a>")]
    [InlineData("<img src='https://cdn.example/picture.png'><link rel=stylesheet href='//cdn.example/site.css'>")]
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
    [InlineData("<script type=''>run()</script>")]
    [InlineData("<script type=\" Text/JavaScript \">run()</script>")]
    [InlineData("<script type='application/ecmascript'>run()</script>")]
    [InlineData("<script type='text&#47;javascript'>run()</script>")]
    [InlineData("<iframe src='/own'></iframe>")]
    [InlineData("<iframe srcdoc='&lt;script>run()&lt;/script>'></iframe>")]
    [InlineData("<object data='/x.svg'></object>")]
    [InlineData("<embed src='/x.svg'>")]
    [InlineData("<img src=x onerror='run()'>")]
    [InlineData("<img src=x OnError='run()'>")]
    [InlineData("<svg/onload=run()>")]
    [InlineData("<p a='b'onclick='run()'>")]
    [InlineData("<a href=' JavaScript:run()'>")]
    [InlineData("<a href='java&#115;cript&colon;run()'>")]
    [InlineData("<form action='javascript:run()'>")]
    [InlineData("<div><template shadowrootmode=open><p></p></template></div>")]
    [InlineData("<template></template><script>run()</script>")]
    [InlineData("</template><script>run()</script>")]
    [InlineData("<!--> <script>run()</script> -->")]
    [InlineData("<!-- --!><script>run()</script> -->")]
    [InlineData("<p title=it's><script>run()</script><p title='>")]
    [InlineData("<svg><style/></svg><script>run()</script><style></style>")]
    [InlineData("<svg><title/></svg><script>run()</script>")]
    [InlineData("<img src='https://www.google-analytics.com/collect'>")]
    [InlineData("<img src='//www.google-analytics.com/collect'>")]
    [InlineData("<img src='/\\www.google-analytics.com/collect'>")]
    [InlineData("<img src='https&colon;//www.google-analytics.com/collect'>")]
    [InlineData("<img srcset='/small.png 1x, https://www.google-analytics.com/collect 2x'>")]
    [InlineData("<link rel=preconnect href='https://www.google-analytics.com'>")]
    [InlineData("<script defer src='https://www.google-analytics.com/analytics.js'></script>")]
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

    [Theory]
    [InlineData("<p>x</p>|<script src=a.js></script><img onerror=run()>")]
    [InlineData("<svg><path/></svg><template><script></script></template><!-- <script> -->|<SCRIPT>run()</SCRIPT>")]
    [InlineData("<table><tr><td>|<script>run()</script></table>")]
    [InlineData("<p title='<script>'>|<script>run()</script>")]
    public void A_script_of_the_sites_is_a_place_where_another_may_stand_before_it(string markup)
    {
        EarlyCode.IndexOf(markup.Replace("|", "", StringComparison.Ordinal), Answers.Four, out bool isScript).Should().Be(markup.IndexOf('|', StringComparison.Ordinal));
        isScript.Should().BeTrue();
    }

    [Theory]
    [InlineData("<iframe src=/x></iframe><script>run()</script>")]
    [InlineData("<button onclick=run()>x</button><script>run()</script>")]
    [InlineData("<script src=a.js onload=run()></script>")]
    [InlineData("<script async src=https://www.google-analytics.com/analytics.js></script>")]
    [InlineData("<svg><script>run()</script></svg>")]
    [InlineData("<p>nothing</p>")]
    public void Nothing_else_is(string markup)
    {
        EarlyCode.IndexOf(markup, Answers.Four, out bool isScript);
        isScript.Should().BeFalse();
    }

    private static bool IsEarly(string markup) => EarlyCode.IndexOf(markup, Answers.Four, out _) >= 0;

    private static bool RunsEarly(IElement element) =>
        element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal))
        || (element.LocalName == "iframe" && element.HasAttribute("src"))
        || (element.LocalName == "script" && element.GetAttribute("type") is null && (element.HasAttribute("async") || !element.HasAttribute("defer") || !element.HasAttribute("src")));
}
