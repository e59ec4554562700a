using CookieConsent.Configuration;
using CookieConsent.Consent;
using CookieConsent.Enforcement;

namespace CookieConsent.Presentation;

/// <summary>All that the lint says by now: at start, of the cookies that were seen, and of the pages that were rendered.</summary>
internal sealed class LintToDate(ConsentPolicySource source, CookieInventory inventory, RenderedFindings rendered)
{
    public LintReport Of(ConsentPolicy policy) => source.Lint
        .With(ObservedLint.Rules, ObservedLint.Find(inventory, policy))
        .With(RenderedLint.Rules, rendered.Of(policy));
}
