using BenchmarkDotNet.Attributes;
using CookieConsent.Catalogue;

namespace CookieConsent.Benchmarks;

/// <summary>One name, or one address, against the whole catalogue: 2,000 real ones in turn, and 10,000 that nobody has ever set.</summary>
/// <remarks>Many different names, so that neither the branch predictor nor the cache knows the next one beforehand.</remarks>
[MemoryDiagnoser]
public class CatalogueBenchmarks
{
    private const int Real = 2000;
    private const int Random = 10_000;

    private CookieCatalogue _catalogue = null!;
    private string[] _exact = null!;
    private string[] _prefix = null!;
    private string[] _inner = null!;
    private string[] _mixed = null!;
    private string[] _random = null!;
    private string[] _addresses = null!;
    private string[] _strangers = null!;

    [GlobalSetup]
    public void Start()
    {
        _catalogue = CookieCatalogue.Default;
        var random = new Random(20261122);
        CookiePattern[] patterns = [.. _catalogue.Cookies
            .Where(static cookie => cookie is { IsThirdParty: false, Storage: null }).Select(static cookie => cookie.Pattern)];
        _random = [.. Enumerable.Range(0, Random).Select(_ => RandomName(random, patterns))];
        _exact = Names(random, patterns, static pattern => pattern.IsExact);
        _prefix = Names(random, patterns, static pattern => !pattern.IsExact && pattern.Suffix.Length == 0);
        _inner = Names(random, patterns, static pattern => pattern.Suffix.Length > 0);
        _mixed = [.. Names(random, patterns, static _ => true).Take(Real / 2).Concat(_random.Take(Real / 2))];
        random.Shuffle(_mixed);

        string[] origins = [.. _catalogue.Vendors.Values.SelectMany(static vendor => vendor.Origins)];
        _addresses = [.. Enumerable.Range(0, Real).Select(_ => "https://" + origins[random.Next(origins.Length)].Replace("*.", "cdn.").Replace("*", "en_US") + "/v1/script.js?id=17")];
        _strangers = [.. Enumerable.Range(0, Real).Select(_ => $"https://{Letters(random, 3)}.{Letters(random, random.Next(4, 12))}.example/js/site.js")];
    }

    [Benchmark(OperationsPerInvoke = Real)]
    public int ExactName() => Find(_exact);

    [Benchmark(OperationsPerInvoke = Real)]
    public int NameUnderAPrefix() => Find(_prefix);

    [Benchmark(OperationsPerInvoke = Real)]
    public int NameWithAnInnerWildcard() => Find(_inner);

    [Benchmark(OperationsPerInvoke = Random)]
    public int NameThatNobodyKnows() => Find(_random);

    [Benchmark(OperationsPerInvoke = Real)]
    public int MixedNames() => Find(_mixed);

    [Benchmark(OperationsPerInvoke = Real)]
    public int KnownAddress() => FindVendors(_addresses);

    [Benchmark(OperationsPerInvoke = Real)]
    public int AddressThatNobodyKnows() => FindVendors(_strangers);

    private int Find(string[] names)
    {
        int found = 0;
        foreach (string name in names)
        {
            found += _catalogue.Find(name) is null ? 0 : 1;
        }

        return found;
    }

    private int FindVendors(string[] urls)
    {
        int found = 0;
        foreach (string url in urls)
        {
            found += _catalogue.FindVendor(url) is null ? 0 : 1;
        }

        return found;
    }

    private static string[] Names(Random random, CookiePattern[] patterns, Func<CookiePattern, bool> isWanted)
    {
        CookiePattern[] wanted = [.. patterns.Where(isWanted)];
        return [.. Enumerable.Range(0, Real).Select(_ => wanted[random.Next(wanted.Length)].Text.Replace("*", Letters(random, random.Next(1, 12))))];
    }

    /// <summary>Half of them begin as some tracker does.</summary>
    private static string RandomName(Random random, CookiePattern[] patterns)
    {
        string prefix = patterns[random.Next(patterns.Length)].Prefix;
        return (random.Next(2) == 0 ? prefix[..random.Next(1, Math.Min(4, prefix.Length))] : "") + Letters(random, random.Next(3, 20));
    }

    private static string Letters(Random random, int length) => string.Create(length, random, static (span, random) => random.GetItems("abcdefghijklmnopqrstuvwxyz0123456789", span));
}
