using CookieConsent.Catalogue;
using CookieConsent.Configuration;

namespace CookieConsent.Consent;

/// <summary>Finds what a policy leaves unsaid, and what makes it hard to answer.</summary>
internal static class PolicyLint
{
    /// <summary>More kinds than these nobody reads.</summary>
    private const int MostCategories = 8;

    private const int MostVendors = 50;

    /// <summary>Nobody who refused is asked again before (Garante of 10 June 2021, paragraph 6.2; CNIL 2020-092).</summary>
    private const int LeastMonths = 6;

    private static readonly LintRule Purpose = new("LINT-06", LintSeverity.Error, "Every entry says what it is for (GDPR Article 13(1)(c)).");

    private static readonly LintRule PolicyLink = new("LINT-10", LintSeverity.Error, "The banner links to the privacy policy.");

    private static readonly LintRule Controller = new("LINT-11", LintSeverity.Error, "Visitors learn who asks them, and how to reach them (GDPR Article 13(1)(a)).");

    private static readonly LintRule Reason = new("LINT-13", LintSeverity.Error, "An essential entry says what stops working without it (ePrivacy Directive, Article 5(3)).");

    private static readonly LintRule Repetition = new("LINT-27", LintSeverity.Error, "Whoever refused is not asked again for 6 months.");

    private static readonly LintRule Scope = new("LINT-31", LintSeverity.Warning, "An answer that holds for several hosts says so in the banner.");

    public static readonly LintRule Transparency = new("LINT-36", LintSeverity.Warning, "Google's advertising is asked for by the IAB's framework (TCF), as Google demands in the EEA, the United Kingdom and Switzerland.");

    private static readonly LintRule Overload = new("LINT-40", LintSeverity.Warning, "There are at most 8 questions and 50 vendors to read about.");

    private static readonly LintRule Discontinued = new("LINT-60", LintSeverity.Info, "No vendor is declared whose service has ended.");

    public static readonly IReadOnlyList<LintRule> Rules = [Purpose, PolicyLink, Controller, Reason, Repetition, Scope, Transparency, Overload, Discontinued];

    public static IEnumerable<LintFinding> Find(ConsentPolicy policy, string section)
    {
        // One entry may stand for a third party's cookie on several hosts.
        foreach (DeclaredCookie cookie in policy.Cookies.Where(cookie => cookie.Key is not null).DistinctBy(cookie => cookie.Key))
        {
            if (cookie.Purpose is null)
            {
                yield return Purpose.At($"{section}:Cookies:{cookie.Key}:Purpose", "visitors must learn what the cookie is for.", "Say in one plain sentence what it does.");
            }

            if (cookie.Reason is null && cookie.Category.IsEssential)
            {
                yield return Reason.At($"{section}:Cookies:{cookie.Key}:Reason", "an essential cookie needs a reason.", "Say what stops working without it, or move it to a category that visitors are asked about.");
            }

            if (cookie is { Vendor: null, Category.IsEssential: false, Storage: StorageType.Cookie } && policy.Catalogued(cookie.Pattern.Text) is { } known && !KnownCategory.IsEssential(known.CategoryId))
            {
                yield return DeclarationLint.Provider.At($"{section}:Cookies:{cookie.Key}:Vendor", $"the catalogue knows it as {known.VendorId}'s, and the declaration says that it is this site's alone.", $"Write \"Vendor\": \"{known.VendorId}\", or rename the cookie if it is one of your own.", LintSeverity.Warning).FromCatalogue();
            }
        }

        if (policy.Settings.CookieDomain is { } domain
            && !policy.Settings.Texts.Values.Any(texts => texts.Values.Any(text => text.Contains(domain, StringComparison.OrdinalIgnoreCase))))
        {
            yield return Scope.At($"{section}:DecisionCookie:Domain", $"the answer holds for every host of {domain}, and no text says so.", $"Name {domain} in Texts, in BannerText for instance, or remove the domain.");
        }

        if (policy.Settings.ValidForMonths < LeastMonths)
        {
            yield return Repetition.At($"{section}:ValidForMonths", $"a refusal is kept as long as a grant, so whoever refused is asked again in less than {LeastMonths} months.", $"Write {LeastMonths}, or more.");
        }

        // Where nothing is asked there is no banner that could lack something.
        foreach (LintFinding finding in policy.Asked.Count == 0 ? [] : InBanner(policy, section))
        {
            yield return finding;
        }
    }

