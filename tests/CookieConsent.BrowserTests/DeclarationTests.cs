using System.Text;

namespace CookieConsent.BrowserTests;

/// <summary>The declaration in the sample's privacy page and on our own: readable wherever it stands, on paper too.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DeclarationTests(BrowserFixture browser)
{
    private const string Own = "/_cookie-consent/declaration";

    /// <summary>Names of which a piece that fits its line stands in more than one.</summary>
    private const string BrokenNames =
        """
        longest => [...document.querySelectorAll(".vc-declaration code")].filter(code => {
          const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
          for (let text; text = walker.nextNode();) {
            const range = document.createRange();
            range.selectNodeContents(text);
            if (text.data.length <= longest && new Set([...range.getClientRects()].map(line => Math.round(line.bottom))).size > 1) return true;
          }
          return false;
        }).map(code => code.textContent)
        """;

    private const string HiddenRows = "() => [...document.querySelectorAll('.vc-declaration tbody tr')].filter(row => !row.checkVisibility({ contentVisibilityAuto: true }) || row.offsetHeight === 0).length";

    [Theory]
    [InlineData("/privacy", 1280, 24)]
    [InlineData(Own, 1280, 24)]
    [InlineData("/privacy", 390, 18)]
    [InlineData(Own, 390, 18)]
    public async Task No_cookie_name_breaks_within_a_word_where_there_is_room(string path, int width, int room)
    {
        await using Visitor visitor = await VisitorAsync(width);
        await visitor.OpenAsync(path);
        await UnfoldAsync(visitor);

        (await visitor.Page.EvaluateAsync<string[]>(BrokenNames, room)).Should().BeEmpty();
        (await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width);
    }

    [Theory]
    [InlineData("/privacy")]
    [InlineData(Own)]
    public async Task What_is_folded_on_the_screen_is_printed(string path)
    {
        await using Visitor visitor = await VisitorAsync(1280);
        await visitor.OpenAsync(path);
        (await visitor.Page.EvaluateAsync<int>(HiddenRows)).Should().BeGreaterThan(90, "third parties' cookies are folded");

        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });

        (await visitor.Page.EvaluateAsync<int>(HiddenRows)).Should().Be(0);
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Null });
        int folded = PagesOf(await visitor.Page.PdfAsync(new() { Format = "A4" }));
        await UnfoldAsync(visitor);
        folded.Should().Be(PagesOf(await visitor.Page.PdfAsync(new() { Format = "A4" })));
    }

    [Theory]
    [InlineData("/privacy")]
    [InlineData(Own)]
    public async Task The_headings_shrink_with_their_level(string path)
    {
        await using Visitor visitor = await VisitorAsync(1280);
        await visitor.OpenAsync(path);

        double[] sizes = await visitor.Page.EvaluateAsync<double[]>(
            """
            () => ["h1", "h2", "h3", "h4"].map(tag => document.querySelector(`main ${tag}`)).filter(heading => heading)
              .map(heading => parseFloat(getComputedStyle(heading).fontSize))
            """);

        sizes.Should().HaveCountGreaterThan(2).And.BeInDescendingOrder().And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_folded_table_opens_by_keyboard_without_scripts()
    {
        await using Visitor visitor = await VisitorAsync(1280, scripts: false);
        await visitor.OpenAsync(Own);
        ILocator details = visitor.Page.Locator(".vc-declaration details").First;
        (await details.Locator("summary").BoundingBoxAsync())!.Height.Should().BeGreaterThanOrEqualTo(44);

        await details.Locator("summary").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(details.Locator("tbody tr").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/privacy", 1280, ColorScheme.Light, "ltr")]
    [InlineData("/privacy", 390, ColorScheme.Dark, "rtl")]
    [InlineData(Own, 1280, ColorScheme.Dark, "rtl")]
    [InlineData(Own, 390, ColorScheme.Light, "ltr")]
    [InlineData(Own, 320, ColorScheme.Light, "rtl")]
    public async Task Axe_finds_nothing_with_everything_unfolded(string path, int width, ColorScheme scheme, string direction)
    {
        await using Visitor visitor = await VisitorAsync(width, scheme: scheme);
        await visitor.OpenAsync(path);
        await visitor.Page.EvaluateAsync("direction => document.querySelectorAll('html, .vc-declaration').forEach(element => element.dir = direction)", direction);
        await UnfoldAsync(visitor);

        (await Axe.FindAsync(visitor.Page)).Should().BeEmpty();
        (await visitor.Page.EvaluateAsync<bool>("() => [...document.querySelectorAll('.vc-declaration, .vc-declaration table')].every(part => part.scrollWidth <= part.clientWidth)")).Should().BeTrue("nothing sticks out");
    }

    private static async Task UnfoldAsync(Visitor visitor) =>
        await visitor.Page.EvaluateAsync("() => document.querySelectorAll('.vc-declaration details').forEach(details => details.open = true)");

    private static int PagesOf(byte[] pdf) => Encoding.Latin1.GetString(pdf).Split("/Type /Page\n").Length - 1;

    private Task<Visitor> VisitorAsync(int width, bool scripts = true, ColorScheme scheme = ColorScheme.Light) =>
        browser.NewVisitorAsync(new() { ViewportSize = new() { Width = width, Height = 844 }, ColorScheme = scheme, JavaScriptEnabled = scripts });
}
