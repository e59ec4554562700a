using CookieConsent.Catalogue;
using CookieConsent.Configuration;

namespace CookieConsent.Consent;

/// <summary>Doubts what is declared as essential: such a cookie is set without asking.</summary>
internal static class EssentialLint
{
    private const int LongestDays = 396;

    private static readonly LintRule Tracker = new("LINT-14", LintSeverity.Error, "No cookie that is known as a tracker is declared as essential.");

    private static readonly LintRule Duration = new("LINT-15", LintSeverity.Warning, "A session cookie stays for 24 hours at most, an operational one for 13 months.");

    private static readonly LintRule Payment = new("LINT-16", LintSeverity.Warning, "Payment is essential only where the visitor pays.");

    private static readonly LintRule Captcha = new("LINT-17", LintSeverity.Warning, "No third party's captcha is declared as essential.");

    private static readonly LintRule Affiliate = new("LINT-57", LintSeverity.Info, "A cookie that credits an affiliate is operational only for a reason.");

    private static readonly LintRule OwnName = new("LINT-58", LintSeverity.Warning, "The decision cookie has a name of its own.");

    public static readonly IReadOnlyList<LintRule> Rules = [Tracker, Duration, Payment, Captcha, DeclarationLint.OnPaths, Affiliate, OwnName];

    public static IEnumerable<LintFinding> Find(ConsentPolicy policy, CookieCatalogue catalogue, string section) =>
    [
        .. policy.Cookies.Where(cookie => cookie.Category.IsEssential).SelectMany(cookie => OfCookie(cookie, catalogue, section)),
        .. policy.Vendors.Where(vendor => vendor.Category.IsEssential).SelectMany(vendor => OfVendor(vendor, catalogue, section)),
        .. OfDecisionCookie(policy, catalogue, section),
    ];

    private static IEnumerable<LintFinding> OfCookie(DeclaredCookie cookie, CookieCatalogue catalogue, string section)
    {
        bool isOperational = cookie.Category.Id == KnownCategory.Operational;
        string path = $"{section}:Cookies:{cookie.Key ?? cookie.Pattern.Text}";
        long days = (cookie.Lifetime.Months * 31L) + (cookie.Lifetime.Seconds / 86_400);
        if (cookie.Vendor is null && (cookie.Category.Id == KnownCategory.Session ? days > 1 : isOperational && days > LongestDays + 7))
        {
            yield return Duration.At($"{path}:Lifetime", "an essential cookie stays no longer than what it is needed for.", cookie.Key is null ? "Shorten it in the options of the service that sets it." : "Shorten it, or move it to a category that visitors are asked about.");
        }

        if (cookie.Key is null)
        {
            yield break;
        }

        foreach (CataloguedCookie row in Covered(cookie, catalogue))
        {
            string known = cookie.Pattern.Text == row.Pattern.Text ? "the catalogue knows it" : $"it covers {row.Pattern}, which the catalogue knows";
            if (row.CategoryId == KnownCategory.Payment)
            {
                yield return Payment.At($"{path}:Category", $"{known} as {row.VendorId}'s for payment, and it is essential on every page.", "Declare it as payment, and name the checkout in Categories:payment:EssentialOn.");
            }
            else
            {
                yield return Tracker.At(
                    $"{path}:Category",
                    $"{known} as {row.VendorId}'s, category {row.CategoryId}, which needs consent.",
                    $"Move it to {row.CategoryId}, or rename the cookie if it is one of your own.",
                    row.CategoryId == KnownCategory.Functional ? LintSeverity.Warning : null);
            }
        }

        if (IsCaptcha(cookie.Pattern.Text))
        {
            yield return Captcha.At($"{path}:Category", "a captcha of another company does more than protect this site.", "Ask for it, or use a check of your own.");
        }

        if (isOperational && CreditsAffiliate(cookie))
        {
            yield return Affiliate.At(
                $"{path}:Category",
                "it seems to credit an affiliate; that it is essential is the site's choice, and regulators disagree.",
                cookie.Reason is null ? "Write the reason, or move it to advertising." : "Keep the reason true, or move it to advertising.",
                cookie.Reason is null ? LintSeverity.Warning : null);
        }
    }

    private static IEnumerable<LintFinding> OfVendor(ConsentVendor vendor, CookieCatalogue catalogue, string section)
    {
        string path = $"{section}:Vendors:{vendor.Id}:Category";
        switch (catalogue.Vendors.GetValueOrDefault(vendor.Id)?.CategoryId)
        {
            case KnownCategory.Social or KnownCategory.Advertising or KnownCategory.Analytics:
                yield return DeclarationLint.OnPaths.At(path, $"{vendor.Name} is essential, so all that it sets is set without asking.", "Leave the category to the catalogue; let visitors load the content where it stands.");
                break;
            case KnownCategory.Payment:
                yield return Payment.At(path, $"{vendor.Name} is essential on every page.", "Leave it in payment, and name the checkout in Categories:payment:EssentialOn.");
                break;
        }

        if (IsCaptcha(vendor.Id))
        {
            yield return Captcha.At(path, "a captcha of another company does more than protect this site.", "Ask for it, or use a check of your own.");
        }
    }

    private static IEnumerable<LintFinding> OfDecisionCookie(ConsentPolicy policy, CookieCatalogue catalogue, string section)
    {
        string name = policy.Settings.CookieName;
        if (policy.Classify(name).Cookie is not { Essential: ConsentPolicyCompiler.DecisionCookieText })
        {
            yield return OwnName.At($"{section}:DecisionCookie:Name", $"a service of this app sets a cookie of the name {name}, too.", "Use .CookieConsent, or __Host-consent on a site that is only reachable over HTTPS.", LintSeverity.Error);
        }
        else if (catalogue.Find(name) is { } row)
        {
            yield return OwnName.At($"{section}:DecisionCookie:Name", $"the catalogue knows the name {name} as {row.VendorId}'s, whose cookie we would overwrite.", "Use .CookieConsent, or __Host-consent on a site that is only reachable over HTTPS.");
        }
    }

    /// <summary>The catalogued cookies that need consent and that an entry speaks for.</summary>
    private static IEnumerable<CataloguedCookie> Covered(DeclaredCookie cookie, CookieCatalogue catalogue)
    {
        IEnumerable<CataloguedCookie> beneath = cookie.Pattern.IsExact ? []
            : catalogue.Cookies.Where(row => !row.IsThirdParty && row.Storage is null && row.Pattern.IsExact && cookie.Pattern.Matches(row.Pattern.Text));
        return ((CataloguedCookie?[])[catalogue.Find(cookie.Pattern.Text), .. beneath]).OfType<CataloguedCookie>()
            .Where(row => !KnownCategory.IsEssential(row.CategoryId))
            .DistinctBy(row => row.CategoryId);
    }

    private static bool IsCaptcha(string name) =>
        name.Contains("captcha", StringComparison.OrdinalIgnoreCase) || name.StartsWith("rc::", StringComparison.Ordinal) || name.Equals("cloudflare-turnstile", StringComparison.Ordinal);

    private static bool CreditsAffiliate(DeclaredCookie cookie) =>
        ((string?[])[cookie.Pattern.Text, cookie.Purpose, cookie.Reason]).Any(text => text is not null
            && (text.Contains("affiliate", StringComparison.OrdinalIgnoreCase) || text.Contains("partner", StringComparison.OrdinalIgnoreCase) || text.Contains("referr", StringComparison.OrdinalIgnoreCase)));
}
