using System.Diagnostics.Metrics;
using CookieConsent.Configuration;
using CookieConsent.Enforcement;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace CookieConsent.Tests.Enforcement;

public sealed class InventoryTests
{
    public static readonly TheoryData<int> Months = [.. Enumerable.Range(1, 12)];

    [Fact]
    public async Task What_the_app_sets_is_seen_with_its_endpoint_its_lifetime_and_its_fate()
    {
        await using Site site = await StartAsync(app => app.MapGet("/shop/{id}", context =>
        {
            context.Response.Cookies.Append("basket", "1", new CookieOptions { HttpOnly = true, Secure = true });
            context.Response.Cookies.Append("mystery", "1", new CookieOptions { MaxAge = TimeSpan.FromDays(30) });
            context.Response.Headers.Append("Set-Cookie", "_ga=GA1.2.3; Expires=Wed, 10 Mar 2027 12:30:15 GMT");
            return Task.CompletedTask;
        }));

        await site.Visitor().GetAsync("/shop/7");

        InventoryRow basket = Row(site, "basket");
        basket.Traits.Should().Be(SeenTraits.Passed | SeenTraits.HttpOnly | SeenTraits.Secure);
        basket.Longest.Should().Be(0);
        basket.Places.Should().Equal("/shop/{id}");
        basket.FirstSeen.Should().Be(Site.Start.AddSeconds(-15));
        Row(site, "mystery").Should().Match<InventoryRow>(row => row.Traits == SeenTraits.Withheld && row.Longest == 30 * 86_400);
        Row(site, "_ga").Should().Match<InventoryRow>(row => row.Traits == SeenTraits.Withheld && row.Longest == 365 * 86_400);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_browsers_send_is_seen_with_any_request(bool navigates)
    {
        await using Site site = await StartAsync(app => app.Run(_ => Task.CompletedTask));

        await site.Visitor().GetAsync("/api/prices", "sess_ab12cd34=1; sess_99aa88bb=2; basket=3; _gcl_au=4", navigates);

        Inventory(site).Rows.Select(row => row.Name).Should().Equal("_gcl_au", "basket", "sess_*");
        Inventory(site).Rows.Should().OnlyContain(row => row.Traits == SeenTraits.Arrived && row.Longest == null && row.Places.Count == 0);
    }

    [Fact]
    public async Task A_name_with_a_number_is_called_by_its_name_until_there_is_another_of_its_family()
    {
        string[] names = ["promo2024"];
        await using Site site = await StartAsync(app => app.Run(context =>
        {
            context.Response.Headers.SetCookie = names.Select(name => $"{name}=1").ToArray();
            return Task.CompletedTask;
        }));

        await site.Visitor().GetAsync("/", "sess_12=1");
        await site.Visitor().GetAsync("/", "sess_12=1");
        Inventory(site).Rows.Select(row => row.Name).Should().Equal("promo2024", "sess_12");
        names = ["promo2025", "i18n", "i20n"];
        await site.Visitor().GetAsync("/", "sess_ab12cd34=1");
        names = ["promo2024"];
        await site.Visitor().GetAsync("/", "sess_12=1");

        Inventory(site).Rows.Select(row => row.Name).Should().Equal("i18n", "i20n", "promo*", "sess_*");
    }

    [Fact]
    public async Task A_name_that_is_declared_while_the_app_runs_is_seen_once()
    {
        await using Site site = await StartAsync(app => app.Run(context =>
        {
            context.Response.Headers.SetCookie = new[] { "promo2024=1", "item17=1" };
            return Task.CompletedTask;
        }));

        await site.Visitor().GetAsync("/");
        site.Configuration["CookieConsent:Cookies:promo2024:Category"] = "session";
        site.Configuration["CookieConsent:Cookies:item*:Category"] = "session";
        site.Configuration.Reload();
        await site.Visitor().GetAsync("/");

        Inventory(site).Rows.Select(row => row.Name).Should().Equal("item*", "promo2024");
        Inventory(site).Rows.Should().OnlyContain(row => row.Has(SeenTraits.Passed) && CookieInventory.IsDeclared(row, site.Policy));
    }

    [Fact]
    public async Task First_and_last_are_kept_to_the_minute()
    {
        await using Site site = await StartAsync(app => app.Run(_ => Task.CompletedTask));
        await site.Visitor().GetAsync("/", "basket=1");

        site.Time.Advance(TimeSpan.FromHours(3));
        await site.Visitor().GetAsync("/", "basket=1");

        Row(site, "basket").FirstSeen.Should().Be(Site.Start.AddSeconds(-15));
        Row(site, "basket").LastSeen.Should().Be(Site.Start.AddSeconds(-15).AddHours(3));
    }

    [Fact]
    public async Task Deleting_a_cookie_is_not_setting_it()
    {
        await using Site site = await StartAsync(app => app.Run(context =>
        {
            context.Response.Cookies.Delete("basket");
            context.Response.Headers.Append("Set-Cookie", "mystery=; Max-Age=0");
            return Task.CompletedTask;
        }));

        await site.Visitor().GetAsync("/");

        Inventory(site).Rows.Should().BeEmpty();
    }

    [Fact]
    public async Task Invented_names_have_little_room_and_take_none_from_what_the_app_sets()
    {
        await using Site site = await StartAsync(app => app.Run(context =>
        {
            context.Response.Cookies.Append(context.Request.Path.Value![1..], "1");
            return Task.CompletedTask;
        }));
        Visitor visitor = site.Visitor();

        for (int request = 0; request < 30; request++)
        {
            await visitor.GetAsync("/from-the-app", Flood(request, 150));
        }

        await visitor.GetAsync("/from-the-app", "basket=1");
        Inventory(site).Rows.Should().HaveCount(CookieInventory.MostArrived + 2);
        Inventory(site).Dropped.Should().BeGreaterThan(3000);
        Row(site, "from-the-app").Has(SeenTraits.Withheld).Should().BeTrue();
        Row(site, "basket").Has(SeenTraits.Arrived).Should().BeTrue("what is declared always has its row");
    }

    [Fact]
    public async Task A_flood_of_invented_names_is_forgotten_and_what_the_app_sets_is_not()
    {
        await using Site site = await StartAsync(app => app.Run(context =>
        {
            context.Response.Headers.SetCookie = "echo=1";
            return Task.CompletedTask;
        }));
        Visitor visitor = site.Visitor();
        await visitor.GetAsync("/", "echo=1; old=1");
        site.Time.Advance(TimeSpan.FromMinutes(1));
        await visitor.GetAsync("/", "rare=1");

        for (int request = 0; request < 3; request++)
        {
            site.Time.Advance(TimeSpan.FromMinutes(1));
            await visitor.GetAsync("/", Flood(request, CookieInventory.MostArrived - 50) + "; old=1");
        }

        site.Time.Advance(TimeSpan.FromDays(30));
        await visitor.GetAsync("/", "late=1");
        Row(site, "late").Has(SeenTraits.Arrived).Should().BeTrue();
        Row(site, "echo").Has(SeenTraits.Withheld).Should().BeTrue("the app sets it");
        Row(site, "old").FirstSeen.Should().BeBefore(Row(site, "late").FirstSeen.AddDays(-30), "it was sent all the time");
        Inventory(site).Rows.Should().NotContain(row => row.Name == "rare").And.HaveCount(CookieInventory.MostArrived + 1);
    }

    [Fact]
    public async Task A_flood_from_all_sides_finds_no_more_room()
    {
        await using Site site = await StartAsync(app => app.Run(context =>
        {
            context.Response.Headers.SetCookie = $"{context.Request.Path.Value![1..]}=1";
            return Task.CompletedTask;
        }));

        await Parallel.ForAsync(0, 200, async (request, _) =>
            await site.Visitor().GetAsync(request % 2 == 0 ? "/from-the-app" : $"/n{Word(request)}", $"basket=1; from-the-app=1; {Flood(request, 100)}"));

        Inventory(site).Rows.Count(row => row.Traits == SeenTraits.Arrived && row.Name != "basket").Should().BeLessThanOrEqualTo(CookieInventory.MostArrived);
        Inventory(site).Rows.Count.Should().BeLessThanOrEqualTo(CookieInventory.MostArrived + CookieInventory.MostSet + 1);
        Inventory(site).Rows.Select(row => row.Name).Should().Contain(["from-the-app", "basket"]).And.OnlyHaveUniqueItems();
        Row(site, "from-the-app").Places.Should().ContainSingle();
        await site.Visitor().GetAsync("/from-the-app", "late=1");
        Row(site, "late").Has(SeenTraits.Arrived).Should().BeTrue();
    }

    [Fact]
    public async Task No_place_that_sets_a_cookie_is_lost_in_a_race()
    {
        string[] places = ["/a", "/b", "/c", "/d"];
        for (int attempt = 0; attempt < 500; attempt++)
        {
            var row = new InventoryRow(SeenKind.Cookie, NameFamily.Whole("basket"), 0);

            await Parallel.ForEachAsync(places, (place, _) =>
            {
                row.NotePlace(place);
                return ValueTask.CompletedTask;
            });

            row.Places.Should().BeEquivalentTo(places);
        }
    }

    [Fact]
    public async Task Names_that_a_visitor_makes_the_app_set_have_an_end_too()
    {
        int number = 0;
        await using Site site = await StartAsync(app => app.Run(context =>
        {
            context.Response.Headers.SetCookie = Enumerable.Range(0, 100).Select(_ => $"n{Word(Interlocked.Increment(ref number))}=1").ToArray();
            return Task.CompletedTask;
        }));

        for (int request = 0; request < 10; request++)
        {
            await site.Visitor().GetAsync("/");
        }

        Inventory(site).Rows.Should().HaveCount(CookieInventory.MostSet);
    }

    [Fact]
    public async Task Where_visitors_come_a_sample_of_the_requests_is_enough()
    {
        await using Site site = await Site.StartAsync(_ => Task.CompletedTask);

        for (int request = 0; request < 1000 && Inventory(site).Rows.Count == 0; request++)
        {
            await site.Visitor().GetAsync("/api/prices", "basket=1", navigates: false);
        }

        Inventory(site).IsSample.Should().BeTrue();
        Inventory(site).Rows.Should().ContainSingle().Which.Name.Should().Be("basket");
    }

    [Fact]
    public async Task What_the_app_sets_is_seen_the_first_time_everywhere()
    {
        await using Site site = await Site.StartAsync(context =>
        {
            context.Response.Cookies.Append("basket", "1");
            return Task.CompletedTask;
        });

        await site.Visitor().GetAsync("/");

        Inventory(site).Rows.Should().ContainSingle().Which.Name.Should().Be("basket");
    }

    [Theory]
    [InlineData("basket=s3cr3t", "basket")]
    [InlineData("=s3cr3t", "(no name)")]
    [InlineData("s3cr3t", "(no name)")]
    [InlineData(" = s3cr3t", "(no name)")]
    [InlineData("==s3cr3t=1; Max-Age=60", "(no name)")]
    [InlineData("s3cr3t; Path=/", "(no name)")]
    [InlineData("=_ga=s3cr3t", "_ga")]
    [InlineData("=acme_s3cr3t=1", "acme_*")]
    public async Task No_value_is_kept(string line, string name)
    {
        await using Site site = await StartAsync(
            app => app.Run(context =>
            {
                context.Response.Headers.SetCookie = line;
                return Task.CompletedTask;
            }),
            ("Cookies:acme_*:Category", "advertising"));

        await site.Visitor().GetAsync("/", "other=s3cr3t; s3cr3t; =s3cr3t");

        (await site.Visitor().GetTextAsync("/_cookie-consent/audit")).Should().Contain("other").And.Contain("(no name)").And.NotContain("s3cr3t");
        Row(site, name).Has(SeenTraits.Set).Should().BeTrue();
        Row(site, "(no name)").Has(SeenTraits.Arrived).Should().BeTrue();
        site.Logs.GetSnapshot().Where(log => log.Category!.StartsWith("CookieConsent", StringComparison.Ordinal)).Should().NotContain(log => log.Message.Contains("s3cr3t"));
    }

    [Fact]
    public async Task A_cookie_without_a_name_stands_where_the_browser_would_send_it_as_standing()
    {
        await using Site site = await Site.StartAsync(context =>
        {
            context.Response.Headers.SetCookie = new[] { "=basket=1", "=_ga=1", "basket" };
            return Task.CompletedTask;
        });
        Visitor visitor = site.Visitor();

        await visitor.GetAsync("/");

        visitor.SetCookies.Should().Equal("=basket=1", "basket");
    }

    [Fact]
    public async Task What_the_app_appends_without_a_name_is_no_empty_row()
    {
        await using Site site = await StartAsync(app => app.Run(context =>
        {
            context.Response.Cookies.Append("", "s3cr3t", new CookieOptions());
            return Task.CompletedTask;
        }));

        await site.Visitor().GetAsync("/");

        Inventory(site).Rows.Should().ContainSingle().Which.Name.Should().Be("(no name)");
    }

    [Theory]
    [InlineData("Max-Age=31536000", null)]
    [InlineData("Max-Age=32000000", "370 days")]
    [InlineData("Expires=Wed, 10 Mar 2027 12:30:15 GMT", null)]
    [InlineData("Expires=Wed, 10 Mar 2032 12:30:15 GMT", "2192 days")]
    [InlineData("Path=/", null)]
    public async Task A_cookie_that_stays_longer_than_declared_is_told_once(string lifetime, string? real)
    {
        await using Site site = await StartAsync(
            app => app.Run(context =>
            {
                context.Response.Headers.SetCookie = $"ref=1; {lifetime}";
                return Task.CompletedTask;
            }),
            ("Cookies:ref:Category", "operational"),
            ("Cookies:ref:Lifetime", "P12M"));

        await site.Visitor().GetAsync("/");
        await site.Visitor().GetAsync("/");

        Findings(site, "LINT-47").Select(finding => finding.Wrong).Should().Equal(real is null ? [] : [$"it was set for {real}, longer than it is declared for."]);
        site.Logs.GetSnapshot().Count(log => log.Message.Contains("LINT-47")).Should().Be(real is null ? 0 : 1);
    }

    [Theory]
    [MemberData(nameof(Months))]
    public async Task An_answer_never_stays_longer_than_declared_on_any_day_of_the_year(int months)
    {
        await using Site site = await StartAsync(app => app.Run(_ => Task.CompletedTask), ("ValidForMonths", $"{months}"));
        site.Time.Advance(new DateTimeOffset(2027, 1, 1, 0, 0, 30, TimeSpan.Zero) - Site.Start);

        for (int day = 0; day < 2 * 366; day += 3)
        {
            await site.Visitor().RejectAllAsync(site);
            await site.Visitor().AcceptAllAsync(site);
            site.Time.Advance(TimeSpan.FromDays(3));
        }

        Row(site, ".CookieConsent").Longest.Should().BeGreaterThan(months * 30 * 86_400L);
        Findings(site, "LINT-47").Should().BeEmpty();
        site.Logs.GetSnapshot().Should().NotContain(log => log.Message.Contains("LINT-47 "));
    }

    [Theory]
    [MemberData(nameof(Months))]
    public async Task A_cookie_that_stays_for_calendar_months_stays_as_long_as_declared(int months)
    {
        var now = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
        long longest = Enumerable.Range(0, 2 * 366).Max(day => (long)(now.AddDays(day).AddMonths(months) - now.AddDays(day)).TotalSeconds);
        long seconds = longest;
        await using Site site = await StartAsync(
            app => app.Run(context =>
            {
                context.Response.Headers.SetCookie = $"ref=1; Max-Age={seconds}";
                return Task.CompletedTask;
            }),
            ("Cookies:ref:Category", "operational"),
            ("Cookies:ref:Lifetime", $"{months} months"));

        await site.Visitor().GetAsync("/");
        Findings(site, "LINT-47").Should().BeEmpty();
        seconds = longest + (5 * 86_400);
        await site.Visitor().GetAsync("/");

        Findings(site, "LINT-47").Should().ContainSingle("a week more is no calendar's fault");
    }

    [Fact]
    public async Task A_session_cookie_that_outlives_the_session_stays_longer_than_declared()
    {
        await using Site site = await StartAsync(app => app.Run(context =>
        {
            context.Response.Cookies.Append("basket", "1", new CookieOptions { MaxAge = TimeSpan.FromHours(3) });
            return Task.CompletedTask;
        }));

        await site.Visitor().GetAsync("/");

        Findings(site, "LINT-47").Should().ContainSingle().Which.Wrong.Should().Contain("3 hours");
    }

    [Fact]
    public async Task An_essential_cookie_that_only_the_catalogue_knows_passes_and_is_a_finding()
    {
        await using Site site = await StartAsync(app => app.Run(context =>
        {
            context.Response.Cookies.Append("Identity.StatusMessage", "1");
            return Task.CompletedTask;
        }));
        Visitor visitor = site.Visitor();

        await visitor.GetAsync("/");
        await visitor.GetAsync("/");

        visitor.SetNames.Should().Equal("Identity.StatusMessage");
        Findings(site, "LINT-56").Should().ContainSingle().Which.Path.Should().Be("Cookies:Identity.StatusMessage");
        site.Logs.GetSnapshot().Should().ContainSingle(log => log.Message.Contains("LINT-56")).Which.Level.Should().Be(LogLevel.Warning);
    }

    [Fact]
    public async Task Code_that_calls_a_cookie_essential_which_the_declaration_does_not_is_a_finding()
    {
        await using Site site = await StartAsync(app => app.Run(context =>
        {
            context.Response.Cookies.Append("ad_shown", "1", new CookieOptions { IsEssential = true });
            return Task.CompletedTask;
        }));

        await site.Visitor().GetAsync("/");

        Findings(site, "LINT-48").Should().ContainSingle().Which.Path.Should().Be("Cookies:ad_shown");
    }

    [Fact]
    public async Task What_is_undeclared_and_what_is_not_seen_are_findings_and_declaring_it_ends_them()
    {
        await using Site site = await StartAsync(app => app.Run(context =>
        {
            context.Response.Cookies.Append("mystery", "1");
            return Task.CompletedTask;
        }));
        await site.Visitor().GetAsync("/", "stranger=1");

        Findings(site, "LINT-46").Select(finding => (finding.Path, finding.Severity)).Should().BeEquivalentTo(
            [("Cookies:mystery", LintSeverity.Warning), ("Cookies:stranger", LintSeverity.Info), ("Cookies", LintSeverity.Info)]);

        site.Configuration["CookieConsent:Cookies:mystery:Category"] = "session";
        site.Configuration.Reload();
        Findings(site, "LINT-46").Select(finding => finding.Path).Should().NotContain("Cookies:mystery");
    }

    [Fact]
    public async Task A_suppressed_rule_is_not_logged_when_something_is_seen()
    {
        await using Site site = await StartAsync(
            app => app.Run(context =>
            {
                context.Response.Cookies.Append("Identity.StatusMessage", "1");
                return Task.CompletedTask;
            }),
            ("Lint:Suppress:LINT-56", "Gone next week"));

        await site.Visitor().GetAsync("/");

        site.Logs.GetSnapshot().Should().NotContain(log => log.Message.Contains("LINT-56 "));
    }

    [Fact]
    public async Task The_meter_measures_the_inventory_and_counts_what_is_undeclared_without_names()
    {
        await using Site site = await StartAsync(app => app.Run(context =>
        {
            context.Response.Cookies.Append("mystery", "1");
            context.Response.Cookies.Append("basket", "1");
            return Task.CompletedTask;
        }));
        IMeterFactory meters = site.Services.GetRequiredService<IMeterFactory>();
        using var size = new MetricCollector<int>(meters, WithheldReport.MeterName, "cookieconsent.inventory.size");
        using var undeclared = new MetricCollector<int>(meters, WithheldReport.MeterName, "cookieconsent.inventory.undeclared");
        using var counted = new MetricCollector<long>(meters, WithheldReport.MeterName, "cookieconsent.undeclared");

        await site.Visitor().GetAsync("/");
        size.RecordObservableInstruments();
        undeclared.RecordObservableInstruments();

        size.LastMeasurement!.Value.Should().Be(2);
        undeclared.LastMeasurement!.Value.Should().Be(1);
        counted.GetMeasurementSnapshot().Should().ContainSingle().Which.Tags.Should().BeEquivalentTo(new Dictionary<string, object?> { ["kind"] = "cookie", ["source"] = "response" });
    }

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    public async Task While_developing_a_warning_says_where_to_read_more(string environment, bool says)
    {
        await using Site site = await Site.StartAsync(
            app => app.Run(context =>
            {
                context.Response.Cookies.Append("mystery", "1");
                return Task.CompletedTask;
            }),
            environment: environment);

        await site.Visitor().GetAsync("/");

        site.Logs.GetSnapshot().Should().ContainSingle(log => log.Id.Name == "CookieUndeclared").Which.Message.EndsWith("/_cookie-consent/audit", StringComparison.Ordinal).Should().Be(says);
    }

    private static Task<Site> StartAsync(Action<WebApplication> app, params (string Key, string Value)[] settings) => Site.StartAsync(
        app,
        [.. Site.Usual, .. settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))],
        environment: "Development");

    private static CookieInventory Inventory(Site site) => site.Services.GetRequiredService<CookieInventory>();

    private static InventoryRow Row(Site site, string name) => Inventory(site).Rows.Should().ContainSingle(row => row.Name == name).Subject;

    private static IEnumerable<LintFinding> Findings(Site site, string id) => ObservedLint.Find(Inventory(site), site.Policy).Where(finding => finding.Id == id);

    /// <summary>A header with names that nobody knows, others for every request.</summary>
    private static string Flood(int request, int names) => string.Join("; ", Enumerable.Range(0, names).Select(name => $"z{Word(request)}-{Word(name)}=1"));

    /// <summary>A number in letters, which no family folds.</summary>
    private static string Word(int number) => new([.. number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('g' + digit - '0'))]);
}
