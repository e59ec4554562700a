using CookieConsent.Consent;
using CookieConsent.Decision;

namespace CookieConsent.Presentation;

/// <summary>What the bar asks about: the categories that have no answer yet.</summary>
internal sealed record BarModel(ConsentPolicy Policy, ulong Open)
{
    public IEnumerable<ConsentCategory> Categories => Policy.Asked.Where(category => (category.Bit & Open) != 0);

    /// <summary>The form field that says what was shown.</summary>
    public string Asked => AskedField.Write(Open, Policy);
}
