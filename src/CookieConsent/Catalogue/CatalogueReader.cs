namespace CookieConsent.Catalogue;

/// <summary>Reads the catalogue's tab-separated files; a mistake names its file and line.</summary>
internal static class CatalogueReader
{
    private const string VendorColumns = "id\tname\tcategory\torigins\tpolicy\topt-out\tsignal\tstatus";
    private const string CookieColumns = "pattern\tvendor\tcategory\tlifetime\thost\tpurpose";

    public static TextReader OpenEmbedded(string file) =>
        new StreamReader(typeof(CatalogueReader).Assembly.GetManifestResourceStream("Catalogue." + file)!);

    public static IReadOnlyList<CataloguedVendor> ReadVendors(TextReader reader) =>
        Read(reader, "vendors.tsv", VendorColumns, static field => new CataloguedVendor(
            field[0],
            field[1],
            field[2],
            field[3].Split(' ', StringSplitOptions.RemoveEmptyEntries),
            OrNull(field[4]),
            OrNull(field[5]),
            OrNull(field[6]),
            field[7] switch
            {
                "" => false,
                "discontinued" => true,
                var other => throw new FormatException($"status '{other}' is neither empty nor 'discontinued'."),
            }));

    public static IReadOnlyList<CataloguedCookie> ReadCookies(TextReader reader) =>
        Read(reader, "cookies.tsv", CookieColumns, static field => new CataloguedCookie(
            CookiePattern.Parse(field[0]),
            field[1],
            field[2],
            CookieLifetime.TryParse(field[3], out CookieLifetime lifetime)
                ? lifetime
                : throw new FormatException($"lifetime '{field[3]}' is neither 'session' nor an ISO 8601 duration."),
            OrNull(field[4]),
            field[5]));

    private static List<T> Read<T>(TextReader reader, string file, string columns, Func<string[], T> parse)
    {
        using (reader)
        {
            if (reader.ReadLine() != columns)
            {
                throw new FormatException($"{file}:1: the first line must be the column names, separated by tabs: {columns.Replace("\t", ", ")}.");
            }

            var rows = new List<T>();
            int width = columns.Count(character => character == '\t') + 1;
            for (int line = 2; reader.ReadLine() is { } text; line++)
            {
                string[] fields = text.Split('\t');
                try
                {
                    rows.Add(fields.Length == width ? parse(fields) : throw new FormatException($"{fields.Length} columns instead of {width}."));
                }
                catch (FormatException exception)
                {
                    throw new FormatException($"{file}:{line}: {exception.Message}", exception);
                }
            }

            return rows;
        }
    }

    private static string? OrNull(string field) => field.Length == 0 ? null : field;
}
