using System.Text.Json;
using CookieConsent.Catalogue;

namespace CookieConsent.Tests.Catalogue;

/// <summary>What the shipped rows say as a whole; the rules for each row are in <see cref="CatalogueRules"/>.</summary>
public sealed class DataFileTests
{
    /// <summary>Besides ASP.NET Core, whose cookies are explained by what the framework calls them.</summary>
    private static readonly string[] NamedByThePolicies =
        ["amazon-associates", "doubleclick", "facebook", "google", "google-ads", "google-adsense", "google-analytics", "google-plus", "linkedin", "paypal", "pinterest", "stripe", "x-twitter", "youtube"];

    [Fact]
    public void The_whole_catalogue_is_shipped()
    {
        DataFiles.Vendors.Count.Should().BeGreaterThan(460);
        DataFiles.Cookies.Count.Should().BeGreaterThan(2175);
        DataFiles.Cookies.Count(cookie => cookie.Storage is not null).Should().BeGreaterThan(90);
    }

    [Fact]
    public void What_the_vendors_of_the_two_policies_do_is_said_in_the_language_files()
    {
        using JsonDocument texts = JsonDocument.Parse(Repository.Read("src/CookieConsent/Localization/en.json"));

        DataFiles.Cookies.Where(cookie => NamedByThePolicies.Contains(cookie.VendorId)).Select(cookie => cookie.Purpose).Distinct()
            .Where(purpose => !texts.RootElement.TryGetProperty("Catalogued." + purpose, out _))
            .Should().BeEmpty();
    }

    [Fact]
    public void A_purpose_says_what_the_cookie_does() =>
        DataFiles.Cookies.Where(cookie => cookie.VendorId != "aspnet-core" && !cookie.Purpose.Split(' ')[0].EndsWith('s'))
            .Select(cookie => cookie.Purpose).Should().BeEmpty("a purpose begins with a verb: recognises, remembers, keeps");

    [Fact]
    public void Purposes_are_few_enough_to_be_translated() =>
        DataFiles.Cookies.Where(cookie => cookie.VendorId != "aspnet-core").Select(cookie => cookie.Purpose).Distinct().Count().Should().BeLessThan(150);

    [Fact]
    public void No_purpose_praises() =>
        DataFiles.Cookies.Where(cookie => cookie.Purpose.Contains("experience", StringComparison.OrdinalIgnoreCase) || cookie.Purpose.Contains("improve", StringComparison.OrdinalIgnoreCase))
            .Should().BeEmpty();

    [Fact]
    public void An_essential_wildcard_never_covers_another_vendors_tracker() =>
        (from wildcard in DataFiles.Cookies
         where wildcard is { IsThirdParty: false, Storage: null, Pattern.IsExact: false } && KnownCategory.IsEssential(wildcard.CategoryId)
         from tracker in DataFiles.Cookies
         where tracker is { IsThirdParty: false, Storage: null } && !KnownCategory.IsEssential(tracker.CategoryId) && tracker.VendorId != wildcard.VendorId
         where wildcard.Pattern.Matches(tracker.Pattern.Text.Replace("*", "Zz9"))
         select $"{wildcard.Pattern} covers {tracker.Pattern}").Should().BeEmpty();

    [Fact]
    public void What_consent_can_be_told_to_is_marked() =>
        DataFiles.Vendors.Where(vendor => vendor.Signal is not null).Select(vendor => $"{vendor.Id} {vendor.Signal}").Should().Contain(
            ["google-analytics google", "google-ads google", "doubleclick google", "google-tag-manager google", "microsoft-ads microsoft-uet", "microsoft-clarity clarity", "meta-pixel meta"]);

    [Fact]
    public void Services_that_ended_are_marked() =>
        DataFiles.Vendors.Where(vendor => vendor.IsDiscontinued).Select(vendor => vendor.Id)
            .Should().Equal("addthis", "google-optimize", "google-plus", "oracle-bluekai", "sizmek");
}
