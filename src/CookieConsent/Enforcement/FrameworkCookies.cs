using System.Diagnostics.CodeAnalysis;
using CookieConsent.Catalogue;
using CookieConsent.Consent;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Session;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CookieConsent.Enforcement;

/// <summary>The cookies that the app's own framework services can set, under the names that the app gave them.</summary>
internal static class FrameworkCookies
{
    private static readonly CookieLifetime OneYear = new(12, 0);

    public static IReadOnlyList<FrameworkCookie> Of(IServiceProvider services)
    {
        var cookies = new List<FrameworkCookie>();
        if (Has<ISessionStore>(services))
        {
            Add(cookies, Options<SessionOptions>(services).Cookie, KnownCategory.Session, "Session");
        }

        if (Has<IAntiforgery>(services))
        {
            Add(cookies, Options<AntiforgeryOptions>(services).Cookie, KnownCategory.Session, "Antiforgery");
        }

        if (services.GetService<ITempDataProvider>() is CookieTempDataProvider)
        {
            Add(cookies, Options<CookieTempDataProviderOptions>(services).Cookie, KnownCategory.Session, "TempData");
        }

        if (services.GetServices<IConfigureOptions<RequestLocalizationOptions>>().Any())
        {
            foreach (CookieRequestCultureProvider culture in Options<RequestLocalizationOptions>(services).RequestCultureProviders.OfType<CookieRequestCultureProvider>())
            {
                cookies.Add(new FrameworkCookie(culture.CookieName, KnownCategory.Operational, "Culture", OneYear));
            }
        }

        AddSchemes(services, cookies);
        return cookies;
    }

    private static void AddSchemes(IServiceProvider services, List<FrameworkCookie> cookies)
    {
        // The default provider answers at once; one that has to wait is left to IsEssential, which sign-in cookies carry.
        if (services.GetService<IAuthenticationSchemeProvider>()?.GetAllSchemesAsync() is not { IsCompletedSuccessfully: true } schemes)
        {
            return;
        }

        foreach (AuthenticationScheme scheme in schemes.Result)
        {
            if (typeof(CookieAuthenticationHandler).IsAssignableFrom(scheme.HandlerType))
            {
                CookieAuthenticationOptions options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme.Name);
                Add(cookies, options.Cookie, KnownCategory.Operational, "SignIn", new CookieLifetime(0, (long)options.ExpireTimeSpan.TotalSeconds));
            }
            else if (typeof(IAuthenticationRequestHandler).IsAssignableFrom(scheme.HandlerType))
            {
                cookies.Add(new FrameworkCookie(".AspNetCore.Correlation.*", KnownCategory.Operational, "ExternalSignIn", new CookieLifetime(0, 15 * 60)));
            }
        }
    }

    private static void Add(List<FrameworkCookie> cookies, CookieBuilder cookie, string category, string text, CookieLifetime lifetime = default)
    {
        if (cookie.Name is { Length: > 0 } name && CookiePattern.TryParse(name, out _, out _))
        {
            cookies.Add(new FrameworkCookie(name, category, text, lifetime));
        }
    }

    private static bool Has<T>(IServiceProvider services) =>
        services.GetService<IServiceProviderIsService>()?.IsService(typeof(T)) ?? false;

    private static T Options<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>(IServiceProvider services)
        where T : class => services.GetRequiredService<IOptions<T>>().Value;
}
