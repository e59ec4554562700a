using CookieConsent.Catalogue;
using CookieConsent.Configuration;

namespace CookieConsent.Consent;

/// <summary>Doubts what is declared as essential, on every page or on some: there it is set without asking.</summary>
internal static class EssentialLint
{
    public static readonly LintRule Captcha = new("LINT-17", LintSeverity.Warning, "No third party's captcha is declared as essential.");

    private static readonly LintRule Tracker = new("LINT-14", LintSeverity.Error, "Nothing that is known as a tracker is declared as essential.");

    private static readonly LintRule Payment = new("LINT-16", LintSeverity.Warning, "Payment is essential only where the visitor pays.");

    private static readonly LintRule Affiliate = new("LINT-57", LintSeverity.Info, "A cookie that credits an affiliate is operational only for a reason.");

    private static readonly LintRule OwnName = new("LINT-58", LintSeverity.Warning, "The decision cookie has a name of its own.");

    public static readonly IReadOnlyList<LintRule> Rules = [Tracker, Payment, Captcha, DeclarationLint.Unasked, Affiliate, OwnName];

    public static IEnumerable<LintFinding> Find(ConsentPolicy policy, CookieCatalogue catalogue, string section) =>
    [
        // What a third party keeps is in the category of its vendor, which is judged by itself.
        .. policy.Cookies.Where(cookie => cookie is { Key: not null, IsThirdParty: false } && IsEssentialSomewhere(cookie.Category)).SelectMany(cookie => OfCookie(cookie, catalogue, $"{section}:Cookies:{cookie.Key}:Category")),
        .. policy.Vendors.Where(vendor => IsEssentialSomewhere(vendor.Category)).SelectMany(vendor => OfVendor(vendor, vendor.Category, catalogue, $"{section}:Vendors:{vendor.Id}:Category")),
        .. OfDecisionCookie(policy, catalogue, section),
    ];

    public static bool IsCaptcha(string name) =>
        name.Contains("captcha", StringComparison.OrdinalIgnoreCase) || name.StartsWith("rc::", StringComparison.Ordinal) || name.Equals("cloudflare-turnstile", StringComparison.Ordinal);

    private static bool IsEssentialSomewhere(ConsentCategory category) => category.IsEssential || category.EssentialOn.Count > 0;

    private static IEnumerable<LintFinding> OfCookie(DeclaredCookie cookie, CookieCatalogue catalogue, string path)
    {
        CataloguedCookie[] known = [.. Known(cookie, catalogue)];
        foreach (CataloguedCookie row in known.Where(row => !IsRightful(row.CategoryId, cookie.Category)).DistinctBy(row => row.CategoryId))
        {
            string says = cookie.Pattern.Text == row.Pattern.Text ? "the catalogue knows it" : $"it covers {row.Pattern}, which the catalogue knows";
            yield return (row.CategoryId == KnownCategory.Payment
                ? Payment.At(path, $"{says} as {row.VendorId}'s for payment, and it is essential {Where(cookie.Category)}.", "Declare it as payment, and name the checkout in Categories:payment:EssentialOn.")
                : Tracker.At(
                    path,
                    $"{says} as {row.VendorId}'s, category {row.CategoryId}, which needs consent, and it is essential {Where(cookie.Category)}.",
                    $"Move it to {row.CategoryId}, or rename the cookie if it is one of your own.",
                    row.CategoryId == KnownCategory.Functional ? LintSeverity.Warning : null)).FromCatalogue();
        }

        // A vendor that is essential itself is judged by itself.
        if (known.Length == 0 && cookie.Vendor is { } vendor && !ReferenceEquals(vendor.Category, cookie.Category))
        {
            foreach (LintFinding finding in OfVendor(vendor, cookie.Category, catalogue, path))
            {
                yield return finding;
            }
        }

        if (IsCaptcha(cookie.Pattern.Text))
        {
            yield return OfCaptcha(path);
        }

        if (cookie.Category.IsEssential && cookie.Category.Id != KnownCategory.Session && CreditsAffiliate(cookie))
        {
            yield return Affiliate.At(
                path,
                "it seems to credit an affiliate; that it is essential is the site's choice, and regulators disagree.",
                cookie.Reason is null ? "Write the reason, or move it to advertising." : "Keep the reason true, or move it to advertising.",
                cookie.Reason is null ? LintSeverity.Warning : null);
        }
    }

