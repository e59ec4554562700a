namespace CookieConsent.Tests.Catalogue;

/// <summary>One line of a data file, as it was written.</summary>
internal sealed record CatalogueRow(string File, int Line, string[] Fields)
{
    public string this[int column] => Fields[column];

    public string Says(string mistake) => $"{File}:{Line}: {mistake}";
}
