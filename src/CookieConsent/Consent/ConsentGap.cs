using CookieConsent.Configuration;

namespace CookieConsent.Consent;

/// <summary>Something the law asks for and the configuration does not say; numbered as in the rules that it comes from.</summary>
internal sealed record ConsentGap(string Id, LintFailure Severity, string Path, string Rule, string Remedy)
{
    public override string ToString() => $"{Id} {Path}: {Rule} {Remedy}";
}
