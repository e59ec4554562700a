using System.Globalization;
using System.Text.RegularExpressions;

namespace CookieConsent.Configuration;

/// <summary>Rules for the settings that stand directly in the section.</summary>
internal static partial class GeneralRules
{
    public static void Check(CookieConsentOptions options, List<Mistake> mistakes)
    {
        if (options.ValidForMonths is < 1 or > 12)
        {
            mistakes.Add(new Mistake(
                $"{options.SectionPath}:ValidForMonths",
                options.ValidForMonths.ToString(CultureInfo.InvariantCulture),
                "an answer is kept for 1 to 12 months, and no longer than 365 days.",
                "Use 6 unless your regulator says otherwise."));
        }

        if (OptionsCheck.BadAddress($"{options.SectionPath}:PolicyUrl", options.PolicyUrl) is { } address)
        {
            mistakes.Add(address);
        }

        if (OptionsCheck.BadPath($"{options.SectionPath}:RoutePrefix", options.RoutePrefix) is { } prefix)
        {
            mistakes.Add(prefix);
        }
        else if (options.RoutePrefix.TrimEnd('/').Length == 0)
        {
            mistakes.Add(new Mistake($"{options.SectionPath}:RoutePrefix", options.RoutePrefix, "the library cannot answer for the whole site.", "Use /_cookie-consent, or another path that the site does not need."));
        }

        if (options.Language is { } language && !IsLanguage(language))
        {
            mistakes.Add(BadLanguage($"{options.SectionPath}:Language", language));
        }

        if (!IsIdentifier(options.Signals.DataLayer))
        {
            mistakes.Add(new Mistake($"{options.SectionPath}:Signals:DataLayer", options.Signals.DataLayer, "the queue is a variable of the page: letters, digits, _ and $, not beginning with a digit.", "Use dataLayer unless your Google tag names another."));
        }

        foreach (string key in options.Texts.Keys.Where(key => !IsLanguage(key)))
        {
            mistakes.Add(BadLanguage($"{options.SectionPath}:Texts:{key}", key));
        }
    }

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(static character => char.IsAsciiLetterOrDigit(character) || character is '_' or '$');

    private static Mistake BadLanguage(string path, string value) =>
        new(path, value, "there is no such language.", "Use a culture name, en or pt-BR for instance.");

    private static bool IsLanguage(string name)
    {
        try
        {
            return name.Length > 0 && CultureInfo.GetCultureInfo(name, predefinedOnly: true) is not null;
        }
        catch (CultureNotFoundException)
        {
            // With invariant globalization no culture is known, so the name's shape must do.
            return CultureInfo.GetCultures(CultureTypes.NeutralCultures).Length <= 1 && LanguageName().IsMatch(name);
        }
    }

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageName();
}
