namespace CookieConsent.Consent;

/// <summary>What the visitor said about a category or a vendor.</summary>
public enum ConsentAnswer
{
    /// <summary>Nothing yet, or nothing that still holds. Counts as not granted.</summary>
    Undecided,

    /// <summary>Yes.</summary>
    Granted,

    /// <summary>No.</summary>
    Refused,
}
