namespace CookieConsent.Configuration;

/// <summary>How the scripts of declared vendors are told what the visitor said, in the browser, before any of them runs.</summary>
public sealed class CookieConsentSignalOptions
{
    /// <summary>Name of the queue that Google's tags read, as in the tag's own <c>l</c> parameter: a JavaScript identifier of ASCII letters, digits, <c>_</c> and <c>$</c>. Default: <c>dataLayer</c>.</summary>
    public string DataLayer { get; set; } = "dataLayer";

    /// <summary>Google's consent mode v2 is told. Default: true; false where the site does it in another way.</summary>
    public bool Google { get; set; } = true;

    /// <summary>Microsoft Advertising (UET) and Clarity are told. Default: true.</summary>
    public bool Microsoft { get; set; } = true;

    /// <summary>The Meta pixel is told. Default: true.</summary>
    public bool Meta { get; set; } = true;
}
