using CookieConsent.Catalogue;
using CookieConsent.Configuration;
using CookieConsent.Consent;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CookieConsent.Presentation.Gates;

/// <summary>Tells what gates meet in the site's views, where the lint has something to say about it.</summary>
internal sealed class GateReport(RenderedFindings findings)
{
    /// <summary>An element met its gate.</summary>
    public void Met(Gate gate, ViewContext view, string tag, string? address, ConsentPolicy policy)
    {
        bool reports = policy.Settings.Mode == EnforcementMode.Report;
        if (gate.IsUnknown)
        {
            findings.Note(GateLint.Unopened(Place(view, tag, address), gate, policy), policy);
        }
        else if (reports && !gate.IsEssential)
        {
            findings.Note(GateLint.Reported(Place(view, tag, address), gate.Id), policy);
        }

        NoteAdvertisement(view, tag, address, policy);
    }

    /// <summary>A view opts an element out that would be gated.</summary>
    /// <param name="gate">The gate that it would have met.</param>
    /// <param name="reason">The view's, empty where it gives none: that is no opt-out.</param>
    /// <param name="view">The view.</param>
    /// <param name="tag">The element's name.</param>
    /// <param name="address">The element's address.</param>
    /// <param name="policy">The policy.</param>
    public void Ignored(Gate gate, string reason, ViewContext view, string tag, string? address, ConsentPolicy policy)
    {
        if (gate.IsEssential)
        {
            return;
        }

        string place = Place(view, tag, address);
        findings.Note(reason.Length == 0 ? GateLint.IgnoredWithoutReason(place) : GateLint.Ignored(place, gate.Id, reason), policy);
        NoteAdvertisement(view, tag, address, policy);
    }

    /// <summary>No gate holds an address: it is nobody's whom we know, or one that the catalogue lets pass.</summary>
    public void Passed(ViewContext view, string tag, string? address, ConsentPolicy policy)
    {
        if (address is not null && policy.VendorOf(address).Catalogued is { } vendor && KnownCategory.IsEssential(vendor.CategoryId))
        {
            findings.Note(GateLint.Passed(Place(view, tag, address), vendor), policy);
        }
    }

    /// <summary>An inline script waits for its grant.</summary>
    public void Inline(string script, ViewContext view, string tag, ConsentPolicy policy)
    {
        if (GateLint.Grants(script))
        {
            findings.Note(GateLint.Granting(Place(view, tag, null)), policy);
        }
    }

    /// <summary>A picture from elsewhere would tell its host about the visitor, which is what a placeholder is there to prevent.</summary>
    public void ForeignThumbnail(ViewContext view, string tag, string address, ConsentPolicy policy) =>
        findings.Note(GateLint.Foreign(Place(view, tag, address)), policy);

    private void NoteAdvertisement(ViewContext view, string tag, string? address, ConsentPolicy policy)
    {
        if (address is not null && GateLint.IsAdvertisement(address))
        {
            findings.Note(PolicyLint.LimitedAds(Place(view, tag, address)), policy);
        }
    }

    /// <summary>The view, the element and its host; what follows the host may be a visitor's.</summary>
    private static string Place(ViewContext view, string tag, string? address) =>
        WebAddress.TryRead(address, stackalloc char[WebAddress.LongestHost], out WebAddress known)
            ? $"{view.ExecutingFilePath} <{tag}> {known.Host}"
            : $"{view.ExecutingFilePath} <{tag}>";
}
