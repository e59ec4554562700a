using CookieConsent.Consent;
using CookieConsent.Decision;

namespace CookieConsent.Enforcement;

/// <summary>What all requests under one policy share, and where they report to.</summary>
internal sealed record EnforcementScope(ConsentPolicy Policy, TimeProvider Time, WithheldReport Report) : ConsentScope(Policy, Time, Report.Logger);
