using CookieConsent.Catalogue;

namespace CookieConsent.Tests.Catalogue;

/// <summary>The rules of the two data files. What the reader lets pass at every start, because it was tried here, is tried here.</summary>
internal static class CatalogueRules
{
    private const string VendorColumns = "id\tname\tcategory\torigins\tpolicy\topt-out\tsignal\tstatus";
    private const string CookieColumns = "pattern\tvendor\tcategory\tlifetime\thost\tstorage\tpurpose";

    private static readonly string[] Signals = ["", "clarity", "google", "meta", "microsoft-uet"];
    private static readonly string[] Storages = ["", "indexeddb", "local", "session"];

    /// <summary>Every mistake as <c>file:line: what is wrong</c>.</summary>
    public static IReadOnlyList<string> Mistakes(string vendors, string cookies)
    {
        var mistakes = new List<string>();
        List<CatalogueRow> vendorRows = Rows("vendors.tsv", vendors, VendorColumns, mistakes);
        List<CatalogueRow> cookieRows = Rows("cookies.tsv", cookies, CookieColumns, mistakes);
        HashSet<string> ids = [.. vendorRows.Select(row => row[0])];
        mistakes.AddRange(vendorRows.SelectMany(row => Vendor(row).Select(row.Says)));
        mistakes.AddRange(cookieRows.SelectMany(row => Cookie(row, ids).Select(row.Says)));
        mistakes.AddRange(Order(vendorRows, row => row[0]));
        mistakes.AddRange(Order(cookieRows, row => $"{row[1]}\t{row[4]}\t{row[5]}\t{row[0]}"));
        mistakes.AddRange(Twice(vendorRows.SelectMany(row => row[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(origin => (row, origin))), "the origin {0}"));
        mistakes.AddRange(Twice(vendorRows.Select(row => (row, row[1])), "the name {0}"));
        mistakes.AddRange(Twice(cookieRows.Select(row => (row, $"{row[0]} {row[4]} {row[5]}".TrimEnd())), "the cookie {0}"));
        mistakes.AddRange(CatalogueReach.Mistakes(cookieRows));
        return mistakes;
    }

    private static IEnumerable<string> Vendor(CatalogueRow row)
    {
        if (!row[0].Split('-').All(part => part.Length > 0 && part.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character))))
        {
            yield return "the id is not made of lower-case words with hyphens";
        }

        if (row[1].Length == 0)
        {
            yield return "the vendor has no name";
        }

        foreach (string origin in row[3].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!AddressPattern.TryParse(origin, out AddressPattern? pattern, out string? brokenRule))
            {
                yield return $"origin '{origin}': {brokenRule}";
            }
            else if (pattern!.Text != pattern.Text.Split('/')[0].ToLowerInvariant() + (pattern.Text.Contains('/') ? pattern.Text[pattern.Text.IndexOf('/')..] : ""))
            {
                yield return $"origin '{origin}': a host is written in lower case";
            }
        }

        foreach (string address in new[] { row[4], row[5] })
        {
            if (address.Length > 0 && !(address.StartsWith("https://", StringComparison.Ordinal) && Uri.IsWellFormedUriString(address, UriKind.Absolute)))
            {
                yield return $"'{address}' is no https address";
            }
        }

        if (!KnownCategory.All.Contains(row[2]))
        {
            yield return $"there is no category '{row[2]}'";
        }

        if (!Signals.Contains(row[6]))
        {
            yield return $"there is no signal '{row[6]}'";
        }

        if (row[7] is not ("" or "discontinued"))
        {
            yield return $"status '{row[7]}' is neither empty nor 'discontinued'";
        }
    }

    private static IEnumerable<string> Cookie(CatalogueRow row, HashSet<string> vendorIds)
    {
        if (!CookiePattern.TryParse(row[0], out CookiePattern? pattern, out string? brokenRule))
        {
            yield return $"pattern '{row[0]}': {brokenRule}";
        }
        else if (!pattern!.IsExact && (pattern.Prefix.Length < 2 || pattern.FixedLength < FixedCharacters(row)))
        {
            yield return $"pattern '{row[0]}' has fewer than {FixedCharacters(row)} fixed characters, or fewer than two before its *";
        }

        if (!vendorIds.Contains(row[1]))
        {
            yield return $"there is no vendor '{row[1]}'";
        }

        if (!KnownCategory.All.Contains(row[2]))
        {
            yield return $"there is no category '{row[2]}'";
        }

        bool isStored = row[5] is "local" or "indexeddb";
        if (isStored ? row[3].Length > 0 : !CookieLifetime.TryParse(row[3], out CookieLifetime lifetime))
        {
            yield return isStored ? "local storage and databases have no lifetime" : $"lifetime '{row[3]}' is neither 'session' nor an ISO 8601 duration";
        }
        else if (!isStored && row[2] == KnownCategory.Session && CookieLifetime.TryParse(row[3], out lifetime) && lifetime is not { Months: 0, Seconds: <= 86_400 })
        {
            yield return "the category 'session' ends within a day";
        }

        if (row[4].Length > 0 && (!AddressPattern.TryParse(row[4], out AddressPattern? host, out _) || host!.Key != row[4]))
        {
            yield return $"'{row[4]}' is no host";
        }

        if (!Storages.Contains(row[5]))
        {
            yield return $"there is no storage '{row[5]}'";
        }

        if (row[6].Length is < 5 or > 90 || row[6].EndsWith('.') || !char.IsUpper(row[6][0]))
        {
            yield return "the purpose is a sentence of 5 to 90 characters without a full stop";
        }
    }

    /// <summary>A wildcard may err towards asking, never away from it; a third party's counts on its own host alone.</summary>
    private static int FixedCharacters(CatalogueRow row) => row[4].Length > 0 ? 2 : KnownCategory.IsEssential(row[2]) || row[2] == KnownCategory.Payment ? 4 : 3;

    private static IEnumerable<string> Order(List<CatalogueRow> rows, Func<CatalogueRow, string> key) => rows.Zip(rows.Skip(1))
        .Where(pair => string.CompareOrdinal(key(pair.First), key(pair.Second)) > 0)
        .Select(pair => pair.Second.Says("the line stands out of order"));

    private static IEnumerable<string> Twice(IEnumerable<(CatalogueRow Row, string Key)> entries, string what) => entries
        .GroupBy(entry => entry.Key)
        .SelectMany(group => group.Skip(1).Select(entry => entry.Row.Says($"{string.Format(null, what, group.Key)} stands in line {group.First().Row.Line} already")));

    private static List<CatalogueRow> Rows(string file, string text, string columns, List<string> mistakes)
    {
        string[] lines = text.TrimEnd('\n').Split('\n');
        if (lines[0] != columns)
        {
            mistakes.Add($"{file}:1: the columns are others");
        }

        CatalogueRow[] all = [.. lines.Skip(1).Select((line, index) => new CatalogueRow(file, index + 2, line.Split('\t')))];
        int width = columns.Split('\t').Length;
        mistakes.AddRange(all.Where(row => row.Fields.Length != width).Select(row => row.Says($"{row.Fields.Length} columns instead of {width}")));
        mistakes.AddRange(all.Where(row => row.Fields.Any(field => field != field.Trim())).Select(row => row.Says("a space stands at the edge of a field")));
        return [.. all.Where(row => row.Fields.Length == width)];
    }
}
