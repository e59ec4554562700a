using CookieConsent.Configuration;
using CookieConsent.Consent;
using CookieConsent.Enforcement;
using CookieConsent.Presentation;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CookieConsent;

/// <summary>Says whether what the app does with cookies is what is declared.</summary>
internal sealed class CookieConsentHealthCheck(CookieInventory inventory, ConsentPolicySource source, LintToDate lint) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ConsentPolicy policy = source.Current;
        LintReport report = lint.Of(policy);
        string[] undeclared = [.. inventory.Rows.Where(row => row.Has(SeenTraits.Set) && !CookieInventory.IsDeclared(row, policy)).Select(row => row.Name)];
        string[] errors = [.. report.Findings.Where(finding => finding.Severity == LintSeverity.Error).Select(finding => finding.Id).Distinct()];
        var data = new Dictionary<string, object>
        {
            ["undeclared"] = undeclared,
            ["errors"] = errors,
            ["warnings"] = (string[])[.. report.Findings.Where(finding => finding.Severity == LintSeverity.Warning).Select(finding => finding.Id).Distinct()],
            ["suppressed"] = (string[])[.. report.Suppressed.Select(entry => entry.Finding.Id).Distinct()],
            ["rules"] = report.Rules.Count,
        };
        bool isWell = undeclared.Length == 0 && errors.Length == 0;
        return Task.FromResult(isWell
            ? HealthCheckResult.Healthy("Cookies are set as declared.", data)
            : new HealthCheckResult(context.Registration.FailureStatus, $"The app sets {undeclared.Length} undeclared cookies, and the lint finds {errors.Length} kinds of errors.", data: data));
    }
}
