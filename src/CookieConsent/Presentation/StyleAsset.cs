using System.Runtime.CompilerServices;
using System.Text;
using CookieConsent.Consent;

namespace CookieConsent.Presentation;

/// <summary>Puts the stylesheet together: the committed one and the owner's theme behind it. Without a theme it is the same file for every site.</summary>
internal static class StyleAsset
{
    private static readonly ConditionalWeakTable<ConsentPolicy, Asset> Made = [];

    /// <summary>The stylesheet of a policy.</summary>
    public static Asset Of(ConsentPolicy policy) => policy.Settings.Theme.Properties.Count == 0 ? Asset.Stylesheet : Made.GetValue(policy, Make);

    // The selector weighs nothing, so that the site's own rule for :root wins wherever it stands.
    private static Asset Make(ConsentPolicy policy)
    {
        string theme = string.Join(';', policy.Settings.Theme.Properties.Select(property => $"{property.Name}:{property.Value}"));
        return new Asset([.. Asset.Embedded("style.min.css"), .. Encoding.UTF8.GetBytes($":where(:root){{{theme}}}")], Asset.Stylesheet.Type, ".css");
    }
}