    private static IEnumerable<LintFinding> InBanner(ConsentPolicy policy, string section)
    {
        if (policy.Settings.ControllerName is null)
        {
            yield return Controller.At($"{section}:Controller:Name", "visitors must learn who asks them.", "Write the name of the company or person that runs the site.");
        }

        if (policy.Settings.ControllerContact is null)
        {
            yield return Controller.At($"{section}:Controller:Contact", "visitors must learn how to reach whoever asks them.", "Write an e-mail address.");
        }

        if (policy.Settings.PolicyUrl is null)
        {
            yield return PolicyLink.At($"{section}:PolicyUrl", "the banner links to the library's declaration page, which says nothing about your other processing.", "Write the address of your privacy policy.", LintSeverity.Warning);
        }
        else if (LeadsToStartPage(policy.Settings.PolicyUrl) is { } severity)
        {
            yield return PolicyLink.At($"{section}:PolicyUrl", "the banner's link to the privacy policy leads to a start page.", "Write the address of your privacy policy.", severity);
        }

        foreach (ConsentVendor vendor in policy.Vendors)
        {
            if (vendor.PolicyUrl is null && !vendor.Category.IsEssential)
            {
                yield return DeclarationLint.Provider.At($"{section}:Vendors:{vendor.Id}:PolicyUrl", "visitors cannot read what the vendor does with their data.", "Write the address of the vendor's privacy policy.", LintSeverity.Warning);
            }

            if (vendor.IsDiscontinued)
            {
                yield return Discontinued.At($"{section}:Vendors:{vendor.Id}", "the service has ended, so visitors are asked about nothing.", "Remove the vendor when no page names it any more.");
            }

            if (vendor.Id is "google-adsense" or "google-ad-manager" or "doubleclick" && vendor.Category.Id == KnownCategory.Advertising)
            {
                yield return LimitedAds($"{section}:Vendors:{vendor.Id}");
            }
        }

        if (policy.Asked.Count > MostCategories)
        {
            yield return Overload.At($"{section}:Categories", $"visitors are asked {policy.Asked.Count} questions.", $"Join categories that mean the same to a visitor, to {MostCategories} at most.");
        }

        if (policy.Vendors.Count > MostVendors)
        {
            yield return Overload.At($"{section}:Vendors", $"visitors have {policy.Vendors.Count} vendors to read about.", $"Remove what the site does not need; nobody reads about more than {MostVendors}.");
        }
    }

    public static LintFinding LimitedAds(string path) => Transparency.At(path, "without the IAB's framework, which this library does not speak, Google serves limited ads to visitors from the EEA, the United Kingdom and Switzerland.", "Expect that, or use a consent platform that Google has certified on the pages with ads.");

    /// <summary>How bad it is that an address names no page, or null where it names one; a whole host may well be there for the policy alone.</summary>
    private static LintSeverity? LeadsToStartPage(string address)
    {
        int hash = address.IndexOf('#');
        string page = (hash < 0 ? address : address[..hash]).TrimEnd('?');
        bool isRoute = hash >= 0 && address[(hash + 1)..] is ['/' or '!', ..];
        bool isStartPage = page == "/" || (Uri.TryCreate(page, UriKind.Absolute, out Uri? uri) && !uri.IsFile && uri.PathAndQuery == "/");
        return !isStartPage || isRoute ? null
            : page == "/" || hash >= 0 ? LintSeverity.Error
            : LintSeverity.Warning;
    }
}
