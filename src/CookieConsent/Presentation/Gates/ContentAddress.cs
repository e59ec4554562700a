namespace CookieConsent.Presentation.Gates;

/// <summary>Where the content of a player's frame is a page of its own, for a visitor who would rather go there.</summary>
internal static class ContentAddress
{
    private static readonly (string Frame, string Page)[] Players =
    [
        ("https://www.youtube.com/embed/", "https://www.youtube.com/watch?v="),
        ("https://www.youtube-nocookie.com/embed/", "https://www.youtube.com/watch?v="),
        ("https://player.vimeo.com/video/", "https://vimeo.com/"),
        ("https://open.spotify.com/embed/", "https://open.spotify.com/"),
        ("https://www.dailymotion.com/embed/video/", "https://www.dailymotion.com/video/"),
    ];

    /// <summary>The page; the frame's own address where none is known.</summary>
    public static string OfFrame(string frame)
    {
        string address = frame.StartsWith("//", StringComparison.Ordinal) ? "https:" + frame : frame;
        foreach ((string start, string page) in Players)
        {
            if (address.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                string rest = address[start.Length..];
                int end = rest.IndexOfAny(['?', '#']);
                return page + (end < 0 ? rest : rest[..end]);
            }
        }

        return address;
    }
}
