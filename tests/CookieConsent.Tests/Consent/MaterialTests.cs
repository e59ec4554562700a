using CookieConsent.Consent;
using CookieConsent.Tests.Configuration;

namespace CookieConsent.Tests.Consent;

/// <summary>Which changes of the section ask visitors again.</summary>
public sealed class MaterialTests
{
    private const string Granted = "+analytics +social +payment +members";
    private const string Refused = "-analytics -social -payment -members";
    private const string Mixed = "+analytics -social +payment -members";

    private const string Base = """
        {
          "PolicyUrl": "/privacy", "PolicyRevision": "1",
          "Vendors": { "google-analytics": {}, "youtube": {}, "facebook": {}, "stripe": {}, "acme": { "Name": "Acme", "Category": "members", "PolicyUrl": "https://acme.example/" } },
          "Categories": { "members": { "Title": "Club", "Description": "Points." } },
          "Cookies": { "acme_*": { "Category": "members", "Vendor": "acme", "Lifetime": "30 days", "Purpose": "Card" }, "seen": { "Category": "social", "Lifetime": "P13M", "Purpose": "Film" }, "datr": { "Vendor": "facebook", "Lifetime": "P1M" }, "basket": { "Category": "session" } }
        }
        """;

    [Theory]
    [InlineData("a title", "\"Title\": \"Club\"", "\"Title\": \"Members' club\"")]
    [InlineData("a description", "\"Description\": \"Points.\"", "\"Description\": \"Remembers your points.\"")]
    [InlineData("a vendor's name", "\"Name\": \"Acme\"", "\"Name\": \"ACME Club\"")]
    [InlineData("a vendor's address", "https://acme.example/", "https://acme.example/privacy")]
    [InlineData("a purpose", "\"Purpose\": \"Card\"", "\"Purpose\": \"Knows your club card\"")]
    [InlineData("a reason", "\"basket\": { \"Category\": \"session\"", "\"basket\": { \"Category\": \"session\", \"Reason\": \"The basket would be empty\"")]
    [InlineData("another cookie of the same kind", "\"Cookies\": {", "\"Cookies\": { \"acme_more\": { \"Category\": \"members\", \"Lifetime\": \"P1D\" },")]
    [InlineData("an essential cookie", "\"Cookies\": {", "\"Cookies\": { \"csrf\": { \"Category\": \"session\" },")]
    [InlineData("a shorter lifetime of another cookie", "\"Lifetime\": \"30 days\"", "\"Lifetime\": \"P1M\"")]
    [InlineData("whose host keeps it", "\"Vendor\": \"facebook\", \"Lifetime\": \"P1M\"", "\"Vendor\": \"facebook\", \"Host\": \"\", \"Lifetime\": \"P1M\"")]
    [InlineData("a third party's cookie", "\"Cookies\": {", "\"Cookies\": { \"acme_id\": { \"Vendor\": \"acme\", \"Host\": \"club.acme.example\" },")]
    [InlineData("the order of vendors", "\"google-analytics\": {}, \"youtube\": {},", "\"youtube\": {}, \"google-analytics\": {},")]
    [InlineData("the order of categories", "\"Categories\": {", "\"Categories\": { \"social\": {}, \"analytics\": {},")]
    [InlineData("letter case of an id", "\"youtube\"", "\"YouTube\"")]
    [InlineData("a translation", "\"PolicyUrl\": \"/privacy\"", "\"Texts\": { \"de\": { \"BannerTitle\": \"Kekse\" } }, \"Language\": \"de\", \"PolicyUrl\": \"/privacy\"")]
    [InlineData("the policy's address", "\"/privacy\"", "\"/legal/privacy\"")]
    [InlineData("the length of an answer", "\"PolicyRevision\": \"1\"", "\"PolicyRevision\": \"1\", \"ValidForMonths\": 12")]
    [InlineData("enforcement", "\"PolicyRevision\": \"1\"", "\"PolicyRevision\": \"1\", \"Enforcement\": { \"Undeclared\": \"Allow\" }")]
    [InlineData("the controller", "\"PolicyRevision\": \"1\"", "\"PolicyRevision\": \"1\", \"Controller\": { \"Name\": \"Example\" }")]
    [InlineData("paths where it is essential", "\"Title\": \"Club\"", "\"Title\": \"Club\", \"EssentialOn\": [ \"/club\" ]")]
    public void Asks_nobody(string change, string before, string after)
    {
        Base.Should().Contain(before);
        (ConsentPolicy from, ConsentPolicy to) = (Section.Policy(Base), Section.Policy(Base.Replace(before, after, StringComparison.Ordinal)));

        foreach (string answers in new[] { Granted, Refused, Mixed, "-analytics +google-analytics", "+members -social" })
        {
            Sorted(Answers.Carried(answers, from, to)).Should().Equal(Sorted(answers), "{0} changed", change);
        }
    }

