using Yarp.ReverseProxy.Configuration;

namespace CookieConsent.Tests.Enforcement;

public sealed class ProxyTests
{
    [Fact]
    public async Task A_proxied_upstream_sets_what_is_granted_alone()
    {
        await using WebApplication upstream = await UpstreamAsync();
        await using Site site = await Site.StartAsync(
            app => app.MapReverseProxy(),
            services: services => services.AddReverseProxy().LoadFromMemory(
                [new RouteConfig { RouteId = "all", ClusterId = "upstream", Match = new RouteMatch { Path = "{**rest}" } }],
                [new ClusterConfig { ClusterId = "upstream", Destinations = new Dictionary<string, DestinationConfig> { ["one"] = new() { Address = upstream.Urls.Single() } } }]));
        Visitor visitor = site.Visitor();

        await visitor.GetAsync("/");
        visitor.SetNames.Should().Equal("basket");

        await visitor.AcceptAllAsync(site);
        await visitor.GetAsync("/");
        visitor.SetNames.Should().BeEquivalentTo("basket", "_ga");
    }

    private static async Task<WebApplication> UpstreamAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        WebApplication upstream = builder.Build();
        upstream.Urls.Add("http://127.0.0.1:0");
        upstream.Run(context =>
        {
            context.Response.Cookies.Append("basket", "1");
            context.Response.Cookies.Append("_ga", "1");
            return Task.CompletedTask;
        });
        await upstream.StartAsync();
        return upstream;
    }
}
