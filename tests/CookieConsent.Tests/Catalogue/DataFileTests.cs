using CookieConsent.Catalogue;

namespace CookieConsent.Tests.Catalogue;

public sealed class DataFileTests
{
    [Fact]
    public void Vendors_stand_in_the_order_of_their_ids() =>
        DataFiles.Vendors.Select(vendor => vendor.Id).Should().Equal(DataFiles.Vendors.Select(vendor => vendor.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Cookies_stand_in_the_order_of_vendor_host_and_name()
    {
        string[] keys = [.. DataFiles.Cookies.Select(Key)];

        keys.Should().Equal(keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_row_stands_twice()
    {
        DataFiles.Cookies.Select(Key).Should().OnlyHaveUniqueItems();
        DataFiles.Vendors.Select(vendor => vendor.Id).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void No_two_vendors_claim_the_same_name_on_the_site_itself() =>
        DataFiles.Cookies.Where(cookie => !cookie.IsThirdParty).Select(cookie => cookie.Pattern.Text).Should().OnlyHaveUniqueItems();

    [Fact]
    public void Every_cookie_has_a_vendor_that_exists() =>
        DataFiles.Cookies.Select(cookie => cookie.VendorId).Distinct().Should().BeSubsetOf(DataFiles.Vendors.Select(vendor => vendor.Id));

    [Fact]
    public void Every_row_has_a_predefined_category() =>
        DataFiles.Cookies.Select(cookie => cookie.CategoryId).Concat(DataFiles.Vendors.Select(vendor => vendor.CategoryId)).Distinct()
            .Should().BeSubsetOf(KnownCategory.All);

    [Fact]
    public void Every_cookie_says_what_it_is_for() =>
        DataFiles.Cookies.Where(cookie => cookie.Purpose.Length < 5).Should().BeEmpty();

    [Fact]
    public void Vendor_addresses_are_https() =>
        DataFiles.Vendors.SelectMany(vendor => new[] { vendor.PolicyUrl, vendor.OptOutUrl }).OfType<string>()
            .Should().OnlyContain(address => address.StartsWith("https://", StringComparison.Ordinal) && Uri.IsWellFormedUriString(address, UriKind.Absolute));

    [Fact]
    public void A_third_partys_host_is_a_host() =>
        DataFiles.Cookies.Where(cookie => cookie.IsThirdParty).Select(cookie => cookie.Host!)
            .Should().OnlyContain(host => Uri.CheckHostName(host) == UriHostNameType.Dns && host.Contains('.'));

    private static string Key(CataloguedCookie cookie) => $"{cookie.VendorId}\t{cookie.Host}\t{cookie.Pattern.Text}";
}
