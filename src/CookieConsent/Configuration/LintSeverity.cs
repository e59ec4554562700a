namespace CookieConsent.Configuration;

/// <summary>How much a finding matters.</summary>
internal enum LintSeverity
{
    /// <summary>Worth knowing; the site may well be right.</summary>
    Info,

    /// <summary>A regulator, or a visitor, is likely to object.</summary>
    Warning,

    /// <summary>Something that the law asks for is missing or contradicted.</summary>
    Error,
}
