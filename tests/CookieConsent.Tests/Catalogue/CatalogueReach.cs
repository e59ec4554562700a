using CookieConsent.Catalogue;

namespace CookieConsent.Tests.Catalogue;

/// <summary>How far the rows without a host reach, which claim cookies of the site itself.</summary>
internal static class CatalogueReach
{
    private const int Pattern = 0, Vendor = 1, Category = 2, Host = 4, Storage = 5;

    /// <summary>Near misses of vendors' names, and words that a broad row would soon swallow.</summary>
    private static readonly string[] Nobodys =
    [
        "_g", "_gang", "_gasket", "gaid", "_g_user", "session_preferences", "sessionPrefs", "cartoon", "checkoutStep", "mp_settings", "mp_user_id",
        "aspnetcore", "AspNetCore.Session", "_p", "_pk", "_pkid", "hjem", "hotjar", "TS02abc", "SESSIONFOO", "_hs", "_h", "intercom", "stripe",
        "uid", "IDE", "MUID", "c", "i", "u", "ts", "token", "C", "audience", "my_cookie", "theme", "prefs", "basket", "lang", "locale", "currency",
        "user_id", "visitor", "amp", "AMP", "_s1", "sp_custom", "_cs_theme", "_lo_theme", "bm_theme", "rl_theme", "lc_theme", "dw_theme", "Hm_", "fs_theme", "ud_theme",
    ];

    public static IEnumerable<string> Mistakes(IReadOnlyList<CatalogueRow> rows)
    {
        (CatalogueRow Row, CookiePattern Pattern)[] claims = [.. rows.Where(row => row[Host].Length == 0)
            .SelectMany(row => CookiePattern.TryParse(row[Pattern], out CookiePattern? pattern, out _) ? [(row, pattern!)] : Array.Empty<(CatalogueRow, CookiePattern)>())];
        return
        [
            .. from claim in claims
               where claim.Row[Storage].Length == 0
               from name in Nobodys.Where(name => claim.Pattern.Matches(name))
               select claim.Row.Says($"'{claim.Pattern}' claims '{name}', which any site may call its own cookie"),
            .. from claim in claims
               where !claim.Pattern.IsExact && PassesUnasked(claim.Row)
               from other in claims
               where !PassesUnasked(other.Row) && other.Row[Vendor] != claim.Row[Vendor] && other.Row[Storage] == claim.Row[Storage]
               where claim.Pattern.Matches(other.Pattern.Text.Replace("*", "Zz9", StringComparison.Ordinal))
               select claim.Row.Says($"'{claim.Pattern}' passes without consent and reaches '{other.Pattern}' of {other.Row[Vendor]}, line {other.Row.Line}, which needs it"),
        ];
    }

    /// <summary>Payment too: a site may grant it on its paths.</summary>
    private static bool PassesUnasked(CatalogueRow row) => KnownCategory.IsEssential(row[Category]) || row[Category] == KnownCategory.Payment;
}
