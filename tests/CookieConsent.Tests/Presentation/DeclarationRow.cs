using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CookieConsent.Tests.Presentation;

/// <summary>One row of the declaration as a visitor reads it: the headings and the caption above it, and its cells.</summary>
internal sealed record DeclarationRow(string Category, string Vendor, string Access, string Name, string Purpose, string Lifetime, string Storage, string? Reason, bool IsFolded)
{
    public static IReadOnlyList<DeclarationRow> Of(IHtmlDocument page) => [.. page.QuerySelectorAll(".vc-declaration tbody tr").Select(Read)];

    public override string ToString() => string.Join('|', ((string?[])[Category, Vendor, Access, Name, Purpose, Lifetime, Storage, Reason]).OfType<string>());

    private static DeclarationRow Read(IElement row)
    {
        IElement table = row.Closest("table")!;
        IElement? folded = table.Closest("details");
        string[] cells = [.. row.Children.Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
        return new DeclarationRow(Above(folded ?? table, "[id^=vc-in-]"), Above(folded ?? table, "h2, h3, h4, h5, h6"), table.QuerySelector("caption")!.TextContent, cells[0], cells[1], cells[2], cells[3], cells.ElementAtOrDefault(4), folded is not null);
    }

    private static string Above(IElement? element, string heading) =>
        element is null ? "" : element.Matches(heading) ? element.TextContent : Above(element.PreviousElementSibling, heading);
}
