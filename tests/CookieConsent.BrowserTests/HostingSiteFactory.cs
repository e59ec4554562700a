using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CookieConsent.BrowserTests;

/// <summary>The sample on Kestrel, with two declared cookies more: names whose prefix makes them hard to delete.</summary>
internal sealed class HostingSiteFactory : WebApplicationFactory<Program>
{
    /// <summary>Languages whose texts are shown, too: one with long words, one with long letters, one from right to left.</summary>
    private static readonly string[] MoreLanguages = ["de", "el", "ar"];

    public HostingSiteFactory()
    {
        UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(TestCertificate.Instance)));
        StartServer();
    }

    public Wardrobe Wardrobe { get; } = new();

    /// <summary>Address and port.</summary>
    public string Address => new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("CookieConsent:Cookies:__Host-visit:Category", "analytics");
        builder.UseSetting("CookieConsent:Cookies:__Secure-visit:Category", "analytics");
        builder.ConfigureAppConfiguration(configuration => configuration.Add(Wardrobe));
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services => services
            .AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>()
            .PostConfigure<RequestLocalizationOptions>(options => options.AddSupportedUICultures([.. options.SupportedUICultures!.Select(culture => culture.Name), .. MoreLanguages])));
    }
}
