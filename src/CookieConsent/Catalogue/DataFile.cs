using System.Runtime.CompilerServices;

namespace CookieConsent.Catalogue;

/// <summary>A tab-separated file of the catalogue: its text as it is, and where its rows begin. Nothing is read before it is asked for.</summary>
internal sealed class DataFile
{
    private readonly string _name;
    private readonly string _text;
    private readonly int _width;
    private readonly int[] _starts;

    /// <param name="name">The file's name, for messages.</param>
    /// <param name="columns">What the first line must be.</param>
    /// <param name="text">The whole file.</param>
    public DataFile(string name, string columns, string text)
    {
        _name = name;
        _text = text;
        _width = columns.AsSpan().Count('\t') + 1;
        _starts = FindStarts(text);
        if (!Line(-1).SequenceEqual(columns))
        {
            throw new FormatException($"{name}:1: the first line must be the column names, separated by tabs: {columns.Replace("\t", ", ")}.");
        }
    }

    /// <summary>How many rows there are below the columns' names.</summary>
    public int Rows => _starts.Length - 2;

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

    private ReadOnlySpan<char> Line(int row) => _text.AsSpan(_starts[row + 1].._starts[row + 2]).TrimEnd("\r\n");

    // Runs once, over thousands of lines, at every start: code that is compiled in a hurry would take ten times as long.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] FindStarts(string text)
    {
        ReadOnlySpan<char> all = text;
        int[] starts = new int[all.Count('\n') + (text.EndsWith('\n') ? 1 : 2)];
        for (int line = 1, next = 0; line < starts.Length; line++)
        {
            int end = all[next..].IndexOf('\n');
            next = end < 0 ? text.Length : next + end + 1;
            starts[line] = next;
        }

        return starts;
    }
}
