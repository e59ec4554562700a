namespace CookieConsent.Presentation.Gates;

/// <summary>A plain link in the place of a network's button.</summary>
/// <param name="Gate">What the button needs.</param>
/// <param name="Address">Where the link leads.</param>
/// <param name="Name">The network's name.</param>
/// <param name="Text">The site's own words, or null.</param>
/// <param name="Class">The button's classes, or null.</param>
/// <param name="Fragment">The key under which the button itself is found once it may be shown.</param>
/// <param name="Follows">It leads to a profile instead of sharing the page.</param>
internal sealed record ShareModel(Gate Gate, string Address, string Name, string? Text, string? Class, string Fragment, bool Follows = false);
