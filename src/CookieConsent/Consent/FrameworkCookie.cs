using CookieConsent.Catalogue;

namespace CookieConsent.Consent;

/// <summary>An essential cookie that the app's own framework services can set, under the name that the app gave it.</summary>
/// <param name="Name">The name or pattern; a large cookie is split into <c>nameC1</c>, <c>nameC2</c> and so on.</param>
/// <param name="CategoryId"><c>session</c> or <c>operational</c>.</param>
/// <param name="Text">Key of its purpose and reason in the language files.</param>
/// <param name="Lifetime">How long it stays.</param>
internal sealed record FrameworkCookie(string Name, string CategoryId, string Text, CookieLifetime Lifetime);
