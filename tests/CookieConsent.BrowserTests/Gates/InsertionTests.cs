namespace CookieConsent.BrowserTests.Gates;

/// <summary>What scripts insert with a vendor's address: by every way in.</summary>
[Collection(GateCollection.Name)]
public sealed class InsertionTests(GateFixture browser)
{
    // What a sink is given: `at` an address, `script` and `image` elements that nobody has looked at, `body` the page's.
    private const string Prelude =
        """
        const at = name => "https://cdn.acme.example/" + name, body = document.body, head = document.head;
        const parsed = html => new DOMParser().parseFromString(html, "text/html").querySelector("img,iframe,object,script");
        const image = () => parsed("<img src='" + at("a.svg") + "'>");
        const make = (tag, fill = {}) => Object.assign(document.createElement(tag), fill);
        const mark = () => body.appendChild(make("p"));
        """;

    public static TheoryData<string, string> Sinks => new()
    {
        { "script.src", "head.append(make('script', { src: at('a.js') }))" },
        { "script.src, set in the page", "head.appendChild(make('script')).src = at('a.js')" },
        { "a script with an URL object", "head.append(make('script', { src: new URL(at('a.js')) }))" },
        { "a script with text of its own", "head.append(make('script', { src: at('a.js'), textContent: 'window.ran = [\"text\"]' }))" },
        { "a module", "head.append(make('script', { src: at('a.js'), type: 'module' }))" },
        { "script.setAttribute", "const s = make('script'); s.setAttribute('SRC', at('a.js')); head.append(s)" },
        { "script.setAttributeNS", "const s = make('script'); s.setAttributeNS(null, 'src', at('a.js')); head.append(s)" },
        { "script.setAttributeNode", "const s = make('script'), a = document.createAttribute('src'); a.value = at('a.js'); s.setAttributeNode(a); head.append(s)" },
        { "an attribute's value", "const s = make('script'), a = document.createAttribute('src'); s.setAttributeNode(a); a.value = at('a.js'); head.append(s)" },
        { "a clone", "head.append(make('script', { src: at('a.js') }).cloneNode())" },
        { "input.src", "body.append(make('input', { type: 'image', src: at('a.svg') }))" },
        { "a picture in a drawing", "mark().innerHTML = `<svg width=9 height=9><image width=9 height=9 href='${at('a.svg')}'/></svg>`" },
        { "a script in a drawing", "const n = 'http://www.w3.org/2000/svg', s = document.createElementNS(n, 'script'), d = document.createElementNS(n, 'svg'); s.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', at('a.js')); d.append(s); body.append(d)" },
        { "a shadow root that is declared", "mark().setHTMLUnsafe(`<div><template shadowrootmode=open><img src='${at('a.svg')}'></template></div>`)" },
        { "img.srcset", "body.append(make('img', { srcset: at('a.svg') + ' 1x' }))" },
        { "iframe.src", "body.append(make('iframe', { src: at('a.html') }))" },
        { "iframe.src, without an area", "body.append(make('iframe', { src: at('a.html'), width: 0, height: 0 }))" },
        { "iframe.srcdoc", "body.append(make('iframe', { srcdoc: '<script src=\"' + at('a.js') + '\"></' + 'script>' }))" },
        { "link.href", "head.append(make('link', { rel: 'stylesheet', href: at('a.css') }))" },
        { "link, preloading", "head.append(make('link', { rel: 'preload', as: 'image', href: at('a.svg') }))" },
        { "embed.src", "body.append(make('embed', { src: at('a.html') }))" },
        { "object.data", "body.append(make('object', { data: at('a.html') }))" },
        { "video.src", "body.append(make('video', { src: at('a.mp4') }))" },
        { "video.poster", "body.append(make('video', { poster: at('a.svg') }))" },
        { "a track", "const v = make('video'); body.append(v); v.append(make('track', { default: true, src: at('a.vtt') })); v.crossOrigin = 'anonymous'; v.textTracks[0].mode = 'showing'" },
        { "new Audio", "new Audio(at('a.mp3')).load()" },
        { "source.src", "body.append(make('video', {})); body.lastChild.append(make('source', { src: at('a.mp4') }))" },
        { "appendChild", "body.appendChild(image())" },
        { "insertBefore", "body.insertBefore(image(), null)" },
        { "replaceChild", "body.replaceChild(image(), mark())" },
        { "append", "body.append('text', image())" },
        { "append, of a tree", "const div = make('div'); div.append(image()); body.append(div)" },
        { "append, of a fragment", "const f = document.createDocumentFragment(); f.append(image()); body.append(f)" },
        { "prepend", "body.prepend(image())" },
        { "replaceChildren", "mark().replaceChildren(image())" },
        { "before", "mark().before(image())" },
        { "after", "mark().after(image())" },
        { "replaceWith", "mark().replaceWith(image())" },
        { "text.after", "const t = document.createTextNode(''); body.append(t); t.after(image())" },
        { "insertAdjacentElement", "body.insertAdjacentElement('afterbegin', image())" },
        { "range.insertNode", "const r = document.createRange(); r.selectNodeContents(body); r.insertNode(image())" },
        { "the document of another realm", "const f = body.appendChild(make('iframe')), s = f.contentDocument.createElement('script'); s.src = at('a.js'); head.append(s)" },
        { "innerHTML", "mark().innerHTML = `<b>1</b><img alt='a > b' src='${at('a.svg')}'>`" },
        { "innerHTML, a frame", "mark().innerHTML = `<iframe width=300 height=200 src=${at('a.html')}></iframe>`" },
        { "innerHTML, a stylesheet", "mark().innerHTML = `<link rel=stylesheet href=${at('a.css')}>`" },
        { "outerHTML", "mark().outerHTML = `<img src='${at('a.svg')}'>`" },
        { "insertAdjacentHTML", "mark().insertAdjacentHTML('beforebegin', `<img src='${at('a.svg')}'>`)" },
        { "setHTMLUnsafe", "mark().setHTMLUnsafe(`<img src='${at('a.svg')}'>`)" },
        { "createContextualFragment", "const r = document.createRange(); r.selectNode(mark()); body.append(r.createContextualFragment(`<script src='${at('a.js')}'></${'script'}>`))" },
        { "a shadow root", "mark().parentElement.appendChild(make('div')).attachShadow({ mode: 'open' }).innerHTML = `<img src='${at('a.svg')}'>`" },
        { "a template of the page", "const t = make('template'); t.innerHTML = `<img src='${at('a.svg')}'>`; body.append(t.content.cloneNode(true))" },
    };

