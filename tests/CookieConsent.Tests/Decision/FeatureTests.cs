using CookieConsent.Consent;
using CookieConsent.Decision;

namespace CookieConsent.Tests.Decision;

public sealed class FeatureTests
{
    [Fact]
    public async Task Before_any_answer_everything_is_undecided_and_a_decision_is_needed()
    {
        await using Site site = await SiteAsync();

        (await site.Visitor().GetTextAsync("/")).Should().Be("Undecided Undecided needed  ");
    }

    [Fact]
    public async Task What_is_granted_from_code_holds_at_once_and_on_the_next_request()
    {
        await using Site site = await SiteAsync();
        Visitor visitor = site.Visitor();

        (await visitor.GetTextAsync("/grant?analytics")).Should().StartWith("True Granted Undecided needed");
        (await visitor.GetTextAsync("/")).Should().StartWith("Granted Undecided needed");
        (await visitor.GetTextAsync("/refuse?social")).Should().StartWith("True Granted Refused needed");
        (await visitor.GetTextAsync("/")).Should().StartWith("Granted Refused needed");
    }

    [Fact]
    public async Task Withdrawing_refuses_what_was_granted_and_leaves_open_what_was_open()
    {
        await using Site site = await SiteAsync();
        Visitor visitor = site.Visitor();
        await visitor.GetTextAsync("/grant?analytics");

        (await visitor.GetTextAsync("/withdraw")).Should().StartWith("True Refused Undecided needed");
        (await visitor.GetTextAsync("/")).Should().StartWith("Refused Undecided needed");
    }

    [Fact]
    public async Task Withdrawing_nothing_sets_no_cookie()
    {
        await using Site site = await SiteAsync();
        Visitor visitor = site.Visitor();

        (await visitor.GetTextAsync("/withdraw")).Should().StartWith("True Undecided");
        visitor.SetCookies.Should().BeEmpty();
    }

    [Fact]
    public async Task All_can_be_granted_or_refused_at_once()
    {
        await using Site site = await SiteAsync();
        Visitor visitor = site.Visitor();

        (await visitor.GetTextAsync("/grant-all")).Should().StartWith("True Granted Granted decided");
        (await visitor.GetTextAsync("/refuse-all")).Should().StartWith("True Refused Refused decided");
    }

    [Theory]
    [InlineData("/grant?analitics", "Did you mean \"analytics\"?")]
    [InlineData("/refuse?strype", "Did you mean \"stripe\"?")]
    [InlineData("/grant?session", "neither asks about a category nor declares a vendor \"session\"")]
    [InlineData("/grant?pinterest", "neither asks about a category nor declares a vendor \"pinterest\"")]
    public async Task An_unknown_id_is_an_argument_exception_that_helps(string path, string message)
    {
        await using Site site = await SiteAsync();

        (await site.Visitor().GetTextAsync(path)).Should().StartWith("ArgumentException").And.Contain(message);
    }

    [Fact]
    public async Task Ids_are_found_in_any_letter_case()
    {
        await using Site site = await SiteAsync();
        Visitor visitor = site.Visitor();
        await visitor.GetTextAsync("/grant?Google-Analytics");
        await visitor.GetTextAsync("/grant?SOCIAL");

        (await visitor.GetTextAsync("/answers?google-analytics,GOOGLE-ANALYTICS")).Should().Be("Granted Granted");
        (await visitor.GetTextAsync("/")).Should().StartWith("Undecided Granted");
    }

    [Fact]
    public async Task What_the_site_does_not_use_is_undecided_and_essential_categories_are_granted()
    {
        await using Site site = await SiteAsync();
        string all = site.DecisionCookie(granted: "analytics social payment advertising");

        (await site.Visitor().GetTextAsync("/answers?functional,pinterest,nonsense,", all)).Should().Be("Undecided Undecided Undecided Undecided");
        (await site.Visitor().GetTextAsync("/answers?session,operational")).Should().Be("Granted Granted");
    }

    [Fact]
    public async Task The_date_and_the_receipt_are_told()
    {
        await using Site site = await SiteAsync();
        string cookie = site.DecisionCookie(granted: "analytics");

        (await site.Visitor().GetTextAsync("/", cookie)).Should().EndWith($"2026-03-10T12:30 {cookie[^11..]}");
        (await site.Visitor().GetTextAsync("/", site.DecisionCookie(refused: "analytics"))).Should().EndWith("2026-03-10T00:00 ");
    }

    [Fact]
    public void A_request_without_the_library_says_how_to_add_it() =>
        new DefaultHttpContext().Invoking(context => context.GetCookieConsent()).Should().Throw<InvalidOperationException>().WithMessage("*AddCookieConsent()*UseCookieConsent()*");

    internal static Task<Site> SiteAsync(IEnumerable<KeyValuePair<string, string?>>? settings = null) => Site.StartAsync(
        async context =>
        {
            ICookieConsentFeature consent = context.GetCookieConsent();
            string id = context.Request.QueryString.Value!.TrimStart('?');
            try
            {
                string text = context.Request.Path.Value switch
                {
                    "/grant" => $"{await consent.GrantAsync(id)} {Told(consent)}",
                    "/refuse" => $"{await consent.RefuseAsync(id)} {Told(consent)}",
                    "/grant-all" => $"{await consent.GrantAllAsync()} {Told(consent)}",
                    "/refuse-all" => $"{await consent.RefuseAllAsync()} {Told(consent)}",
                    "/withdraw" => $"{await consent.WithdrawAsync()} {Told(consent)}",
                    "/answers" => string.Join(' ', id.Split(',').Select(one => consent.GetCategory(one) is var category and not ConsentAnswer.Undecided ? category : consent.GetVendor(one))),
                    _ => Told(consent),
                };
                await context.Response.WriteAsync(text);
            }
            catch (ArgumentException exception)
            {
                await context.Response.WriteAsync($"ArgumentException {exception.Message}");
            }
        },
        settings);

    private static string Told(ICookieConsentFeature consent) =>
        $"{consent.GetCategory("analytics")} {consent.GetCategory("social")} {(consent.IsDecisionNeeded ? "needed" : "decided")} {consent.DecidedAt:yyyy-MM-ddTHH:mm} {consent.Receipt}";
}
