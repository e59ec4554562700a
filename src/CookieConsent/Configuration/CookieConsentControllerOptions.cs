namespace CookieConsent.Configuration;

/// <summary>Who is responsible for the site and how to reach them.</summary>
public sealed class CookieConsentControllerOptions
{
    /// <summary>The controller's name, shown in the banner. Required by GDPR Article 13(1)(a); its absence is logged as a gap.</summary>
    public string? Name { get; set; }

    /// <summary>An e-mail address, telephone number or web address, shown in the declaration. Its absence is a finding of the lint.</summary>
    public string? Contact { get; set; }
}
