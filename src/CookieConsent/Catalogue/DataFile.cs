namespace CookieConsent.Catalogue;

/// <summary>A tab-separated file of the catalogue: its text as it is, and where its rows are. Nothing is read before it is asked for.</summary>
internal sealed class DataFile
{
    private readonly string _name;
    private readonly string _text;
    private readonly int _width;
    private readonly Range[] _lines;

    /// <param name="name">The file's name, for messages.</param>
    /// <param name="columns">What the first line must be.</param>
    /// <param name="text">The whole file.</param>
    public DataFile(string name, string columns, string text)
    {
        _name = name;
        _text = text;
        _width = columns.AsSpan().Count('\t') + 1;
        _lines = new Range[text.AsSpan().Count('\n') + (text.EndsWith('\n') ? 0 : 1)];
        text.AsSpan().Split(_lines, '\n');
        if (!Line(-1).SequenceEqual(columns))
        {
            throw new FormatException($"{name}:1: the first line must be the column names, separated by tabs: {columns.Replace("\t", ", ")}.");
        }
    }

    /// <summary>How many rows there are below the columns' names.</summary>
    public int Rows => _lines.Length - 1;

    /// <summary>The text of a file that is part of this assembly.</summary>
    public static string ReadEmbedded(string name)
    {
        using var reader = new StreamReader(typeof(DataFile).Assembly.GetManifestResourceStream("Catalogue." + name)!);
        return reader.ReadToEnd();
    }

    /// <summary>One field of one row; rows and columns count from 0.</summary>
    public ReadOnlySpan<char> Field(int row, int column)
    {
        ReadOnlySpan<char> rest = Line(row);
        for (; column > 0; column--)
        {
            rest = rest[(rest.IndexOf('\t') + 1)..];
        }

        int end = rest.IndexOf('\t');
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>Reads a row; a mistake in it names file and line.</summary>
    public T Read<T>(int row, Func<DataFile, int, T> read)
        where T : class
    {
        try
        {
            int width = Line(row).Count('\t') + 1;
            return width == _width ? read(this, row) : throw new FormatException($"{width} columns instead of {_width}.");
        }
        catch (FormatException exception)
        {
            throw new FormatException($"{_name}:{row + 2}: {exception.Message}", exception);
        }
    }

    public string? TextOrNull(int row, int column)
    {
        ReadOnlySpan<char> field = Field(row, column);
        return field.IsEmpty ? null : field.ToString();
    }

    /// <summary>One row, without the end of its line.</summary>
    public ReadOnlySpan<char> Line(int row) => _text.AsSpan(_lines[row + 1]).TrimEnd("\r\n");
}
