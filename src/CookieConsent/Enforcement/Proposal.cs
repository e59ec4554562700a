namespace CookieConsent.Enforcement;

/// <summary>The entry that would declare what was seen, ready to be pasted.</summary>
/// <param name="Into">Name of the setting that it goes into.</param>
/// <param name="Json">The entry, or null where nothing can or need be pasted.</param>
/// <param name="Note">What the developer must know about it.</param>
internal sealed record Proposal(string Into, string? Json, string Note);
