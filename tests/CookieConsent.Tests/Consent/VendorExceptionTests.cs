using CookieConsent.Consent;
using CookieConsent.Tests.Configuration;

namespace CookieConsent.Tests.Consent;

public sealed class VendorExceptionTests
{
    private static readonly ConsentPolicy Policy = Section.Policy("""
        {
          "Vendors": { "youtube": {}, "facebook": {}, "google-analytics": {} },
          "Cookies": { "film_count": { "Category": "analytics", "Vendor": "youtube", "Purpose": "Counts films" }, "own_count": { "Category": "analytics", "Purpose": "Counts" } }
        }
        """);

    [Theory]
    [InlineData("+social -youtube", "youtube", ConsentAnswer.Refused)]
    [InlineData("+social -youtube", "facebook", ConsentAnswer.Granted)]
    [InlineData("-social +youtube", "youtube", ConsentAnswer.Granted)]
    [InlineData("-social +youtube", "facebook", ConsentAnswer.Refused)]
    [InlineData("+youtube", "facebook", ConsentAnswer.Undecided)]
    [InlineData("-youtube +social", "youtube", ConsentAnswer.Refused)]
    [InlineData("-youtube +youtube", "youtube", ConsentAnswer.Granted)]
    public void An_answer_about_a_vendor_overrides_the_one_about_its_category(string answers, string vendor, ConsentAnswer expected)
    {
        ConsentDecision decision = Policy.Read(Policy.Write(answers));

        decision.AnswerTo(Policy.Vendor(vendor)!).Should().Be(expected);
    }

    [Theory]
    [InlineData("+analytics +social", ConsentAnswer.Granted)]
    [InlineData("+analytics -social", ConsentAnswer.Granted)]
    [InlineData("+analytics -social -facebook", ConsentAnswer.Granted)]
    [InlineData("+analytics -social +facebook", ConsentAnswer.Granted)]
    [InlineData("+analytics -youtube", ConsentAnswer.Refused)]
    [InlineData("-analytics +social", ConsentAnswer.Refused)]
    [InlineData("+analytics +social -youtube", ConsentAnswer.Refused)]
    [InlineData("-analytics -social +youtube", ConsentAnswer.Refused)]
    [InlineData("+social", ConsentAnswer.Undecided)]
    public void A_cookie_in_another_category_than_its_vendors_goes_with_its_own_unless_the_vendor_itself_is_refused(string answers, ConsentAnswer expected) =>
        Policy.Read(Policy.Write(answers)).AnswerTo(Cookie("film_count")).Should().Be(expected);

    [Fact]
    public void The_sites_own_cookie_goes_with_its_category() =>
        Policy.Read(Policy.Write("+analytics -google-analytics")).AnswerTo(Cookie("own_count")).Should().Be(ConsentAnswer.Granted);

    [Fact]
    public void Taking_an_exception_back_lets_the_category_speak_again() =>
        Policy.Decision("+social -youtube").With(Policy.Vendor("youtube")!, ConsentAnswer.Undecided).AnswerTo(Policy.Vendor("youtube")!).Should().Be(ConsentAnswer.Granted);

    private static DeclaredCookie Cookie(string name) => Policy.Cookies.Single(cookie => cookie.Pattern.Text == name);
}
