namespace CookieConsent.Configuration;

/// <summary>A vendor in use. What is left out comes from the catalogue.</summary>
public sealed class CookieConsentVendorOptions
{
    /// <summary>The vendor's name as visitors know it. Default: the catalogue's, else the id.</summary>
    public string? Name { get; set; }

    /// <summary>Id of the category that all of the vendor's cookies and addresses belong to. Default: as the catalogue says; required for a vendor that is not catalogued.</summary>
    public string? Category { get; set; }

    /// <summary>Hosts that the vendor's scripts, frames and images come from (<c>club.acme.example</c>, <c>*.acme.example</c>), each with an optional path.</summary>
    public List<string> Origins { get; } = [];

    /// <summary>Address of the vendor's privacy policy.</summary>
    public string? PolicyUrl { get; set; }

    /// <summary>Address where visitors can opt out with the vendor.</summary>
    public string? OptOutUrl { get; set; }
}
