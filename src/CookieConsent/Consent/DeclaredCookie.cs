using CookieConsent.Catalogue;
using CookieConsent.Configuration;

namespace CookieConsent.Consent;

/// <summary>A cookie or storage entry that the declaration lists.</summary>
internal sealed record DeclaredCookie
{
    public required CookiePattern Pattern { get; init; }

    public required ConsentCategory Category { get; init; }

    /// <summary>The key of the owner's entry; null where the owner wrote none.</summary>
    public string? Key { get; init; }

    /// <summary>Who sets it; null for the site itself.</summary>
    public ConsentVendor? Vendor { get; init; }

    public CookieLifetime Lifetime { get; init; }

    /// <summary>The lifetime that the owner wrote, in whole months; 0 where it comes from the catalogue.</summary>
    public int MaterialMonths { get; init; }

    /// <summary>The owner's or the catalogue's words; null where <see cref="Essential"/> names a text or nobody wrote one.</summary>
    public string? Purpose { get; init; }

    /// <summary>What stops working without it; null where <see cref="Essential"/> names a text or nobody wrote one.</summary>
    public string? Reason { get; init; }

    /// <summary>Key of the language file's purpose and reason, for the cookies that the framework and the library set.</summary>
    public string? Essential { get; init; }

    public StorageType Storage { get; init; }

    /// <summary>What browsers keep of the site without an end of its own, where nobody declared one.</summary>
    public bool IsKeptUntilDeleted => Lifetime.IsSession && Storage is (StorageType.LocalStorage or StorageType.IndexedDb);

    /// <summary>The third party's host, for a cookie that this site's server never sees.</summary>
    public string? Host { get; init; }

    /// <summary>It is the vendor's alone: on a host of its own, or a pixel, which the vendor sees wherever it comes from.</summary>
    public bool IsThirdParty => Host is not null || (Storage == StorageType.Pixel && Vendor is not null);

    /// <summary>The path it is set with, where that is not <c>/</c>.</summary>
    public string? Path { get; init; }
}
