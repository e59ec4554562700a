namespace CookieConsent.BrowserTests.Gates;

/// <summary>What a script writes under a name: <c>acme_*</c> and <c>seen</c> need a grant, <c>acme_basket</c> and <c>keep</c> need none.</summary>
[Collection(GateCollection.Name)]
public sealed class GuardTests(GateFixture browser)
{
    private const string Past = "Thu, 01 Jan 1970 00:00:00 GMT";

    [Theory]
    [InlineData("acme_id=1")]
    [InlineData("  acme_id = 1; path=/; secure")]
    [InlineData("\tacme_=1")]
    [InlineData("acme_id=1; max-age=0; max-age=9")]
    [InlineData("acme_id=1; max-age=9; expires=" + Past)]
    [InlineData("acme_id=1; max-age=zero")]
    [InlineData("acme_id=1; expires=0")]
    [InlineData("acme_id=1; expires=Thu, 01 Jan 2099 00:00:00 GMT")]
    [InlineData("acme_id=1; expires=" + Past + "; expires=Thu, 01 Jan 2099 00:00:00 GMT")]
    [InlineData("acme_id")]
    [InlineData("=acme_id=1")]
    [InlineData("__Host-seen=1; path=/; secure")]
    [InlineData("unheard=1")]
    [InlineData("ACME_BASKET=1")]
    [InlineData("__proto__=1")]
    [InlineData("=")]
    [InlineData("")]
    [InlineData("\ud800=1")]
    [InlineData("acme_id=1; expires=2099 01 Jan 1970 00:00:00 GMT")]
    [InlineData("acme_id=1; expires=23:59:59 31 Dec 2099 01 Jan 1970 00:00:00")]
    [InlineData("acme_id=1; expires=" + Past + "; expires=garbage")]
    [InlineData("acme_id=1; \u00a0max-age=0")]
    [InlineData("acme_id=1; max-age\u2003=0")]
    [InlineData("acme_id=1; max-age=00000000000000000000")]
    [InlineData("acme_id=1; max-age=0\n; path=/")]
    public async Task A_cookie_that_nobody_agreed_to_never_lands(string cookie)
    {
        await using GatePage page = await browser.OpenAsync();

        await page.RunAsync("cookie => { document.cookie = cookie }", cookie);

        (await page.JarAsync()).Should().BeEmpty();
        (await page.RunAsync<string>("() => document.cookie")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("acme_basket=1")]
    [InlineData(" acme_basket =1; secure")]
    public async Task A_cookie_that_needs_no_grant_lands(string cookie)
    {
        await using GatePage page = await browser.OpenAsync();

        await page.RunAsync("cookie => { document.cookie = cookie }", cookie);

        (await page.JarAsync()).Should().Equal("acme_basket");
    }

    [Theory]
    [InlineData("acme_id=; max-age=0")]
    [InlineData("acme_id=; Max-Age=-1")]
    [InlineData("acme_id=; expires=" + Past)]
    [InlineData("acme_id=; expires=Thu, 01-Jan-70 00:00:01 GMT")]
    [InlineData("acme_id=; expires=Thu, 01 Jan 2099 00:00:00 GMT; max-age=0")]
    [InlineData("acme_id=x; Expires=Thu, 01 Jan 1970 00:00:00 UTC; path=/; SameSite=Lax")]
    public async Task A_deletion_passes(string cookie)
    {
        await using GatePage page = await browser.OpenAsync();
        await page.PlantAsync(new Cookie { Name = "acme_id", Value = "1", Url = "https://withholds.shop.example/" });

        await page.RunAsync("cookie => { document.cookie = cookie }", cookie);

        (await page.JarAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_granted_lands_and_only_that()
    {
        await using GatePage page = await browser.OpenAsync();
        await page.GrantAsync("members");

        await page.RunAsync("() => { document.cookie = 'acme_id=1'; document.cookie = 'seen=1'; return cookieStore.set('acme_two', '2') }");

        (await page.JarAsync()).Should().Equal("acme_id", "acme_two");
    }

    [Fact]
    public async Task On_the_paths_where_a_category_is_essential_its_names_land()
    {
        await using GatePage page = await browser.OpenAsync(path: "/club");

        await page.RunAsync("() => { document.cookie = 'acme_id=1' }");

        (await page.JarAsync()).Should().Equal("acme_id");
    }

    [Fact]
    public async Task The_cookie_store_is_guarded_alike()
    {
        await using GatePage page = await browser.OpenAsync();

        await page.RunAsync(
            """
            async () => {
              await cookieStore.set("acme_id", "1");
              await cookieStore.set({ name: "acme_two", value: "2", expires: Date.now() + 9e6 });
              await cookieStore.set({ name: "unheard", value: "3" });
              await cookieStore.set({ name: "acme_basket", value: "4" });
              let calls = 0;
              await cookieStore.set({ get name() { return calls++ ? "acme_three" : "acme_basket" }, value: "5" });
            }
            """);

        (await page.JarAsync()).Should().Equal("acme_basket");
    }

    [Fact]
    public async Task The_cookie_store_still_deletes_and_still_fails()
    {
        await using GatePage page = await browser.OpenAsync();
        await page.PlantAsync(
            new Cookie { Name = "acme_id", Value = "1", Url = "https://withholds.shop.example/" },
            new Cookie { Name = "acme_two", Value = "1", Url = "https://withholds.shop.example/" });

        string failure = await page.RunAsync<string>(
            """
            async () => {
              await cookieStore.delete("acme_id");
              await cookieStore.set({ name: "acme_two", value: "", expires: new Date(1) });
              return await cookieStore.set().catch(error => error.name);
            }
            """);

        failure.Should().Be("TypeError");
        (await page.JarAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("localStorage.setItem('seen.1', 1)")]
    [InlineData("localStorage['seen.1'] = 1")]
    [InlineData("Storage.prototype.setItem.call(localStorage, 'seen.1', 1)")]
    [InlineData("Object.defineProperty(localStorage, 'seen.1', { value: '1', configurable: true, enumerable: true, writable: true })")]
    [InlineData("Object.assign(localStorage, { 'seen.1': 1 })")]
    [InlineData("let calls = 0; localStorage.setItem({ toString: () => calls++ ? 'seen.1' : 'keep.not' }, 1); localStorage.removeItem('keep.not')")]
    [InlineData("sessionStorage.setItem('visit', 1)")]
    [InlineData("sessionStorage.visit = 1")]
    public async Task Storage_that_nobody_agreed_to_never_lands(string write)
    {
        await using GatePage page = await browser.OpenAsync();

        await page.RunAsync($"() => {{ {write} }}");
        (await page.RunAsync<int>("() => localStorage.length + sessionStorage.length")).Should().Be(0);

        await page.GrantAsync("analytics");
        await page.RunAsync("() => { localStorage.setItem('seen.1', 1); sessionStorage.visit = 1 }");
        (await page.RunAsync<int>("() => localStorage.length + sessionStorage.length")).Should().Be(2);
    }

    [Fact]
    public async Task Storage_that_nobody_declared_passes_unless_the_owner_says_otherwise()
    {
        const string Write = "() => { localStorage.unheard = 1; sessionStorage.setItem('unheard', 1); localStorage.keep = 1; return [...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort() }";
        await using (GatePage page = await browser.OpenAsync())
        {
            (await page.RunAsync<string[]>(Write)).Should().Equal("keep", "unheard", "unheard");
        }

        await using (GatePage page = await browser.OpenAsync(site: "observes"))
        {
            (await page.RunAsync<string[]>(Write)).Should().Equal("keep");
        }
    }

    [Fact]
    public async Task Storage_behaves_as_it_always_does()
    {
        await using GatePage page = await browser.OpenAsync();

        string[] odd = await page.RunAsync<string[]>(
            """
            async () => {
              const odd = [], is = (name, holds) => holds || odd.push(name), s = localStorage;
              is("identity", s === localStorage && s === window.localStorage && s !== sessionStorage);
              is("type", s instanceof Storage && String(s) === "[object Storage]" && Object.getPrototypeOf(s) === Storage.prototype);
              is("methods", s.getItem === Storage.prototype.getItem);
              s.keep = 1; s.b = 2; s.setItem("c", 3);
              is("values", s.keep === "1" && s.getItem("b") === "2" && s.c === "3" && s.d === undefined && s.getItem("d") === null);
              is("keys", Object.keys(s).sort().join() === "b,c,keep" && [s.key(0), s.key(1), s.key(2)].sort().join() === "b,c,keep" && s.length === 3);
              is("in", "keep" in s && !("d" in s) && s.hasOwnProperty("b"));
              is("delete", delete s.b && !("b" in s) && s.length === 2);
              is("json", JSON.stringify(s).length === JSON.stringify({ keep: "1", c: "3" }).length);
              s.removeItem("c");
              const frame = document.body.appendChild(document.createElement("iframe"));
              frame.src = "/frame";
              await new Promise(done => frame.onload = done);
              const heard = new Promise(done => addEventListener("storage", done, { once: true }));
              frame.contentWindow.localStorage.keep = "from the frame";
              const event = await heard;
              is("event", event.key === "keep" && event.storageArea === localStorage);
              is("own event", new StorageEvent("storage", { key: "k", storageArea: localStorage }).storageArea === localStorage);
              is("failure", (() => { try { s.setItem("a") } catch (error) { return error.name === "TypeError" } })());
              s.clear();
              is("clear", s.length === 0 && Object.keys(s).length === 0);
              return odd;
            }
            """);

        odd.Should().BeEmpty();
    }

    [Fact]
    public async Task A_page_that_changes_what_everybody_uses_changes_nothing_for_the_guard()
    {
        await using GatePage page = await browser.OpenAsync();

        await page.RunAsync(
            """
            () => {
              const nothing = () => undefined;
              RegExp.prototype.exec = RegExp.prototype.test = () => null;
              String.prototype.slice = String.prototype.trim = String.prototype.split = () => "acme_basket";
              Map.prototype.get = Set.prototype.has = Array.prototype.find = Object.prototype.isPrototypeOf = nothing;
              Date.parse = Date.now = () => 0;
              Array.prototype.some = Array.prototype.includes = () => true;
              Array.prototype.slice = Array.prototype.map = () => ["/"];
              Object.prototype[0] = Object.prototype[1] = Object.prototype[2] = true;
              Set.prototype.has = () => { throw new Error("thrown") };
              Object.prototype.acme_id = "essential";
              document.cookie = "acme_id=1";
              document.cookie = "acme_two=1; expires=Thu, 01 Jan 2099 00:00:00 GMT";
              localStorage.setItem("seen.1", 1);
            }
            """);

        (await page.JarAsync()).Should().BeEmpty();
        (await page.RunAsync<int>("() => localStorage.length")).Should().Be(0);
    }

    [Fact]
    public async Task A_long_value_is_no_way_past_the_guard()
    {
        await using GatePage page = await browser.OpenAsync();

        await page.RunAsync(
            """
            past => {
              document.cookie = "acme_id=1; max-age=" + "0".repeat(1100);
              document.cookie = "acme_id=1; expires=" + past + " ".repeat(1100) + "x";
              document.cookie = "acme_id=1; expires=x" + "y".repeat(1100) + past;
              document.cookie = "acme_id=1" + "; a=b".repeat(40) + "; max-age=0";
            }
            """,
            Past);

        (await page.JarAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Hostile_values_end_as_they_always_do()
    {
        await using GatePage page = await browser.OpenAsync();

        string[] ends = await page.RunAsync<string[]>(
            """
            () => {
              const end = write => { try { write(); return "passed" } catch (error) { return error.message ?? error } };
              let calls = 0;
              const started = performance.now();
              const ends = [
                end(() => document.cookie = { toString() { throw "thrown" } }),
                end(() => document.cookie = { toString: () => calls++ ? "acme_id=1" : "acme_basket=1" }),
                end(() => document.cookie = "acme_id" + " ".repeat(1e6) + "x; ".repeat(1e5) + "max-age" + " ".repeat(1e6)),
                end(() => localStorage.setItem({ toString() { throw "thrown" } }, 1)),
                end(() => localStorage.setItem("\ud800", 1)),
              ];
              return [...ends, String(performance.now() - started < 1000)];
            }
            """);

        ends.Should().Equal("thrown", "passed", "passed", "thrown", "passed", "true");
        (await page.JarAsync()).Should().Equal("acme_basket");
    }
}
