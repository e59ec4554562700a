using CookieConsent;
using CookieConsent.Consent;
using CookieConsent.Enforcement;
using CookieConsent.Presentation;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds cookie consent to an app's health checks.</summary>
public static class CookieConsentHealthChecksBuilderExtensions
{
    /// <summary>Adds a check that fails when the app sets cookies that nobody declared, or when the lint finds errors. Its data names them; where strangers can read it, use a response writer that leaves the data out, as the default one does.</summary>
    /// <param name="builder">The app's health checks.</param>
    /// <param name="name">The check's name. Default: <c>cookie_consent</c>.</param>
    /// <param name="failureStatus">What a failure is reported as. Default: <see cref="HealthStatus.Degraded"/>, because the site still serves.</param>
    /// <param name="tags">Tags to filter checks by. Default: none.</param>
    public static IHealthChecksBuilder AddCookieConsentCheck(this IHealthChecksBuilder builder, string name = "cookie_consent", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name,
            static services => new CookieConsentHealthCheck(
                services.GetService<CookieInventory>() ?? throw new InvalidOperationException("AddCookieConsentCheck was called, but AddCookieConsent was not. Add builder.Services.AddCookieConsent();."),
                services.GetRequiredService<ConsentPolicySource>(),
                services.GetRequiredService<LintToDate>()),
            failureStatus ?? HealthStatus.Degraded,
            tags));
    }
}