    /// <summary>What a vendor is for, the catalogue before the owner, against the category that it, or a cookie of it, is in.</summary>
    private static IEnumerable<LintFinding> OfVendor(ConsentVendor vendor, ConsentCategory category, CookieCatalogue catalogue, string path)
    {
        CataloguedVendor? known = catalogue.Vendors.GetValueOrDefault(vendor.Id);
        LintFinding? finding = (known?.CategoryId ?? vendor.Category.Id) switch
        {
            // Paths of such a category are a finding of their own.
            KnownCategory.Social or KnownCategory.Advertising or KnownCategory.Analytics when !DeclarationLint.AlwaysAsked.Contains(category.Id) =>
                DeclarationLint.Unasked.At(path, $"what {vendor.Name} sets is essential {Where(category)}, so it is set there without asking.", "Leave the category to the catalogue; let visitors load the content where it stands."),
            KnownCategory.Payment when category.IsEssential =>
                Payment.At(path, $"what {vendor.Name} sets is essential on every page.", "Leave it in payment, and name the checkout in Categories:payment:EssentialOn."),
            _ => null,
        };
        if (finding is not null)
        {
            yield return known is null ? finding : finding.FromCatalogue();
        }

        if (IsCaptcha(vendor.Id))
        {
            yield return OfCaptcha(path);
        }
    }

    public static LintFinding OfCaptcha(string path) => Captcha.At(path, "a captcha of another company does more than protect this site.", "Ask for it, or use a check of your own.");

    private static IEnumerable<LintFinding> OfDecisionCookie(ConsentPolicy policy, CookieCatalogue catalogue, string section)
    {
        string name = policy.Settings.CookieName;
        if (policy.Classify(name).Cookie is not { Essential: ConsentPolicyCompiler.DecisionCookieText })
        {
            yield return OwnName.At($"{section}:DecisionCookie:Name", $"a service of this app sets a cookie of the name {name}, too.", "Use .CookieConsent, or __Host-consent on a site that is only reachable over HTTPS.", LintSeverity.Error);
        }
        else if (catalogue.Find(name) is { } row)
        {
            yield return OwnName.At($"{section}:DecisionCookie:Name", $"the catalogue knows the name {name} as {row.VendorId}'s, whose cookie we would overwrite.", "Use .CookieConsent, or __Host-consent on a site that is only reachable over HTTPS.").FromCatalogue();
        }
    }

    /// <summary>The catalogue's rows about this site that an entry speaks for.</summary>
    private static IEnumerable<CataloguedCookie> Known(DeclaredCookie cookie, CookieCatalogue catalogue)
    {
        string text = cookie.Pattern.Text;
        string? storage = EntryRows.StoredAs(cookie.Storage);
        IEnumerable<CataloguedCookie> alike = catalogue.Cookies.Where(row => !row.IsThirdParty && row.Storage == storage);
        CataloguedCookie? itself = storage is null ? catalogue.Find(text) : catalogue.FindStored(text, storage);
        IEnumerable<CataloguedCookie> covered = cookie.Pattern.IsExact ? [] : alike.Where(row => row.Pattern.IsExact && cookie.Pattern.Matches(row.Pattern.Text));
        return ((CataloguedCookie?[])[itself, .. covered]).OfType<CataloguedCookie>().Distinct();
    }

    /// <summary>What the catalogue has in a category may be essential where the owner has it: what a visitor pays or asks for with is, on the paths where that is done.</summary>
    private static bool IsRightful(string categoryId, ConsentCategory category) =>
        KnownCategory.IsEssential(categoryId) || (categoryId is KnownCategory.Payment or KnownCategory.Functional && !category.IsEssential);

    private static string Where(ConsentCategory category) => category.IsEssential ? "on every page" : $"on {string.Join(", ", category.EssentialOn)}";

    private static bool CreditsAffiliate(DeclaredCookie cookie) =>
        ((string?[])[cookie.Pattern.Text, cookie.Purpose, cookie.Reason]).Any(text => text is not null
            && (text.Contains("affiliate", StringComparison.OrdinalIgnoreCase) || text.Contains("partner", StringComparison.OrdinalIgnoreCase) || text.Contains("referr", StringComparison.OrdinalIgnoreCase)));
}
