using CookieConsent.Configuration;

namespace CookieConsent.Consent;

/// <summary>Finds what a policy leaves unsaid.</summary>
internal static class ConsentGaps
{
    public static IEnumerable<ConsentGap> Find(ConsentPolicy policy, string section)
    {
        if (policy.Asked.Count == 0)
        {
            yield break;
        }

        if (policy.Settings.ControllerName is null)
        {
            yield return new("LINT-11", LintFailure.Error, $"{section}:Controller:Name", "visitors must learn who asks them (GDPR Article 13(1)(a)).", "Write the name of the company or person that runs the site.");
        }

        if (policy.Settings.ControllerContact is null)
        {
            yield return new("LINT-11", LintFailure.Error, $"{section}:Controller:Contact", "visitors must learn how to reach whoever asks them (GDPR Article 13(1)(a)).", "Write an e-mail address.");
        }

        if (policy.Settings.PolicyUrl is null)
        {
            yield return new("LINT-10", LintFailure.Warning, $"{section}:PolicyUrl", "the banner links to the library's declaration page, which says nothing about your other processing.", "Write the address of your privacy policy.");
        }

        foreach (ConsentGap gap in ThemeGaps.Find(policy.Settings.Theme, section))
        {
            yield return gap;
        }

        foreach (DeclaredCookie cookie in policy.Cookies.Where(cookie => cookie.Key is not null && cookie.Purpose is null))
        {
            yield return new("LINT-06", LintFailure.Error, $"{section}:Cookies:{cookie.Key}:Purpose", "visitors must learn what the cookie is for (GDPR Article 13(1)(c)).", "Say in one plain sentence what it does.");
        }

        foreach (DeclaredCookie cookie in policy.Cookies.Where(cookie => cookie.Key is not null && cookie.Reason is null && cookie.Category.IsEssential))
        {
            yield return new("LINT-13", LintFailure.Error, $"{section}:Cookies:{cookie.Key}:Reason", "an essential cookie needs a reason (ePrivacy Directive, Article 5(3)).", "Say what stops working without it, or move it to a category that visitors are asked about.");
        }

        foreach (ConsentVendor vendor in policy.Vendors.Where(vendor => vendor.PolicyUrl is null && !vendor.Category.IsEssential))
        {
            yield return new("LINT-08", LintFailure.Warning, $"{section}:Vendors:{vendor.Id}:PolicyUrl", "visitors cannot read what the vendor does with their data.", "Write the address of the vendor's privacy policy.");
        }
    }
}
