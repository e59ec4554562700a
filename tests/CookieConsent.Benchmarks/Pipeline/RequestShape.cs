namespace CookieConsent.Benchmarks.Pipeline;

/// <summary>What one request brings.</summary>
/// <param name="Cookies">The <c>Cookie</c> header, or null.</param>
/// <param name="Path">Where it goes, which decides what the site does.</param>
/// <param name="IsNavigation">It opens a page.</param>
internal sealed record RequestShape(string? Cookies, string Path = SiteAnswer.Nothing, bool IsNavigation = false);
