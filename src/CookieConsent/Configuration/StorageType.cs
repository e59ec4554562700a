namespace CookieConsent.Configuration;

/// <summary>Where the browser keeps an entry; the law treats all of them alike (EDPB Guidelines 2/2023).</summary>
public enum StorageType
{
    /// <summary>A cookie.</summary>
    Cookie,

    /// <summary>An entry of <c>localStorage</c>.</summary>
    LocalStorage,

    /// <summary>An entry of <c>sessionStorage</c>.</summary>
    SessionStorage,

    /// <summary>A database of IndexedDB.</summary>
    IndexedDb,

    /// <summary>A tracking pixel: nothing is kept, but the request itself identifies the browser.</summary>
    Pixel,
}
