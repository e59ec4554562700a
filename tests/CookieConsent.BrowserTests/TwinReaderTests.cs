using System.Text;
using System.Text.Json;

namespace CookieConsent.BrowserTests;

/// <summary>The server and the script read one cookie: <c>Decision/DecisionFormat.cs</c> and <c>script/decision.ts</c>.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TwinReaderTests(BrowserFixture browser)
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const string Receipt = "abcdefghij_";

    [Fact]
    public async Task Both_read_every_value_alike()
    {
        await using Visitor visitor = await browser.NewPlainVisitorAsync();
        await visitor.OpenAsync("/told");
        JsonElement policy = Policy(await visitor.Page.EvaluateAsync<string>("async () => (await fetch('/_cookie-consent/now.js')).text()"));

        var alike = new Dictionary<string, string>();
        foreach ((string name, string[] values) in Values(policy))
        {
            await visitor.Page.GotoAsync("about:blank");
            await visitor.Page.Context.ClearCookiesAsync();
            await visitor.PlantAsync([.. values.Select((value, index) => new Cookie { Name = ".CookieConsent", Value = value, Domain = PlainSite.Host, Path = "/told"[..(index == 0 ? 1 : 5)], Secure = true })]);
            await visitor.OpenAsync("/told");

            string[] told = await visitor.Page.EvaluateAsync<string[]>(
                """
                () => {
                  const { granted, refused, date, receipt } = cookieConsent.decision;
                  return [document.querySelector('#told').textContent,
                    [...[...granted.map(id => '+' + id), ...refused.map(id => '-' + id)].sort(), date?.getTime() ?? 'never', receipt ?? 'none'].join(' ')];
                }
                """);

            told[1].Should().Be(told[0], "server and script must read alike what is {0}: {1}", name, string.Join(" and ", values));
            alike[name] = told[0];
        }

        alike["a grant"].Should().StartWith("+analytics +google-analytics +microsoft-clarity ").And.EndWith(Receipt);
        alike["a grant but for one vendor"].Should().StartWith("+analytics +microsoft-clarity -google-analytics ");
        alike["a vendor alone"].Should().StartWith("+google-ads ");
        alike["a refusal"].Should().StartWith("-advertising ");
        alike["two that differ"].Should().Contain("-analytics").And.NotContain("+");
        alike.Where(entry => entry.Key.StartsWith("no answer", StringComparison.Ordinal)).Should().HaveCountGreaterThan(15).And.OnlyContain(entry => entry.Value == "never none");
    }

    [Fact]
    public async Task A_device_whose_clock_is_wrong_keeps_its_answer()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.Page.Clock.SetFixedTimeAsync(DateTime.UtcNow.AddHours(-3));
        await visitor.OpenAsync("/forum");

        await visitor.AcceptAllAsync();

        (await visitor.GrantedAsync()).Should().Contain("analytics");
        await visitor.OpenAsync("/");
        (await visitor.GrantedAsync()).Should().Contain("analytics");
    }

    private static IEnumerable<(string Name, string[] Values)> Values(JsonElement policy)
    {
        string Category(string id, int position) => Entries(policy, "categories", id, 1, position);
        string Vendor(string id, int position) => Entries(policy, "vendors", id, 2, position);
        string refuse = Category("advertising", 0), grant = Category("analytics", 1), but = Category("analytics", 2);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        string at = Minute(now), day = Minute(now.UtcDateTime.Date);
        string given = $"1{at}{grant}{Receipt}";
        string flipped = grant[..3] + Digits[Digits.IndexOf(grant[3]) ^ 1];

        yield return ("a grant", [given]);
        yield return ("a grant but for one vendor", [$"1{at}{but}{Vendor("google-analytics", 0)}{Receipt}"]);
        yield return ("a vendor alone", [$"1{at}{Vendor("google-ads", 1)}{Receipt}"]);
        yield return ("a refused vendor alone", [$"1{day}{Vendor("google-ads", 0)}"]);
        yield return ("a vendor in a refused category", [$"1{at}{refuse}{Vendor("google-ads", 1)}{Receipt}"]);
        yield return ("a vendor that is allowed and refused", [$"1{at}{Vendor("google-ads", 1)}{Vendor("google-ads", 0)}{grant}{Receipt}"]);
        yield return ("a refusal", [$"1{day}{refuse}"]);
        yield return ("everything", [$"1{at}{grant}{Category("advertising", 1)}{Category("members", 1)}{Receipt}"]);
        yield return ("one known entry and one of another policy", [$"1{at}{grant}AAAA{Receipt}"]);
        yield return ("a grant with one bit flipped, and a refusal", [$"1{at}{flipped}{refuse}{Receipt}"]);
        yield return ("a minute ahead", [$"1{Minute(now.AddSeconds(30))}{grant}{Receipt}"]);
        yield return ("a refusal of its last day", [$"1{Minute(now.AddMonths(-6).UtcDateTime.Date)}{refuse}"]);
        yield return ("a grant of its last minutes", [$"1{Minute(now.AddMonths(-6).AddMinutes(3))}{grant}{Receipt}"]);
        yield return ("two alike", [given, given]);
        yield return ("two that differ", [given, $"1{day}{Category("analytics", 0)}"]);
        yield return ("two of which one says more", [given, $"1{at}{grant}{Category("members", 1)}{Receipt}"]);
        yield return ("two of which one excepts a vendor", [given, $"1{at}{but}{Vendor("google-analytics", 0)}{Receipt}"]);
        yield return ("two of which one is damaged", [given, "1x"]);
        yield return ("no answer: expired a minute ago", [$"1{Minute(now.AddMonths(-6).AddMinutes(-1))}{grant}{Receipt}"]);
        yield return ("no answer: a refusal expired with its day", [$"1{Minute(now.AddMonths(-6).UtcDateTime.Date.AddDays(-1))}{refuse}"]);
        yield return ("no answer: a grant without a receipt", [$"1{at}{grant}"]);
        yield return ("no answer: a refusal with a receipt", [$"1{day}{refuse}{Receipt}"]);
        yield return ("no answer: a lost exception", [$"1{at}{but}{Receipt}"]);
        yield return ("no answer: a flipped bit", [$"1{at}{flipped}{Receipt}"]);
        yield return ("no answer: yes and no", [$"1{at}{grant}{Category("analytics", 0)}{Receipt}"]);
        yield return ("no answer: another version", ["2" + given[1..]]);
        yield return ("no answer: one character short", [given[..^1]]);
        yield return ("no answer: one character more", [given + "A"]);
        yield return ("no answer: two characters more", [given + "AA"]);
        yield return ("no answer: a character that is no digit", [$"1{at}{grant}{Receipt[..^1]}."]);
        yield return ("no answer: a minute that is no number", [$"1{at[..4]}.{grant}{Receipt}"]);
        yield return ("no answer: no entry", [$"1{at}"]);
        yield return ("no answer: a receipt alone", [$"1{at}{Receipt}"]);
        yield return ("no answer: the end of time", [$"1_____{grant}{Receipt}"]);
        yield return ("no answer: its beginning", [$"1AAAAA{grant}{Receipt}"]);
        yield return ("no answer: quoted", [$"\"{given}\""]);
        yield return ("no answer: encoded", [Uri.EscapeDataString(given).Replace("1", "%31", StringComparison.Ordinal)]);
        yield return ("no answer: hardly anything", ["1"]);
    }

    private static string Entries(JsonElement policy, string list, string id, int field, int position) =>
        policy.GetProperty(list).EnumerateArray().Single(entry => entry[0].GetString() == id)[field].GetString()!.Substring(4 * position, 4);

    private static string Minute(DateTimeOffset at)
    {
        long minutes = at.ToUnixTimeSeconds() / 60;
        return string.Concat(Enumerable.Range(0, 5).Select(place => Digits[(int)(minutes >> (6 * (4 - place))) & 63]));
    }

    private static JsonElement Policy(string script)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(script["{const policy=".Length..]);
        var reader = new Utf8JsonReader(bytes);
        return JsonElement.ParseValue(ref reader);
    }
}