    [Fact]
    public void A_new_vendor_asks_those_alone_who_had_granted_its_category()
    {
        (ConsentPolicy from, ConsentPolicy to) = (Section.Policy(Base), Section.Policy(Base.Replace("\"Vendors\": {", "\"Vendors\": { \"pinterest\": {},", StringComparison.Ordinal)));

        Sorted(Answers.Carried(Granted, from, to)).Should().Equal(Sorted("+analytics +payment +members"));
        Sorted(Answers.Carried(Refused, from, to)).Should().Equal(Sorted(Refused));
        Sorted(Answers.Carried(Mixed, from, to)).Should().Equal(Sorted(Mixed));
    }

    [Fact]
    public void A_new_vendor_in_a_new_category_asks_about_that_category_alone()
    {
        (ConsentPolicy from, ConsentPolicy to) = (Section.Policy(Base), Section.Policy(Base.Replace("\"Vendors\": {", "\"Vendors\": { \"google-ads\": {},", StringComparison.Ordinal)));

        to.Category("advertising").Should().NotBeNull();
        Sorted(Answers.Carried(Mixed, from, to)).Should().Equal(Sorted(Mixed));
    }

    [Theory]
    [InlineData("\"youtube\": {}, ")]
    [InlineData("\"stripe\": {}, ")]
    public void A_vendor_that_goes_asks_nobody_who_refused(string gone)
    {
        Base.Should().Contain(gone);
        (ConsentPolicy from, ConsentPolicy to) = (Section.Policy(Base), Section.Policy(Base.Replace(gone, "", StringComparison.Ordinal)));

        Sorted(Answers.Carried(Refused, from, to)).Should().Equal(Sorted(string.Join(' ', Refused.Split(' ').Where(answer => to.Category(answer[1..]) is not null))));
    }

    [Theory]
    [InlineData("\"Lifetime\": \"P13M\"", "\"Lifetime\": \"P14M\"", "+analytics +payment +members")]
    [InlineData("\"Lifetime\": \"P13M\"", "\"Lifetime\": \"session\"", "+analytics +payment +members")]
    [InlineData("\"Lifetime\": \"P1M\"", "\"Lifetime\": \"P14M\"", "+analytics +payment +members")]
    [InlineData("\"Vendor\": \"acme\", ", "", "+analytics +social +payment +members")]
    [InlineData("\"Category\": \"members\", \"Vendor\": \"acme\"", "\"Category\": \"members\", \"Vendor\": \"youtube\"", "+analytics +social +payment")]
    public void What_a_grant_meant_is_asked_again_when_it_changes(string before, string after, string kept)
    {
        Base.Should().Contain(before);
        (ConsentPolicy from, ConsentPolicy to) = (Section.Policy(Base), Section.Policy(Base.Replace(before, after, StringComparison.Ordinal)));

        Sorted(Answers.Carried(Granted, from, to)).Should().Equal(Sorted(kept));
        Sorted(Answers.Carried(Refused, from, to)).Should().Equal(Sorted(Refused), "a refusal stands");
    }

    [Theory]
    [InlineData(Granted)]
    [InlineData(Refused)]
    [InlineData(Mixed)]
    [InlineData("+google-analytics -youtube")]
    public void Another_policy_revision_asks_everyone_about_everything(string answers)
    {
        (ConsentPolicy from, ConsentPolicy to) = (Section.Policy(Base), Section.Policy(Base.Replace("\"PolicyRevision\": \"1\"", "\"PolicyRevision\": \"2\"", StringComparison.Ordinal)));

        Answers.Carried(answers, from, to).Should().BeEmpty();
    }

    [Fact]
    public void A_revision_with_line_breaks_cannot_pose_as_other_material()
    {
        static ConsentPolicy Under(string revision) => Section.Policy($$"""{ "PolicyRevision": "{{revision}}", "Vendors": { "stripe": {} } }""");

        Answers.Carried("-payment", Under("1\\nrefused"), Under("1")).Should().BeEmpty();
    }

    private static IEnumerable<string> Sorted(string answers) => answers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
}
