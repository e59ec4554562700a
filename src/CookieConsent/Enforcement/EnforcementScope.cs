using CookieConsent.Consent;
using CookieConsent.Decision;

namespace CookieConsent.Enforcement;

/// <summary>What all requests under one policy share, and where they report to.</summary>
internal sealed class EnforcementScope(ConsentPolicy policy, TimeProvider time, WithheldReport report, CookieInventory inventory) : ConsentScope(policy, time, report.Logger)
{
    public WithheldReport Report => report;

    public CookieInventory Inventory => inventory;
}
