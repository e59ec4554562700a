using Microsoft.AspNetCore.Http;

namespace CookieConsent.Presentation.Placement;

/// <summary>What a page has placed itself, and therefore is not placed for it.</summary>
internal sealed class Placed
{
    private static readonly object Key = new();

    /// <summary>The script and the stylesheet.</summary>
    public bool Head { get; set; }

    /// <summary>The same, if the script need not run where it stands.</summary>
    public HeadMarkup? Markup { get; set; }

    /// <summary>Nothing in the head has to come after the script.</summary>
    public bool IsHeadQuiet { get; set; }

    public bool Bar { get; set; }

    /// <summary>A link to the settings, or the place where one stands after a decision.</summary>
    public bool SettingsLink { get; set; }

    /// <summary>The view whose script of a vendor was rendered last.</summary>
    public string? VendorScript { get; set; }

    public static Placed On(HttpContext context)
    {
        if (context.Items[Key] is not Placed placed)
        {
            context.Items[Key] = placed = new Placed();
        }

        return placed;
    }
}
