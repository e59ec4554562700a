using CookieConsent.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CookieConsent.Enforcement;

/// <summary>Judges what else in the app decides about cookies.</summary>
internal static class ServiceLint
{
    public static readonly LintRule OneConsent = new("LINT-48", LintSeverity.Warning, "Nothing but this library asks for consent, and no code contradicts the declaration.");

    public static readonly IReadOnlyList<LintRule> Rules = [OneConsent];

    public static IEnumerable<LintFinding> Find(IServiceProvider services)
    {
        if (services.GetServices<IConfigureOptions<CookiePolicyOptions>>().Any()
            && services.GetRequiredService<IOptions<CookiePolicyOptions>>().Value.CheckConsentNeeded is { } check
            && check != CookiePolicyBridge.Ours)
        {
            yield return OneConsent.At(
                "CookiePolicyOptions:CheckConsentNeeded",
                "UseCookiePolicy asks for a consent of its own and withholds session, TempData and culture cookies until it is given.",
                "Remove CheckConsentNeeded; cookies are withheld by category now.");
        }
    }

    /// <summary>The cultures that pages can have.</summary>
    public static IEnumerable<string> Cultures(IServiceProvider services) =>
        services.GetServices<IConfigureOptions<RequestLocalizationOptions>>().Any()
            ? (services.GetRequiredService<IOptions<RequestLocalizationOptions>>().Value.SupportedUICultures ?? []).Select(culture => culture.Name).Where(name => name.Length > 0)
            : [];
}
