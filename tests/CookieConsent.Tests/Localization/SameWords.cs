namespace CookieConsent.Tests.Localization;

/// <summary>The words, by language, that are written as in English. A line that is not needed fails a test.</summary>
internal static class SameWords
{
    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["da"] = ["Cookie", "{count} cookie", "{count} cookies", "Cookies: {category}", "Reference: {reference}", "Session"],
        ["de"] = ["Cookie", "Cookies: {category}", "Name"],
        ["fr"] = ["Cookie", "{count} cookie", "{count} cookies", "{count} minute", "{count} minutes", "Session"],
        ["fr-CA"] = ["{count} minute", "{count} minutes", "Session"],
        ["nl"] = ["Cookie", "{count} cookie", "{count} cookies", "Cookies: {category}", "Contact: {contact}."],
        ["sv"] = ["Session"],
    };

    public static string[] In(string language) => Words.GetValueOrDefault(language, []);
}
