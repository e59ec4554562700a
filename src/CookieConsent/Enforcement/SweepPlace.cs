namespace CookieConsent.Enforcement;

/// <summary>One place where a cookie can stand.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Domain">Its domain, or null for the host alone.</param>
/// <param name="Text">What follows the name in the line that deletes a cookie there.</param>
internal readonly record struct SweepPlace(string Path, string? Domain, string Text);
