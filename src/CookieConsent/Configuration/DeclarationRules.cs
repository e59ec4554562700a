using System.Globalization;

namespace CookieConsent.Configuration;

/// <summary>Rules for <c>Declaration</c>.</summary>
internal static class DeclarationRules
{
    /// <summary>Digits of a declaration's hash: enough that no two declarations of one site meet.</summary>
    public const int HashLength = 16;

    public static void Check(CookieConsentOptions options, List<Mistake> mistakes)
    {
        string path = $"{options.SectionPath}:Declaration";
        (string? hash, string? changed) = (options.Declaration.Hash, options.Declaration.Changed);
        if (hash is not null && (hash.Length != HashLength || !hash.All(char.IsAsciiHexDigit)))
        {
            mistakes.Add(new Mistake($"{path}:Hash", hash, $"the hash of a declaration has {HashLength} hexadecimal digits.", "Copy it from the log or from declaration.json."));
        }

        if (changed is not null && !TryReadDate(changed, out _))
        {
            mistakes.Add(new Mistake($"{path}:Changed", changed, "the date of the last change is a day of the calendar, year first.", "Write it as 2026-11-22."));
        }

        if (hash is null != changed is null)
        {
            mistakes.Add(new Mistake($"{path}:{(hash is null ? "Hash" : "Changed")}", null, "the hash and the date of the last change belong together.", "Write both, or neither."));
        }
    }

    public static bool TryReadDate(string? text, out DateOnly date) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
