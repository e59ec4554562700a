using Microsoft.Extensions.DependencyInjection;

namespace CookieConsent;

/// <summary>What <c>AddCookieConsent</c> returns, for further packages to extend.</summary>
public sealed class CookieConsentBuilder
{
    internal CookieConsentBuilder(IServiceCollection services) => Services = services;

    /// <summary>The app's services.</summary>
    public IServiceCollection Services { get; }
}
