using System.Collections.Concurrent;
using CookieConsent.Catalogue;
using CookieConsent.Configuration;
using CookieConsent.Consent;
using Microsoft.Extensions.Logging;

namespace CookieConsent.Presentation.Gates;

/// <summary>Says once for each id which elements were gated for somebody whom nobody can consent to, and which would have been in report mode.</summary>
internal sealed class GateReport(ILogger<GateReport> logger)
{
    private readonly ConcurrentDictionary<string, bool> _named = new(StringComparer.Ordinal);

    /// <summary>An element met its gate.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="what">The element's name and address.</param>
    /// <param name="policy">The policy.</param>
    public void Met(Gate gate, string what, ConsentPolicy policy)
    {
        bool reports = policy.Settings.Mode == EnforcementMode.Report;
        if ((!gate.IsUnknown && !reports) || !_named.TryAdd($"{policy.Stamp} {gate.Attribute}", true))
        {
            return;
        }

        if (!gate.IsUnknown)
        {
            logger.Log(LogLevel.Information, new EventId(31, "WouldGate"), "{Element} needs consent for {Id}. It loads, because Enforcement:Mode is Report.", what, gate.Id);
        }
        else if (CookieCatalogue.Default.Vendors.TryGetValue(gate.Id, out CataloguedVendor? vendor))
        {
            logger.Log(LogLevel.Warning, new EventId(32, "GatedUndeclared"),
                "{Element} belongs to {Vendor}, which the site does not declare, so nobody can agree to it and it never loads. Declare it: \"Vendors\": {{ \"{Id}\": {{}} }}", what, vendor.Name, gate.Id);
        }
        else
        {
            logger.Log(LogLevel.Error, new EventId(33, "GatedUnknown"),
                "{Element} asks for consent to \"{Id}\", which is neither a declared vendor nor a category that the site uses, so it never loads. {Suggestion}",
                what,
                gate.Id,
                Suggestion.For(gate.Id, policy.Vendors.Select(known => known.Id).Concat(policy.Categories.Select(category => category.Id))));
        }
    }

    /// <summary>An opt-out without a reason is none.</summary>
    public void IgnoredWithoutReason(string what)
    {
        if (_named.TryAdd(what, true))
        {
            logger.Log(LogLevel.Warning, new EventId(34, "IgnoreWithoutReason"),
                "{Element} has a consent-ignore without a reason, so it stays gated. Write why it needs no consent: consent-ignore=\"...\".", what);
        }
    }

    /// <summary>A picture from elsewhere would tell its host about the visitor, which is what a placeholder is there to prevent.</summary>
    public void ForeignThumbnail(string address)
    {
        if (_named.TryAdd(address, true))
        {
            logger.Log(LogLevel.Warning, new EventId(35, "ForeignThumbnail"), "The thumbnail {Address} is not shown, because it is not the site's own. Copy the picture to the site.", address);
        }
    }
}
