namespace CookieConsent.Enforcement;

/// <summary>What was seen: a cookie, or what the browser's script told of.</summary>
internal enum SeenKind
{
    Cookie,
    LocalStorage,
    SessionStorage,
    IndexedDb,

    /// <summary>A host whose content was stopped at a gate.</summary>
    Host,
}
