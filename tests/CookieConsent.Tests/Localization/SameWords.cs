namespace CookieConsent.Tests.Localization;

/// <summary>The words, by language, that are written as in English. A line that is not needed fails a test.</summary>
internal static class SameWords
{
    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["da"] = ["Cookie", "{count} cookie", "{count} cookies", "Reference: {reference}", "Session"],
        ["de"] = ["Cookie", "Name"],
        ["el"] = ["Cookie", "{count} cookie", "{count} cookies"],
        ["es"] = ["Cookie", "{count} cookie", "{count} cookies"],
        ["es-419"] = ["Cookie", "{count} cookie", "{count} cookies"],
        ["fr"] = ["Cookie", "{count} cookie", "{count} cookies", "{count} minute", "{count} minutes", "Session"],
        ["fr-CA"] = ["{count} minute", "{count} minutes", "Session"],
        ["gl"] = ["Cookie", "{count} cookie", "{count} cookies"],
        ["id"] = ["Cookie"],
        ["it"] = ["Cookie", "{count} cookie"],
        ["ja"] = ["Cookie"],
        ["mt"] = ["Cookie", "{count} cookie", "{count} cookies"],
        ["nl"] = ["Cookie", "{count} cookie", "{count} cookies", "Contact: {contact}."],
        ["pt"] = ["Cookie", "{count} cookie", "{count} cookies"],
        ["pt-BR"] = ["Cookie", "{count} cookie", "{count} cookies"],
        ["ro"] = ["Cookie", "{count} cookie"],
        ["sv"] = ["Session"],
        ["vi"] = ["Cookie"],
        ["zh-Hans"] = ["Cookie"],
        ["zh-Hant"] = ["Cookie"],
    };

    public static IEnumerable<string> Languages => Words.Keys;

    public static string[] In(string language) => Words.GetValueOrDefault(language, []);
}
