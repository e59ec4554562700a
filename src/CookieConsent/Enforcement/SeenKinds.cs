using CookieConsent.Configuration;

namespace CookieConsent.Enforcement;

/// <summary>What others call the kinds of what is seen.</summary>
internal static class SeenKinds
{
    /// <summary>The script's and the meter's word, and the catalogue's for storage.</summary>
    public static string Tag(this SeenKind kind) => kind switch
    {
        SeenKind.LocalStorage => "local",
        SeenKind.SessionStorage => "session",
        SeenKind.IndexedDb => "indexeddb",
        SeenKind.Host => "host",
        _ => "cookie",
    };

    /// <summary>The owner's word; null for what nobody keeps.</summary>
    public static StorageType? Storage(this SeenKind kind) => kind switch
    {
        SeenKind.Cookie => StorageType.Cookie,
        SeenKind.LocalStorage => StorageType.LocalStorage,
        SeenKind.SessionStorage => StorageType.SessionStorage,
        SeenKind.IndexedDb => StorageType.IndexedDb,
        _ => null,
    };
}
