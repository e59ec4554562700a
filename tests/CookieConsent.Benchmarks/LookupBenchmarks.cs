using BenchmarkDotNet.Attributes;
using CookieConsent.Benchmarks.Pipeline;
using CookieConsent.Catalogue;
using CookieConsent.Consent;
using CookieConsent.Decision;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;

namespace CookieConsent.Benchmarks;

/// <summary>The two look-ups that every request with cookies pays for.</summary>
[MemoryDiagnoser]
public class LookupBenchmarks
{
    private const int HeaderLength = 300;

    /// <summary>Exact names, names under a pattern, and names that nobody knows.</summary>
    private static readonly string[] Names =
    [
        "_ga", "_gid", "_fbp", "_gcl_au", "VISITOR_INFO1_LIVE",
        "_ga_1A2B3C4D5E", "_gat_gtag_UA_1234567_1", "_hjSession_123456", "mp_17_mixpanel", "AMCV_17",
        "basket", "theme", "made_up_nobody", "remember-me", "zz_last",
    ];

    private BenchmarkSite _site = null!;
    private Scope _scope = null!;
    private StringValues _header;
    private int _next;

    [GlobalSetup]
    public void Start()
    {
        _site = BenchmarkSite.CookieConsent(SiteSettings.Usual);
        _scope = new Scope(_site.Policy);

        string decision = _site.Decision(ConsentAnswer.Refused);
        const string before = "basket=17; .AspNetCore.Session=CfDJ8Nd2mXUoX9lPqk4w; _ga=GA1.2.1932761214.1700000000; _pad=";
        _header = $"{before.PadRight(HeaderLength - decision.Length - 2, 'x')}; {decision}";
    }

    [GlobalCleanup]
    public void Stop() => _site.Dispose();

    /// <summary>One name against the whole catalogue.</summary>
    [Benchmark]
    public object? OneNameAgainstTheCatalogue() => CookieCatalogue.Default.Find(Next());

    /// <summary>One name against the policy: the site's declaration, the framework's names, the catalogue.</summary>
    [Benchmark]
    public object OneNameAgainstThePolicy() => _site.Policy.Classify(Next());

    [Benchmark]
    public int FindTheDecisionIn300Characters() => DecisionCookie.Count(_header, _site.Policy);

    [Benchmark]
    public object FindAndReadTheDecision() => DecisionCookie.Read(_header, _scope);

    private string Next() => Names[_next = (_next + 1) % Names.Length];

    private sealed class Scope(ConsentPolicy policy) : ConsentScope(policy, TimeProvider.System, NullLogger.Instance);
}
