using CookieConsent.Decision;
using CookieConsent.Tests.Consent;

namespace CookieConsent.Tests.Decision;

public sealed class RefusalTests
{
    private const string All = "-analytics -social -payment -advertising";

    [Fact]
    public void Two_refusals_of_one_day_are_the_same_bytes_so_that_nobody_is_recognised_by_them()
    {
        DateTimeOffset day = Answers.Now.Date;

        Answers.Four.Write(All, day.AddHours(23.99)).Should().Be(Answers.Four.Write(All, day));
        Answers.Four.Write(All, day.AddDays(1)).Should().NotBe(Answers.Four.Write(All, day));
    }

    [Fact]
    public async Task Two_visitors_who_refuse_on_one_day_get_the_same_cookie()
    {
        await using Site site = await Site.StartAsync();
        (Visitor one, Visitor two) = (site.Visitor(), site.Visitor());

        await one.RejectAllAsync(site);
        site.Time.Advance(TimeSpan.FromHours(7));
        await two.RejectAllAsync(site);

        one.Jar[".CookieConsent"].Should().Be(two.Jar[".CookieConsent"]);
    }

    [Fact]
    public void The_order_in_which_categories_were_refused_leaves_no_trace() =>
        Answers.Four.Write("-advertising -social -analytics -payment").Should().Be(Answers.Four.Write(All));

    [Fact]
    public void A_refusal_carries_no_identifier() => Answers.Four.Read(Answers.Four.Write(All)).Receipt.Exists.Should().BeFalse();

    [Fact]
    public void A_grant_carries_a_receipt_of_its_own()
    {
        string[] receipts = [.. Enumerable.Range(0, 50).Select(_ => DecisionFormat.Text(Answers.Four.Read(Answers.Four.Write("+payment")).Receipt)!)];

        receipts.Should().OnlyHaveUniqueItems().And.OnlyContain(receipt => receipt.Length == 11);
    }

    [Fact]
    public void A_grant_is_dated_to_the_minute_and_a_refusal_to_the_day()
    {
        Answers.Four.Read(Answers.Four.Write("+payment")).DecidedAt.Should().Be(new DateTimeOffset(2026, 3, 10, 12, 30, 0, TimeSpan.Zero));
        Answers.Four.Read(Answers.Four.Write(All)).DecidedAt.Should().Be(new DateTimeOffset(2026, 3, 10, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void A_withdrawn_grant_leaves_neither_receipt_nor_minute() =>
        Answers.Four.Write("+payment -payment").Should().Be(Answers.Four.Write("-payment"));
}
