using CookieConsent;
using CookieConsent.Configuration;
using CookieConsent.Consent;
using CookieConsent.Enforcement;
using CookieConsent.Presentation;
using CookieConsent.Presentation.Gates;
using CookieConsent.Presentation.Placement;
using CookieConsent.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds cookie consent to an app's services.</summary>
public static class CookieConsentServiceCollectionExtensions
{
    private const string SectionName = "CookieConsent";

    /// <summary>Adds cookie consent, configured by the app's <c>CookieConsent</c> section. Mistakes in it stop start-up, all in one message.</summary>
    public static CookieConsentBuilder AddCookieConsent(this IServiceCollection services) => services.AddCookieConsent(static _ => { });

    /// <summary>Adds cookie consent, configured by the app's <c>CookieConsent</c> section and then by code.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="configure">Runs after the section is bound, at start-up and after every change of the configuration.</param>
    public static CookieConsentBuilder AddCookieConsent(this IServiceCollection services, Action<CookieConsentOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<CookieConsentOptions>, SectionBinder>(
            static provider => new SectionBinder(provider.GetRequiredService<IConfiguration>().GetSection(SectionName))));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOptionsChangeTokenSource<CookieConsentOptions>, ConfigurationChangeTokenSource<CookieConsentOptions>>(
            static provider => new ConfigurationChangeTokenSource<CookieConsentOptions>(provider.GetRequiredService<IConfiguration>())));
        services.Configure(configure);
        return services.AddCookieConsentServices();
    }

    /// <summary>Adds cookie consent, configured by a section that stands elsewhere.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="section">The section itself, what <c>GetSection("Sites:Shop:CookieConsent")</c> returns for instance.</param>
    public static CookieConsentBuilder AddCookieConsent(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        services.AddSingleton<IConfigureOptions<CookieConsentOptions>>(new SectionBinder(section));
        services.AddSingleton<IOptionsChangeTokenSource<CookieConsentOptions>>(new ConfigurationChangeTokenSource<CookieConsentOptions>(section));
        return services.AddCookieConsentServices();
    }

    private static CookieConsentBuilder AddCookieConsentServices(this IServiceCollection services)
    {
        // Not ValidateOnStart: it keeps a monitor, which throws at whoever saves a bad configuration later. The pipeline compiles at start.
        services.AddOptions<CookieConsentOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CookieConsentOptions>, CookieConsentOptionsValidator>());
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(static provider => new ConsentPolicySource(
            provider.GetRequiredService<IOptionsFactory<CookieConsentOptions>>(),
            provider.GetServices<IOptionsChangeTokenSource<CookieConsentOptions>>(),
            () => FrameworkCookies.Of(provider),
            provider.GetRequiredService<CookieConsentLint>().Check,
            provider.GetRequiredService<ILogger<ConsentPolicySource>>()));
        services.TryAddSingleton<CookieConsentLint>();
        services.TryAddSingleton<WithheldReport>();
        services.TryAddSingleton<CookieInventory>();
        services.TryAddSingleton<CookieConsentPipeline>();
        services.TryAddSingleton<ConsentMarkup>();
        services.TryAddSingleton<RenderedFindings>();
        services.TryAddSingleton<LintToDate>();
        services.TryAddSingleton<GateReport>();
        services.TryAddScoped(static provider => new BlazorLanguage(provider.GetService<PersistentComponentState>()));
        services.TryAddScoped(static provider => new BlazorPage(
            provider.GetRequiredService<ConsentMarkup>(),
            provider.GetRequiredService<ConsentPolicySource>(),
            provider.GetRequiredService<BlazorLanguage>(),
            provider.GetRequiredService<NavigationManager>()));
        services.TryAddSingleton<AuditRoutes>();
        services.TryAddEnumerable(ServiceDescriptor.Transient<IStartupFilter, CookieConsentStartupFilter>());
        services.TryAddEnumerable(ServiceDescriptor.Transient<ITagHelperComponent, PlacingTagHelperComponent>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<CookiePolicyOptions>, CookiePolicyBridge>());
        services.Configure<OutputCacheOptions>(static options => options.AddBasePolicy(CookieConsentOutputCachePolicy.Instance));
        return new CookieConsentBuilder(services);
    }
}
