using CookieConsent.Decision;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CookieConsent.Enforcement;

/// <summary>Makes ASP.NET Core's own cookie policy agree with ours where an app uses it for <c>SameSite</c> and <c>Secure</c>.</summary>
/// <remarks>
/// <c>UseCookiePolicy</c> replaces <see cref="ITrackingConsentFeature"/>, and without <c>CheckConsentNeeded</c> its own
/// says that everybody may be tracked. Where the app set <c>CheckConsentNeeded</c> itself, two consents are at work.
/// </remarks>
internal sealed class CookiePolicyBridge(ILogger<CookiePolicyBridge> logger) : IPostConfigureOptions<CookiePolicyOptions>
{
    public void PostConfigure(string? name, CookiePolicyOptions options)
    {
        if (options.CheckConsentNeeded is not null)
        {
            LogTwoConsents();
            return;
        }

        options.CheckConsentNeeded = static context => context.Features.Get<ICookieConsentFeature>() is ITrackingConsentFeature { CanTrack: false };

        // A consent cookie of its own, set in former days, says nothing about categories.
        options.ConsentCookieValue = Guid.NewGuid().ToString("N");

        // What gets so far has passed us. The app's own hook comes last: it may still veto.
        Action<AppendCookieContext> issue = static append => append.IssueCookie = true;
        options.OnAppendCookie = issue + options.OnAppendCookie;
    }

    private void LogTwoConsents() => logger.Log(LogLevel.Warning, new EventId(30, "TwoConsents"),
        "CookiePolicyOptions.CheckConsentNeeded is set, so UseCookiePolicy asks for a consent of its own and withholds session, TempData and culture cookies until it is given. Remove CheckConsentNeeded; cookies are withheld by category now.");
}
