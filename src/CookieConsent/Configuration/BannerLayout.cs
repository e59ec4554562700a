namespace CookieConsent.Configuration;

/// <summary>Where the banner stands. On a phone, and in a window too low for a card, it is always the bar.</summary>
public enum BannerLayout
{
    /// <summary>Along the lower edge, as wide as the window.</summary>
    Bar,

    /// <summary>A card in the middle of the lower edge.</summary>
    Box,

    /// <summary>A card in the lower corner where lines end: right where one writes from left to right.</summary>
    Corner,

    /// <summary>A card in the lower corner where lines begin: left where one writes from left to right.</summary>
    CornerStart,
}
