using CookieConsent.Catalogue;
using CookieConsent.Consent;
using CookieConsent.Tests.Configuration;

namespace CookieConsent.Tests.Consent;

public sealed class CatalogueUpdateTests
{
    private const string VendorColumns = "id\tname\tcategory\torigins\tpolicy\topt-out\tsignal\tstatus\n";
    private const string CookieColumns = "pattern\tvendor\tcategory\tlifetime\thost\tstorage\tpurpose\n";

    private const string Declared = """
        {
          "Vendors": { "counter": {}, "films": {} },
          "Cookies": {
            "count_id": {}, "film_seen": { "Category": "social", "Lifetime": "P3M" }, "ad_shown": { "Category": "advertising", "Purpose": "Which advertisement was shown" },
            "count_mine": { "Vendor": "counter", "Purpose": "Mine" }, "film_id": { "Vendor": "films", "Lifetime": "P4M" }, "film_extra": { "Vendor": "films", "Lifetime": "P1M" }
          }
        }
        """;

    private static readonly CookieCatalogue Old = Catalogue(
        "ads\tAds\tadvertising\t\t\t\t\t\ncounter\tCounter\tanalytics\tcount.example\thttps://count.example/\t\t\t\nfilms\tFilms\tsocial\t\t\t\t\t\n",
        "count_id\tcounter\tanalytics\tP1Y\t\t\tVisitor id\ncount_old\tcounter\tanalytics\tP1D\t\t\tOld\nfilm_id\tfilms\tsocial\tP2Y\tfilms.example\t\tViewer id\n");

    [Fact]
    public void A_package_update_asks_nobody_again()
    {
        CookieCatalogue changed = Catalogue(
            "ads\tAdvertisers\tadvertising\t\t\t\t\t\ncounter\tCounter Two\tanalytics\tcount.example *.count.example\thttps://count.example/new\thttps://count.example/out\tgoogle\tdiscontinued\nfilms\tFilms+\tsocial\t\t\t\t\t\n",
            "count_*\tcounter\tanalytics\tP4Y\t\t\tAnything\ncount_id\tcounter\tanalytics\tP2Y\t\t\tAnother purpose\nfilm_extra\tfilms\tsocial\tP4Y\tfilms.example\t\tSuggestions\nfilm_id\tfilms\tadvertising\tP5Y\t\t\tViewer id\n");

        Entries(changed).Should().BeEquivalentTo(Entries(Old));
    }

    [Fact]
    public void A_row_that_comes_to_know_the_sites_own_cookie_asks_nobody_again()
    {
        CookieCatalogue knowing = Catalogue(
            "ads\tAds\tadvertising\t\t\t\t\t\ncounter\tCounter\tanalytics\t\t\t\t\t\nfilms\tFilms\tsocial\t\t\t\t\t\n",
            "ad_*\tads\tadvertising\tP1Y\t\t\tAdvertisement id\ncount_id\tcounter\tanalytics\tP1Y\t\t\tVisitor id\n");

        ConsentPolicy before = Section.Policy(Declared, Old);
        ConsentPolicy after = Section.Policy(Declared, knowing);

        Answers.Carried("+advertising +analytics -social", before, after).Split(' ').Should().BeEquivalentTo("+advertising", "+analytics", "-social");
    }

    private static Dictionary<string, int> Entries(CookieCatalogue catalogue)
    {
        ConsentPolicy policy = Section.Policy(Declared, catalogue);
        ConsentAnswer[] answers = [ConsentAnswer.Granted, ConsentAnswer.Refused];
        return policy.Asked.SelectMany(category => answers.Select(answer => ($"{category.Id} {answer}", policy.Entries[new ConsentEntry(category, null, answer)])))
            .Concat(policy.Vendors.SelectMany(vendor => answers.Select(answer => ($"{vendor.Id} {answer}", policy.Entries[new ConsentEntry(null, vendor, answer)]))))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2);
    }

    private static CookieCatalogue Catalogue(string vendors, string cookies) => new(VendorColumns + vendors, CookieColumns + cookies);
}
