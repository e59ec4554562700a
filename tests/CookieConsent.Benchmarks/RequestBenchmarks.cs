using BenchmarkDotNet.Attributes;
using CookieConsent.Benchmarks.Pipeline;

namespace CookieConsent.Benchmarks;

/// <summary>One request through a site with nothing, with what ASP.NET Core brings, and with this library.</summary>
[MemoryDiagnoser]
public class RequestBenchmarks
{
    private BenchmarkSite _emptySite = null!;
    private BenchmarkSite _policySite = null!;
    private BenchmarkSite _consentSite = null!;
    private BenchmarkSite _largeSite = null!;
    private Connection _empty = null!;
    private Connection _policy = null!;
    private Connection _consent = null!;
    private Connection _large = null!;

    public static IEnumerable<string> Cases => RequestCases.Names;

    [ParamsSource(nameof(Cases))]
    public string Case { get; set; } = "";

    [GlobalSetup]
    public void Start()
    {
        _emptySite = BenchmarkSite.Empty();
        _policySite = BenchmarkSite.CookiePolicy();
        _consentSite = BenchmarkSite.CookieConsent(SiteSettings.Usual);
        _largeSite = BenchmarkSite.CookieConsent(SiteSettings.Large);
        _empty = new Connection(_emptySite, RequestCases.ForFramework(Case, _consentSite));
        _policy = new Connection(_policySite, RequestCases.ForFramework(Case, _consentSite));
        _consent = new Connection(_consentSite, RequestCases.For(Case, _consentSite));
        _large = new Connection(_largeSite, RequestCases.For(Case, _largeSite));
    }

    [GlobalCleanup]
    public void Stop()
    {
        _emptySite.Dispose();
        _policySite.Dispose();
        _consentSite.Dispose();
        _largeSite.Dispose();
    }

    [Benchmark]
    public void Empty() => _empty.Serve();

    [Benchmark(Baseline = true)]
    public void UseCookiePolicy() => _policy.Serve();

    [Benchmark]
    public void UseCookieConsent() => _consent.Serve();

    [Benchmark]
    public void LargePolicy() => _large.Serve();
}
