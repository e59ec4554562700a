using System.Globalization;

namespace HostingSite.Site;

/// <summary>The languages a visitor can choose; the choice lives in the culture cookie.</summary>
public static class Languages
{
    public static readonly IReadOnlyDictionary<string, string> Offered = new Dictionary<string, string>
    {
        ["en-GB"] = "English (UK)",
        ["en-US"] = "English (US)",
    };

    public static void Configure(RequestLocalizationOptions options)
    {
        string[] names = [.. Offered.Keys];
        options.SetDefaultCulture(names[0]).AddSupportedCultures(names).AddSupportedUICultures(names);
    }

    public static bool IsCurrent(string name) => CultureInfo.CurrentUICulture.Name == name;
}
