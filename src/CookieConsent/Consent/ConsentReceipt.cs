namespace CookieConsent.Consent;

/// <summary>66 random bits under which a grant can be looked up; a text only when somebody reads it.</summary>
internal readonly record struct ConsentReceipt(ulong Low, byte High, bool Exists)
{
    /// <summary>What a decision without a grant has.</summary>
    public static ConsentReceipt None => default;
}
