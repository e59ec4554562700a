using System.Runtime.CompilerServices;
using System.Text;
using CookieConsent.Configuration;
using CookieConsent.Consent;

namespace CookieConsent.Presentation;

/// <summary>Puts the stylesheet together: the committed one, what the policy needs beyond it, and the owner's theme. Where that is nothing, it is the same file for every site.</summary>
internal static class StyleAsset
{
    private static readonly ConditionalWeakTable<ConsentPolicy, Asset> Made = [];

    /// <summary>The stylesheet of a policy.</summary>
    public static Asset Of(ConsentPolicy policy) => Made.GetValue(policy, Make);

    private static Asset Make(ConsentPolicy policy)
    {
        string more = string.Concat(Parts(policy));
        return more.Length == 0 ? Asset.Stylesheet : new Asset([.. Asset.Embedded("style.min.css"), .. Encoding.UTF8.GetBytes(more)], Asset.Stylesheet.Type, ".css");
    }

    private static IEnumerable<string> Parts(ConsentPolicy policy)
    {
        if (policy.Settings.Layout != BannerLayout.Bar)
        {
            yield return Encoding.UTF8.GetString(Asset.Embedded("card.min.css"));
        }

        if (policy.Asked.Count == 0)
        {
            yield return Encoding.UTF8.GetString(Asset.Embedded("hint.min.css"));
        }

        if (policy.Settings.Theme.Properties.Count > 0)
        {
            // The selector weighs nothing, so that the site's own rule for :root wins wherever it stands.
            yield return $":where(:root){{{string.Join(';', policy.Settings.Theme.Properties.Select(property => $"{property.Name}:{property.Value}"))}}}";
        }
    }
}
