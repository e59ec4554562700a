namespace CookieConsent.Configuration;

/// <summary>A declared cookie or storage entry. What is left out comes from the catalogue, where it knows the name.</summary>
public sealed class CookieConsentCookieOptions
{
    /// <summary>The name or pattern, where it cannot be the entry's key (environment variables cannot carry <c>__</c> in a key). Default: the entry's key.</summary>
    public string? Name { get; set; }

    /// <summary>Id of the category. Default: the vendor's, else the catalogue's. What a third party keeps comes with its content, so it has no category but the vendor's.</summary>
    public string? Category { get; set; }

    /// <summary>Id of the vendor that sets it. Default: the catalogue's where <see cref="Category"/> is left out, else the site itself.</summary>
    public string? Vendor { get; set; }

    /// <summary>The third party's host that keeps it, <c>ads.acme.example</c>: the site's own server never sees it, so the entry serves the declaration alone and classifies no cookie of the site. Needs <see cref="Vendor"/>. Default: the host of the vendor's catalogued third-party row of that name, else none; empty where the site itself keeps it although the catalogue knows such a row.</summary>
    public string? Host { get; set; }

    /// <summary>What it is for, in plain words. Its absence is a finding of the lint.</summary>
    public string? Purpose { get; set; }

    /// <summary><c>session</c>, an ISO 8601 duration (<c>P13M</c>) or words (<c>13 months</c>). Default: the catalogue's, else <c>session</c>.</summary>
    public string? Lifetime { get; set; }

    /// <summary>For an essential cookie: what stops working without it. Its absence is a finding of the lint.</summary>
    public string? Reason { get; set; }

    /// <summary>Where the browser keeps it. A <see cref="StorageType.Pixel"/> of a vendor is a third party's. Default: <see cref="StorageType.Cookie"/>.</summary>
    public StorageType Storage { get; set; }

    /// <summary>The cookie's path, where it is not <c>/</c>: a cookie is only deleted on the path it was set with.</summary>
    public string? Path { get; set; }
}
