namespace CookieConsent.Localization;

/// <summary>What a language's name says by itself. Nothing here asks the system's culture data, which an app can do without.</summary>
internal static class LanguageName
{
    /// <summary>Where the parent is not the name without its last part; "" has none.</summary>
    private static readonly Dictionary<string, string> Parents = new(StringComparer.OrdinalIgnoreCase)
    {
        // Chinese is chosen by script: a region says which, and no reader of one is served the other.
        ["zh"] = "zh-Hans",
        ["zh-Hant"] = "",
        ["zh-TW"] = "zh-Hant",
        ["zh-HK"] = "zh-Hant",
        ["zh-MO"] = "zh-Hant",

        // So is Serbian; Cyrillic is its plain form.
        ["sr-Latn"] = "",
        ["sr-ME"] = "sr-Latn",
        ["sh"] = "sr-Latn",

        // The Norwegians share a name that most browsers send for Bokmål.
        ["no"] = "nb",
        ["nb"] = "no",
        ["nn"] = "no",

        // Names of before 1989 that browsers and Java still send.
        ["iw"] = "he",
        ["in"] = "id",
        ["mo"] = "ro",
    };

    /// <summary>Where Spanish is Latin American (CLDR's parents of locales).</summary>
    private static readonly HashSet<string> LatinAmerica = new(
        "AR BO BR BZ CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV US UY VE".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Languages, and scripts where the name has one, that are written from right to left.</summary>
    private static readonly HashSet<string> RightToLeft = new(
        "ar arc ckb dv fa he iw ks mzn nqo pnb ps sd syr ug ur yi".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> RightToLeftScripts = new("Arab Hebr Nkoo Syrc Thaa".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>A language and its parents: <c>de-AT</c>, <c>de</c>; <c>es-MX</c>, <c>es-419</c>, <c>es</c>.</summary>
    public static IEnumerable<string> Lineage(string name)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        for (; name.Length > 0 && seen.Add(name); name = Parent(name))
        {
            yield return name;
        }
    }

    public static bool IsRightToLeft(string name)
    {
        string[] parts = name.Split('-');
        return parts.Skip(1).FirstOrDefault(part => part.Length == 4 && char.IsAsciiLetter(part[0])) is { } script
            ? RightToLeftScripts.Contains(script)
            : RightToLeft.Contains(parts[0]);
    }

    private static string Parent(string name) =>
        Parents.TryGetValue(name, out string? parent) ? parent
        : name.Length == 5 && name.StartsWith("es-", StringComparison.OrdinalIgnoreCase) && LatinAmerica.Contains(name[3..]) ? "es-419"
        : name[..Math.Max(0, name.LastIndexOf('-'))];
}
