using Microsoft.Extensions.Configuration;

namespace CookieConsent.BrowserTests;

/// <summary>Settings over the sample's own, changed while it runs, as an owner does by saving the file.</summary>
internal sealed class Wardrobe : ConfigurationProvider, IConfigurationSource
{
    private Look _worn = Look.Plain;

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public void Wear(Look look)
    {
        if (look != _worn)
        {
            _worn = look;
            Data = look.Settings.ToDictionary(setting => "CookieConsent:" + setting.Key, setting => (string?)setting.Value, StringComparer.OrdinalIgnoreCase);
            OnReload();
        }
    }
}
