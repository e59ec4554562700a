using Microsoft.AspNetCore.Http;

namespace CookieConsent.Presentation.Placement;

/// <summary>What a page has placed itself, and therefore is not placed for it.</summary>
internal sealed class Placed
{
    private static readonly object Key = new();

    private readonly Endpoint? _endpoint;

    private Placed(Endpoint? endpoint) => _endpoint = endpoint;

    /// <summary>The script and the stylesheet.</summary>
    public bool Head { get; set; }

    /// <summary>They, if the script may wait.</summary>
    public HeadMarkup? Markup { get; set; }

    public bool Bar { get; set; }

    /// <summary>A link to the settings, or the place where one stands after a decision.</summary>
    public bool SettingsLink { get; set; }

    /// <summary>The view whose script of a vendor was rendered last.</summary>
    public string? VendorScript { get; set; }

    /// <summary>That of the page that is being made: where one fails, the request ends with the error page of another endpoint.</summary>
    public static Placed On(HttpContext context)
    {
        Endpoint? endpoint = context.GetEndpoint();
        if (context.Items[Key] is not Placed placed || placed._endpoint != endpoint)
        {
            context.Items[Key] = placed = new Placed(endpoint);
        }

        return placed;
    }
}
