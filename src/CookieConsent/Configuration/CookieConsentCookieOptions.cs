namespace CookieConsent.Configuration;

/// <summary>A declared cookie or storage entry. What is left out comes from the catalogue, where it knows the name.</summary>
public sealed class CookieConsentCookieOptions
{
    /// <summary>The name or pattern, where it cannot be the entry's key (environment variables cannot carry <c>__</c> in a key). Default: the entry's key.</summary>
    public string? Name { get; set; }

    /// <summary>Id of the category. Default: the vendor's, else the catalogue's.</summary>
    public string? Category { get; set; }

    /// <summary>Id of the vendor that sets it. Default: the site itself.</summary>
    public string? Vendor { get; set; }

    /// <summary>What it is for, in plain words. Its absence is a finding of the lint.</summary>
    public string? Purpose { get; set; }

    /// <summary><c>session</c>, an ISO 8601 duration (<c>P13M</c>) or words (<c>13 months</c>). Default: <c>session</c>.</summary>
    public string? Lifetime { get; set; }

    /// <summary>For an essential cookie: what stops working without it. Its absence is a finding of the lint.</summary>
    public string? Reason { get; set; }

    /// <summary>Where the browser keeps it. Default: <see cref="StorageType.Cookie"/>.</summary>
    public StorageType Storage { get; set; }

    /// <summary>The cookie's path, where it is not <c>/</c>: a cookie is only deleted on the path it was set with.</summary>
    public string? Path { get; set; }
}
