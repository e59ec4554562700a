using System.Text.RegularExpressions;

namespace CookieConsent.BrowserTests;

/// <summary>What vendors' scripts are told, and when (law.md R119 to R130).</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class SignalTests(BrowserFixture browser)
{
    /// <summary>The queues as text: whether an entry is an <c>arguments</c> object, and its content.</summary>
    private const string Queues =
        """
        () => [window.dataLayer, window.uetq, window.clarity?.q].map(queue => (queue ?? [])
          .map(entry => (String(entry) === '[object Arguments]' ? JSON.stringify([...entry]) : JSON.stringify(entry))).join(' '))
        """;

    private const string Meta =
        """
        () => {
          !function(f,b,e,v,n,t,s){if(f.fbq)return;n=f.fbq=function(){n.callMethod?
          n.callMethod.apply(n,arguments):n.queue.push(arguments)};if(!f._fbq)f._fbq=n;
          n.push=n;n.loaded=!0;n.version='2.0';n.queue=[];t=b.createElement(e);t.async=!0;
          t.dataset.src=v;s=b.getElementsByTagName(e)[0];s.parentNode.insertBefore(t,s)}(window,document,'script','https://connect.facebook.net/en_US/fbevents.js');
          fbq('init', '1');
          fbq('track', 'PageView');
        }
        """;

    private const string MetaTold = "() => [...fbq.queue].map(entry => [...entry].join(':')).join(' ')";

    [Fact]
    public async Task Google_is_told_denied_first_and_then_once_a_decision()
    {
        await using Visitor visitor = await VisitorAsync();
        await visitor.OpenAsync("/");
        string denied = Google("default", "denied", "denied");
        (await QueuesAsync(visitor))[0].Should().Be($"{denied} [\"set\",\"ads_data_redaction\",true]");

        await visitor.ChooseAsync("analytics");
        (await QueuesAsync(visitor))[0].Should().Be($"{denied} [\"set\",\"ads_data_redaction\",true] {Google("update", "denied", "granted")}");

        await visitor.OpenAsync("/other");
        (await QueuesAsync(visitor))[0].Should().Be($"{denied} [\"set\",\"ads_data_redaction\",true] {Google("update", "denied", "granted")}");
    }

    [Fact]
    public async Task One_refused_vendor_denies_the_signal_that_speaks_for_it()
    {
        await using Visitor visitor = await VisitorAsync();
        await visitor.OpenAsync("/");
        await visitor.Bar.Locator("a.vc-quiet").ClickAsync();
        await visitor.Dialog.Locator("input[value=advertising]").CheckAsync();
        await visitor.Dialog.Locator("fieldset:has(input[value=advertising]) summary").ClickAsync();
        await visitor.Dialog.Locator("select[name='vendor.doubleclick']").SelectOptionAsync("refuse");

        await visitor.AnswerAsync("choose");

        string[] queues = await QueuesAsync(visitor);
        queues[0].Should().EndWith(Google("update", "denied", "denied"));
        queues[1].Should().EndWith("\"update\" {\"ad_storage\":\"granted\"}");
    }

    [Fact]
    public async Task Microsoft_is_told_in_its_own_words()
    {
        await using Visitor visitor = await VisitorAsync();
        await visitor.OpenAsync("/");
        (await QueuesAsync(visitor))[1..].Should().Equal(
            "\"consent\" \"default\" {\"ad_storage\":\"denied\"}",
            "[\"consentv2\",{\"ad_Storage\":\"denied\",\"analytics_Storage\":\"denied\"}]");

        await visitor.AcceptAllAsync();

        string[] queues = await QueuesAsync(visitor);
        queues[1].Should().EndWith("\"consent\" \"update\" {\"ad_storage\":\"granted\"}");
        queues[2].Should().EndWith("[\"consentv2\",{\"ad_Storage\":\"granted\",\"analytics_Storage\":\"granted\"}]");
    }

    [Fact]
    public async Task Metas_own_snippet_is_told_before_it_begins_and_works_as_it_is()
    {
        await using Visitor visitor = await VisitorAsync();
        await visitor.OpenAsync("/");
        await visitor.Page.EvaluateAsync(Meta);
        (await visitor.Page.EvaluateAsync<string>(MetaTold)).Should().Be("consent:revoke init:1 track:PageView");

        await visitor.AcceptAllAsync();
        (await visitor.Page.EvaluateAsync<string>(MetaTold)).Should().Be("consent:revoke init:1 track:PageView consent:grant");

        await visitor.OpenAsync("/other");
        await visitor.Page.EvaluateAsync(Meta);
        (await visitor.Page.EvaluateAsync<string>(MetaTold)).Should().Be("consent:revoke consent:grant init:1 track:PageView");
        (await visitor.Page.EvaluateAsync<bool>("() => document.querySelectorAll('script[data-src]').length === 1 && window._fbq === window.fbq")).Should().BeTrue();
    }

    [Fact]
    public async Task A_withdrawal_is_told_to_every_vendor_before_the_page_starts_anew()
    {
        await using Visitor visitor = await VisitorAsync();
        await visitor.OpenAsync("/");
        await visitor.AcceptAllAsync();
        await visitor.Page.EvaluateAsync(Meta);
        // A window's name outlives its page; a message to the test might come too late.
        await visitor.Page.EvaluateAsync($"() => addEventListener('cookieconsent:change', () => window.name ||= ({Queues})().join(' ') + ' ' + ({MetaTold})())");

        await visitor.WithdrawAsync();

        await Visitor.EventuallyAsync(async () =>
        {
            string told = await visitor.Page.EvaluateAsync<string>("() => performance.getEntriesByType('navigation')[0].type + ' ' + window.name");
            told.Should().StartWith("reload ").And.Contain(Google("update", "denied", "denied")).And.EndWith("consent:revoke");
        });
    }

    [Fact]
    public async Task A_page_that_is_prepared_tells_its_tags_the_decision_and_tells_them_again_only_if_it_changed()
    {
        await using Visitor visitor = await VisitorAsync();
        await visitor.OpenAsync("/");
        await visitor.AcceptAllAsync();
        await visitor.Page.AddInitScriptAsync("Object.defineProperty(Document.prototype, 'prerendering', { get: () => window.prepared ?? true, configurable: true })");
        await visitor.OpenAsync("/other");
        // Nobody hears of it: the queue is the page's own, and a tag that runs there finds the answer before it.
        Update().Count((await QueuesAsync(visitor))[0]).Should().Be(1);

        await visitor.Page.EvaluateAsync("() => { window.prepared = false; document.dispatchEvent(new Event('prerenderingchange')); }");

        Update().Count((await QueuesAsync(visitor))[0]).Should().Be(1);
    }

    [Fact]
    public async Task A_page_that_sets_the_queue_anew_loses_nothing_that_was_said()
    {
        await using Visitor visitor = await VisitorAsync();
        await visitor.OpenAsync("/");

        await visitor.Page.EvaluateAsync("() => { window.dataLayer = [{ page: 1 }]; window.dataLayer = window.dataLayer || []; window.dataLayer.push({ event: 'x' }) }");

        (await QueuesAsync(visitor))[0].Should().Be($"{Google("default", "denied", "denied")} [\"set\",\"ads_data_redaction\",true] {{\"page\":1}} {{\"event\":\"x\"}}");
    }

    [Fact]
    public async Task A_site_without_such_vendors_finds_no_queue_on_its_pages()
    {
        await using Visitor visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync("/forum");

        (await visitor.Page.EvaluateAsync<string>("() => [typeof uetq, typeof clarity, typeof fbq].join()")).Should().Be("undefined,undefined,undefined");
    }

    private static string Google(string command, string ads, string analytics) =>
        $"[\"consent\",\"{command}\",{{\"ad_storage\":\"{ads}\",\"ad_user_data\":\"{ads}\",\"ad_personalization\":\"{ads}\",\"analytics_storage\":\"{analytics}\",\"functionality_storage\":\"denied\",\"personalization_storage\":\"denied\",\"security_storage\":\"granted\"}}]";

    private static Task<string[]> QueuesAsync(Visitor visitor) => visitor.Page.EvaluateAsync<string[]>(Queues);

    private Task<Visitor> VisitorAsync() => browser.NewPlainVisitorAsync();

    [GeneratedRegex("\"update\"")]
    private static partial Regex Update();
}
