using CookieConsent.Catalogue;
using CookieConsent.Configuration;
using CookieConsent.Consent;
using CookieConsent.Enforcement;
using CookieConsent.Localization;
using CookieConsent.Presentation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CookieConsent;

/// <summary>Collects every room's lint.</summary>
internal sealed class CookieConsentLint(IServiceProvider services)
{
    /// <summary>What can be known before anybody has come.</summary>
    public static readonly IReadOnlyList<LintRule> AtStart = Sorted(
        [
            .. DeclarationLint.Rules, .. LawDateLint.Rules, .. PolicyLint.Rules, .. DeclarationDateLint.Rules, .. ThemeLint.Rules, .. EssentialLint.Rules, .. LifetimeLint.Rules,
            .. ServiceLint.Rules, .. LanguageLint.Rules, .. WordingLint.Rules, .. ViewLint.Rules, .. SuppressionLint.Rules,
        ]);

    /// <summary>What is only known when the site is in use.</summary>
    public static readonly IReadOnlyList<LintRule> Later = Sorted([.. ObservedLint.Rules, .. RenderedLint.Rules]);

    /// <summary>Every rule there is.</summary>
    public static readonly IReadOnlyList<LintRule> Rules = Sorted([.. AtStart, .. Later]);

    public static IReadOnlyList<string> Ids { get; } = [.. Rules.Select(rule => rule.Id)];

    /// <summary>Judges options without mistakes and the policy made of them.</summary>
    public LintReport Check(CookieConsentOptions options, ConsentPolicy policy)
    {
        string section = options.SectionPath;
        DateOnly today = DateOnly.FromDateTime((services.GetService<TimeProvider>() ?? TimeProvider.System).GetUtcNow().UtcDateTime);
        LintFinding[] found =
        [
            .. DeclarationLint.Find(options, CookieCatalogue.Default, services.GetService<IHostEnvironment>()?.IsDevelopment() ?? false),
            .. LawDateLint.Find(section, today),
            .. PolicyLint.Find(policy, section),
            .. DeclarationDateLint.Find(policy, section, today),
            .. ThemeLint.Find(policy.Settings.Theme, section),
            .. EssentialLint.Find(policy, CookieCatalogue.Default, section),
            .. LifetimeLint.Find(policy, section),
            .. ServiceLint.Find(services),
            .. LanguageLint.Find(policy, section, policy.Asked.Count == 0 ? [] : ServiceLint.Cultures(services)),
            .. WordingLint.Find(policy, section),
            .. ViewLint.Find(services),
        ];
        return new LintReport(AtStart, [.. found, .. SuppressionLint.Find(policy.Settings.Suppressed, found, Later, section)], policy.Settings.Suppressed);
    }

    private static LintRule[] Sorted(IEnumerable<LintRule> rules) => [.. rules.DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal)];
}
