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
        if (context.Features.Get<IRequestCultureFeature>() is { } culture)
        {
            return languages.Choose([culture.RequestCulture.UICulture.Name]);
        }

        if (policy.Settings.Language is { } language)
        {
            return languages.Choose([language]);
        }

        if (!context.Response.HasStarted && !context.Response.Headers.Vary.Contains(HeaderNames.AcceptLanguage))
        {
            context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        }

        return languages.Choose(context.Request.GetTypedHeaders().AcceptLanguage
            .Where(wish => wish.Quality is null or > 0)
            .OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => wish.Value.ToString()));
    }
}
