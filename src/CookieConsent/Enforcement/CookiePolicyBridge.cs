using CookieConsent.Decision;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace CookieConsent.Enforcement;

/// <summary>Makes ASP.NET Core's own cookie policy agree with ours where an app uses it for <c>SameSite</c> and <c>Secure</c>.</summary>
/// <remarks>
/// <c>UseCookiePolicy</c> replaces <see cref="ITrackingConsentFeature"/>, and without <c>CheckConsentNeeded</c> its own
/// says that everybody may be tracked. Where the app set <c>CheckConsentNeeded</c> itself, two consents are at work, which the lint reports.
/// </remarks>
internal sealed class CookiePolicyBridge : IPostConfigureOptions<CookiePolicyOptions>
{
    /// <summary>What <c>UseCookiePolicy</c> asks where the app leaves the question to us.</summary>
    public static readonly Func<HttpContext, bool> Ours = static context => context.Features.Get<ICookieConsentFeature>() is ITrackingConsentFeature { CanTrack: false };

    public void PostConfigure(string? name, CookiePolicyOptions options)
    {
        if (options.CheckConsentNeeded is not null)
        {
            return;
        }

        options.CheckConsentNeeded = Ours;

        // A consent cookie of its own, set in former days, says nothing about categories.
        options.ConsentCookieValue = Guid.NewGuid().ToString("N");

        // What gets so far has passed us. The app's own hook comes last: it may still veto.
        Action<AppendCookieContext> issue = static append => append.IssueCookie = true;
        options.OnAppendCookie = issue + options.OnAppendCookie;
    }
}
