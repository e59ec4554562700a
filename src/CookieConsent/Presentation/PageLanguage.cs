using CookieConsent.Consent;
using CookieConsent.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Net.Http.Headers;

namespace CookieConsent.Presentation;

/// <summary>Which language the page is in: the app's request culture, else the owner's language, else the browser's wish.</summary>
internal static class PageLanguage
{
    public static LanguageTexts Of(HttpContext context, ConsentPolicy policy, LanguageSelector languages)
    {
        if (Wished(context, policy, languages) is { } wished)
        {
            if (!context.Response.HasStarted && !context.Response.Headers.Vary.Contains(HeaderNames.AcceptLanguage))
            {
                context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
            }

            return wished;
        }

        return languages.Choose([Culture(context) ?? policy.Settings.Language!]);
    }

    /// <summary>What the browser's wish comes to; null where it is not asked, because app or owner have chosen.</summary>
    public static LanguageTexts? Wished(HttpContext context, ConsentPolicy policy, LanguageSelector languages) =>
        Culture(context) is null && policy.Settings.Language is null
            ? languages.Choose(context.Request.GetTypedHeaders().AcceptLanguage
                .Where(wish => wish.Quality is null or > 0)
                .OrderByDescending(wish => wish.Quality ?? 1)
                .Select(wish => wish.Value.ToString()))
            : null;

    private static string? Culture(HttpContext context) => context.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture.Name;
}
