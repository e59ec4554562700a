using CookieConsent.Consent;
using CookieConsent.Decision;

namespace CookieConsent.Benchmarks.Pipeline;

/// <summary>A site without a server: its services, and its pipeline as a host would build it.</summary>
internal sealed class BenchmarkSite : IDisposable
{
    private readonly ServiceProvider _services;

    private BenchmarkSite(Action<IServiceCollection> services, Action<IApplicationBuilder> configure)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        services(collection);
        _services = collection.BuildServiceProvider();
        Action<IApplicationBuilder> pipeline = configure + (static app => app.Run(SiteAnswer.AnswerAsync));
        foreach (IStartupFilter filter in _services.GetServices<IStartupFilter>().Reverse())
        {
            pipeline = filter.Configure(pipeline);
        }

        var builder = new ApplicationBuilder(_services);
        pipeline(builder);
        Pipeline = builder.Build();
    }

    public RequestDelegate Pipeline { get; }

    public IServiceProvider Services => _services;

    /// <summary>A site that asks nobody.</summary>
    public static BenchmarkSite Empty() => new(static _ => { }, static _ => { });

    /// <summary>A site with what ASP.NET Core brings.</summary>
    public static BenchmarkSite CookiePolicy() => new(
        static services => services.Configure<CookiePolicyOptions>(static options => options.CheckConsentNeeded = static _ => true),
        static app => app.UseCookiePolicy());

    /// <summary>A site with this library.</summary>
    /// <param name="settings">Its section.</param>
    public static BenchmarkSite CookieConsent(IEnumerable<KeyValuePair<string, string?>> settings) => new(
        services =>
        {
            services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(static pair => KeyValuePair.Create("CookieConsent:" + pair.Key, pair.Value)))
                .Build());
            services.AddCookieConsent();
        },
        static app => app.UseCookieConsent());

    /// <summary>The <c>name=value</c> of a visitor who gave one answer to all that is asked.</summary>
    public string Decision(ConsentAnswer answer)
    {
        ConsentPolicy policy = Policy;
        ConsentDecision decision = policy.Asked.Aggregate(ConsentDecision.None, (all, category) => all.With(category, answer));
        return $"{policy.Settings.CookieName}={DecisionFormat.Write(DecisionFormat.Stamp(decision, DateTimeOffset.UtcNow), policy)}";
    }

    public ConsentPolicy Policy => _services.GetRequiredService<ConsentPolicySource>().Current;

    public void Dispose() => _services.Dispose();
}