    [Theory]
    [MemberData(nameof(Sinks))]
    public async Task Nothing_reaches_the_vendor_before_the_grant_and_everything_does_once_after(string sink, string script)
    {
        await using GatePage page = await browser.OpenAsync();

        await page.RunAsync($"() => {{ {Prelude} {script} }}");
        await page.SettleAsync();
        page.Asked.Should().BeEmpty("{0} is gated", sink);
        (await page.RanAsync()).Should().BeEmpty();

        await page.GrantAsync("members");
        await Visitor.EventuallyAsync(() =>
        {
            page.Asked.Should().ContainSingle("{0} is granted", sink);
            return Task.CompletedTask;
        });
        await page.SettleAsync();
        page.Asked.Should().ContainSingle();
        (await page.RanAsync()).Should().BeEquivalentTo(page.Asked.Where(path => path.EndsWith(".js", StringComparison.Ordinal)).Where(_ => sink != "iframe.srcdoc"));
        page.Complaints.Should().NotContain(complaint => !complaint.StartsWith("<link rel=preload>", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<img src='https://cdn.acme.example/a.svg'>")]
    [InlineData("<scr' + 'ipt src=\"https://cdn.acme.example/a.js\"></scr' + 'ipt>")]
    public async Task What_is_written_while_the_page_is_read_waits(string markup)
    {
        string quoted = markup.Contains('"') ? markup : markup.Replace("'", "\\'", StringComparison.Ordinal);
        await using GatePage page = await browser.OpenAsync($"<script>document.write('<i>', '{quoted}', '</i>')</script><p id=after>");

        await page.SettleAsync();
        page.Asked.Should().BeEmpty();
        (await page.RunAsync<string>("() => document.querySelector('i').firstElementChild.src")).Should().StartWith("https://cdn.acme.example/a.");
        await Assertions.Expect(page.Page.Locator("#after")).ToBeAttachedAsync();

        await page.GrantAsync("members");
        await page.SettleAsync();
        page.Asked.Should().ContainSingle();
    }

    [Fact]
    public async Task A_pixel_that_counted_before_the_grant_stays_unsent_and_a_picture_that_is_shown_then_loads()
    {
        await using GatePage page = await browser.OpenAsync();
        await page.RunAsync("() => { new Image().src = 'https://cdn.acme.example/pixel.svg'; window.picture = new Image(); picture.src = 'https://cdn.acme.example/a.svg' }");

        await page.GrantAsync("members");
        await page.SettleAsync();
        page.Asked.Should().BeEmpty();

        await page.RunAsync("() => { document.body.append(picture); new Image().src = 'https://cdn.acme.example/later.svg' }");
        await Visitor.EventuallyAsync(() =>
        {
            page.Asked.Should().BeEquivalentTo("/a.svg", "/later.svg");
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task An_element_that_is_used_for_something_else_waits_no_longer()
    {
        await using GatePage page = await browser.OpenAsync("<main></main>");
        await page.RunAsync(
            """
            () => {
              const script = document.createElement("script");
              script.src = "https://cdn.acme.example/1.js";
              script.src = "https://elsewhere.example/2.js";
              const image = document.createElement("img");
              image.src = "https://cdn.acme.example/3.svg";
              image.removeAttribute("src");
              document.querySelector("main").append(script, image);
            }
            """);
        await Visitor.EventuallyAsync(async () => (await page.RanAsync()).Should().Equal("/2.js"));

        await page.GrantAsync("members");
        await page.SettleAsync();

        page.Asked.Should().Equal("/2.js");
    }

    [Fact]
    public async Task A_link_that_loads_nothing_is_left_alone()
    {
        await using GatePage page = await browser.OpenAsync();

        string links = await page.RunAsync<string>(
            """
            () => {
              const link = rel => Object.assign(document.createElement("link"), { rel, href: "https://cdn.acme.example/" });
              const links = ["me", "canonical", "license", "next", "prev"].map(link);
              document.head.append(...links);
              return links.map(link => link.getAttribute("href")).join();
            }
            """);

        links.Should().Be(string.Join(',', Enumerable.Repeat("https://cdn.acme.example/", 5)));
    }

    [Fact]
    public async Task Text_that_only_shows_markup_stays_as_it_is()
    {
        await using GatePage page = await browser.OpenAsync("<textarea></textarea>");

        (await page.RunAsync<string>("() => { const box = document.querySelector('textarea'); box.innerHTML = '<iframe src=https://cdn.acme.example/1.html></iframe>'; return box.value }"))
            .Should().Be("<iframe src=https://cdn.acme.example/1.html></iframe>");
    }

    [Fact]
    public async Task What_is_written_in_parts_keeps_its_shape()
    {
        await using GatePage page = await browser.OpenAsync(
            "<script>document.write('<div id=box><img src=https://cdn.acme.example/a.svg>'); document.write('<b>in</b>'); document.write('</div><i id=out><img src=https://cdn.acme.example/b.svg>'); document.write('</i>')</script><p id=after>");

        (await page.RunAsync<string>("() => [document.querySelector('#box > b').textContent, document.querySelectorAll('#box > img, #box + #out > img').length, document.querySelector('#after').parentElement.localName].join()"))
            .Should().Be("in,2,body");
        await page.SettleAsync();
        page.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_granted_passes_untouched()
    {
        await using GatePage page = await browser.OpenAsync();
        await page.GrantAsync("members");

        string html = await page.RunAsync<string>("() => { const p = document.createElement('p'); document.body.append(p); p.innerHTML = '<IMG src=https://cdn.acme.example/a.svg>'; return p.innerHTML }");
        await page.RunAsync("() => { const s = document.createElement('script'); s.src = 'https://cdn.acme.example/a.js'; document.head.append(s) }");
        await page.SettleAsync();

        html.Should().Be("<img src=\"https://cdn.acme.example/a.svg\">");
        page.Asked.Should().BeEquivalentTo("/a.svg", "/a.js");
    }

    [Fact]
    public async Task Code_that_reads_an_address_back_finds_what_it_set()
    {
        await using GatePage page = await browser.OpenAsync();

        string[] read = await page.RunAsync<string[]>(
            """
            () => {
              const script = document.createElement("script"), image = new Image(), video = document.createElement("video");
              script.src = "//cdn.acme.example/a b.js";
              image.srcset = "//cdn.acme.example/a.svg 2x";
              video.poster = "https://cdn.acme.example/p.svg";
              return [script.src, image.srcset, video.poster];
            }
            """);

        read.Should().Equal("https://cdn.acme.example/a%20b.js", "//cdn.acme.example/a.svg 2x", "https://cdn.acme.example/p.svg");
    }

    [Fact]
    public async Task A_new_address_replaces_the_one_that_waits()
    {
        await using GatePage page = await browser.OpenAsync();

        await page.RunAsync("() => { const i = new Image(); i.src = 'https://cdn.acme.example/a.svg'; i.src = 'https://elsewhere.example/b.svg'; document.body.append(i); window.shown = i }");
        await page.SettleAsync();
        await page.GrantAsync("members");
        await page.SettleAsync();

        page.Asked.Should().Equal("/b.svg");
    }

    [Fact]
    public async Task Markup_keeps_all_but_the_address()
    {
        await using GatePage page = await browser.OpenAsync("<table><tbody id=rows></tbody></table><svg id=drawing></svg>");

        string rows = await page.RunAsync<string>(
            """
            () => {
              const rows = document.getElementById("rows"), drawing = document.getElementById("drawing");
              rows.innerHTML = `<tr data-a='{"x":1}'><td><!-- https://cdn.acme.example/ --><img alt="1 > 0 &amp; it's" src="https://cdn.acme.example/a.svg?b=1&amp;c=2"><textarea><img src=https://cdn.acme.example/></textarea>`;
              drawing.innerHTML = `<g><linearGradient viewBox="0 0 1 1"></linearGradient></g><foreignObject><img src="https://cdn.acme.example/b.svg"></foreignObject>`;
              return rows.innerHTML + drawing.querySelector("linearGradient").namespaceURI;
            }
            """);
        await page.SettleAsync();

        rows.Should().Be(
            """<tr data-a="{&quot;x&quot;:1}"><td><!-- https://cdn.acme.example/ --><img alt="1 &gt; 0 &amp; it's" data-vc-src="https://cdn.acme.example/a.svg?b=1&amp;c=2" data-vc-vendor="acme"><textarea>&lt;img src=https://cdn.acme.example/&gt;</textarea></td></tr>http://www.w3.org/2000/svg""");
        page.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task The_browsers_functions_look_and_fail_as_they_always_do()
    {
        await using GatePage page = await browser.OpenAsync();

        string[] odd = await page.RunAsync<string[]>(
            """
            () => {
              const frame = document.createElement("iframe");
              document.body.append(frame);
              const odd = [], fresh = frame.contentWindow;
              const said = action => { try { return String(action()); } catch (error) { return error.name + error.message; } };
              for (const [type, name] of [["Node", "appendChild"], ["Element", "append"], ["Element", "setAttribute"], ["Element", "innerHTML"], ["HTMLScriptElement", "src"],
                ["HTMLLinkElement", "imageSrcset"], ["Document", "write"], ["Document", "cookie"], ["Storage", "setItem"], ["Storage", "length"], ["CookieStore", "set"]]) {
                const ours = Object.getOwnPropertyDescriptor(window[type].prototype, name), theirs = Object.getOwnPropertyDescriptor(fresh[type].prototype, name);
                const same = (a, b) => a === b || odd.push(type + "." + name + ": " + a + " / " + b);
                for (const part of ["configurable", "enumerable", "writable"]) same(ours[part], theirs[part]);
                for (const part of ["value", "get", "set"]) {
                  same(typeof ours[part], typeof theirs[part]);
                  if (ours[part]) {
                    same(ours[part].name, theirs[part].name);
                    same(ours[part].length, theirs[part].length);
                    same(/\[native code\]/.test(Function.prototype.toString.call(ours[part])), true);
                    same(said(() => ours[part].call({})), said(() => theirs[part].call({})));
                    same(said(() => ours[part].call(null, Symbol())), said(() => theirs[part].call(null, Symbol())));
                  }
                }
              }
              const p = document.createElement("p"), b = document.createElement("b");
              if (p.appendChild(b) !== b || p.append(1) !== undefined || p.setAttribute("a", 1) !== undefined) odd.push("results");
              return odd;
            }
            """);

        odd.Should().BeEmpty();
    }

    [Fact]
    public async Task A_custom_element_is_told_of_its_attributes_as_always()
    {
        await using GatePage page = await browser.OpenAsync();

        string[] told = await page.RunAsync<string[]>(
            """
            () => {
              const told = [];
              customElements.define("x-told", class extends HTMLElement {
                static observedAttributes = ["src"];
                attributeChangedCallback(name, before, now) { told.push(now); }
                connectedCallback() { told.push("in"); }
              });
              const p = document.createElement("p");
              document.body.append(p);
              p.innerHTML = "<x-told src=https://cdn.acme.example/1></x-told><img src=https://cdn.acme.example/a.svg>";
              p.firstChild.setAttribute("src", "https://cdn.acme.example/2");
              return told;
            }
            """);

        told.Should().Equal("https://cdn.acme.example/1", "in", "https://cdn.acme.example/2");
    }

    [Theory]
    [InlineData("https://cdn.acme.example/x", "acme")]
    [InlineData("//CDN.acme.example./x", "acme")]
    [InlineData("https://shop.acme.example/x", "acme")]
    [InlineData("https://acme.example/x", null)]
    [InlineData("https://acme.example/tags/one.js?x=1", "acme")]
    [InlineData("https://acme.example/tags/one.css", null)]
    [InlineData("https://www.acme.example/beta?x=1", "beta")]
    [InlineData("https://www.acme.example/alpha", "acme")]
    [InlineData("https://notacme.example/tags/one.js", null)]
    [InlineData("https://elsewhere.example/?u=https://cdn.acme.example/", null)]
    [InlineData("data:image/svg+xml,https://cdn.acme.example/", null)]
    [InlineData("/cdn.acme.example/x", null)]
    public async Task An_address_belongs_to_the_vendor_whose_pattern_is_the_most_specific(string address, string? vendor)
    {
        await using GatePage page = await browser.OpenAsync();

        string? found = await page.RunAsync<string?>("address => { const i = document.createElement('iframe'); i.src = address; return i.getAttribute('data-vc-vendor') }", address);

        found.Should().Be(vendor);
    }
}
