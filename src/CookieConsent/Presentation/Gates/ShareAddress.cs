using System.Web;

namespace CookieConsent.Presentation.Gates;

/// <summary>The networks' plain addresses for sharing a page: what their buttons do, without loading anything from them.</summary>
internal static class ShareAddress
{
    private static readonly Dictionary<string, string> Networks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["facebook"] = "https://www.facebook.com/sharer/sharer.php?u=",
        ["linkedin"] = "https://www.linkedin.com/sharing/share-offsite/?url=",
        ["pinterest"] = "https://www.pinterest.com/pin/create/button/?url=",
        ["reddit"] = "https://www.reddit.com/submit?url=",
        ["telegram"] = "https://t.me/share/url?url=",
        ["tumblr"] = "https://www.tumblr.com/widgets/share/tool?canonicalUrl=",
        ["whatsapp"] = "https://wa.me/?text=",
        ["x-twitter"] = "https://x.com/intent/post?url=",
        ["xing"] = "https://www.xing.com/spi/shares/new?url=",
    };

    /// <summary>Frames that show nothing but a button, and the field of theirs that names the page.</summary>
    private static readonly (string Frame, string Network, string Field)[] Buttons =
    [
        ("https://www.facebook.com/plugins/like.php", "facebook", "href"),
        ("https://www.facebook.com/plugins/share_button.php", "facebook", "href"),
        ("https://platform.twitter.com/widgets/tweet_button.html", "x-twitter", "url"),
        ("https://platform.x.com/widgets/tweet_button.html", "x-twitter", "url"),
    ];

    /// <summary>The networks that a page can be shared on by a plain link.</summary>
    public static IEnumerable<string> Known => Networks.Keys;

    /// <summary>The address that shares a page, or null where the network has none.</summary>
    public static string? Of(string network, string page) =>
        Networks.TryGetValue(network, out string? start) ? start + Uri.EscapeDataString(page) : null;

    /// <summary>The plain address of a frame that shows nothing but a share button, or null.</summary>
    public static string? OfFrame(string frame)
    {
        string address = frame.StartsWith("//", StringComparison.Ordinal) ? "https:" + frame : frame;
        foreach ((string start, string network, string field) in Buttons)
        {
            if (address.StartsWith(start, StringComparison.OrdinalIgnoreCase)
                && Uri.TryCreate(address.Replace('#', '?'), UriKind.Absolute, out Uri? uri)
                && HttpUtility.ParseQueryString(uri.Query)[field] is { Length: > 0 } page)
            {
                return Of(network, page);
            }
        }

        return null;
    }
}
