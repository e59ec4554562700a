namespace CookieConsent.Catalogue;

/// <summary>The predefined categories; a site may add its own.</summary>
internal static class KnownCategory
{
    public const string Session = "session";
    public const string Operational = "operational";
    public const string Analytics = "analytics";
    public const string Social = "social";
    public const string Payment = "payment";
    public const string Advertising = "advertising";
    public const string Functional = "functional";

    /// <summary>In the order in which visitors and owners see them.</summary>
    public static readonly IReadOnlyList<string> All =
        [Session, Operational, Analytics, Social, Payment, Advertising, Functional];

    public static bool IsEssential(string id) => id.Equals(Session, StringComparison.OrdinalIgnoreCase) || id.Equals(Operational, StringComparison.OrdinalIgnoreCase);
}
