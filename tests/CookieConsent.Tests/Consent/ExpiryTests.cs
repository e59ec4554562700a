using System.Globalization;
using CookieConsent.Consent;
using CookieConsent.Tests.Configuration;

namespace CookieConsent.Tests.Consent;

public sealed class ExpiryTests
{
    [Theory]
    [InlineData(6, "2026-03-10 12:30", "2026-09-10 12:30")]
    [InlineData(6, "2026-08-31 10:15", "2027-02-28 10:15")]
    [InlineData(6, "2027-08-31 10:15", "2028-02-29 10:15")]
    [InlineData(6, "2028-02-29 23:59", "2028-08-29 23:59")]
    [InlineData(1, "2027-01-31 00:00", "2027-02-28 00:00")]
    [InlineData(12, "2026-03-10 12:30", "2027-03-10 12:30")]
    [InlineData(12, "2027-03-10 12:30", "2028-03-09 12:30")]
    [InlineData(12, "2028-02-29 12:30", "2029-02-28 12:30")]
    public void A_grant_holds_for_so_many_calendar_months_to_the_minute_and_never_over_365_days(int months, string granted, string ends) =>
        HoldsUntil(months, "+payment", At(granted), At(ends));

    [Theory]
    [InlineData(6, "2026-03-10 12:30", "2026-09-11 00:00")]
    [InlineData(6, "2026-03-10 00:00", "2026-09-11 00:00")]
    [InlineData(6, "2026-03-10 23:59", "2026-09-11 00:00")]
    [InlineData(6, "2026-08-31 10:15", "2027-03-01 00:00")]
    [InlineData(6, "2026-08-30 12:00", "2027-03-01 00:00")]
    [InlineData(6, "2026-08-29 12:00", "2027-03-01 00:00")]
    [InlineData(6, "2026-08-28 12:00", "2027-03-01 00:00")]
    [InlineData(6, "2027-02-28 12:00", "2027-08-29 00:00")]
    [InlineData(6, "2028-02-29 12:00", "2028-08-30 00:00")]
    [InlineData(1, "2027-01-30 12:00", "2027-03-01 00:00")]
    [InlineData(12, "2026-03-10 12:30", "2027-03-10 00:00")]
    public void A_refusal_holds_to_the_end_of_its_last_day_and_never_over_365_days(int months, string refused, string ends) =>
        HoldsUntil(months, "-payment", At(refused), At(ends));

    [Fact]
    public void No_refusal_ends_before_its_months_are_over()
    {
        ConsentPolicy policy = Policy(6);
        for (DateTimeOffset day = At("2026-01-01 12:00"); day < At("2028-12-31 12:00"); day = day.AddDays(1))
        {
            DateTimeOffset ends = policy.Expiry(policy.Decision("-payment", day));

            ends.Should().BeOnOrAfter(day.AddMonths(6)).And.BeBefore(day.AddMonths(6).AddDays(1));
        }
    }

    [Fact]
    public void A_longer_or_shorter_setting_holds_for_answers_already_given()
    {
        string value = Policy(6).Write("+payment", At("2026-03-10 12:30"));

        Policy(3).Read(value, At("2026-06-10 12:30")).IsEmpty.Should().BeTrue();
        Policy(12).Read(value, At("2027-03-10 12:29")).IsEmpty.Should().BeFalse();
    }

    private static void HoldsUntil(int months, string answer, DateTimeOffset at, DateTimeOffset ends)
    {
        ConsentPolicy policy = Policy(months);
        string value = policy.Write(answer, at);

        policy.Told(policy.Read(value, at)).Should().Be(answer);
        policy.Told(policy.Read(value, ends.AddSeconds(-1))).Should().Be(answer);
        policy.Told(policy.Read(value, ends)).Should().BeEmpty();
    }

    private static ConsentPolicy Policy(int months) => Section.Policy($$"""{ "ValidForMonths": {{months}}, "Vendors": { "stripe": {} } }""");

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
