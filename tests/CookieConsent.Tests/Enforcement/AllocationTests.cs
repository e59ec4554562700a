using System.Diagnostics;
using CookieConsent.Benchmarks.Pipeline;

namespace CookieConsent.Tests.Enforcement;

/// <summary>What a request may allocate; the benchmarks measure the same pipelines beside others.</summary>
/// <remarks>Alone, because optimised code only comes when nothing else is being compiled.</remarks>
[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public sealed class AllocationTests
{
    private const int RequestsPerBatch = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Bytes per request, in optimised code.</summary>
    public static readonly TheoryData<string, long> Budgets = new()
    {
        { "S1", 96 },
        { "S2", 96 },
        { "S3", 560 },
        { "S4", 1360 },
        { "S5", 240 },
    };

    [Theory]
    [MemberData(nameof(Budgets))]
    public void A_request_keeps_to_its_budget(string name, long budget) =>
        Allocated(name, SiteSettings.Usual, budget).Should().BeLessThanOrEqualTo(budget, RequestCases.Describe(name));

    [Theory]
    [MemberData(nameof(Budgets))]
    public void A_request_costs_no_more_where_three_hundred_cookies_and_forty_vendors_are_declared(string name, long budget) =>
        Allocated(name, SiteSettings.Large, budget).Should().BeLessThanOrEqualTo(budget, RequestCases.Describe(name));

    [Fact]
    public void The_large_site_declares_three_hundred_cookies_and_forty_vendors()
    {
        using BenchmarkSite site = BenchmarkSite.CookieConsent(SiteSettings.Large);

        site.Policy.Vendors.Should().HaveCount(40);
        site.Policy.Cookies.Count(static cookie => cookie.Vendor is null || cookie.Pattern.Text.StartsWith("site_", StringComparison.Ordinal)).Should().BeGreaterThanOrEqualTo(300);
    }

    [Theory]
    [InlineData("S1", 0)]
    [InlineData("S2", 0)]
    [InlineData("S3", 1)]
    [InlineData("S4", 3)]
    [InlineData("S5", 1)]
    [InlineData("Sweep", null)]
    public void What_is_measured_does_what_it_is_measured_for(string name, int? set)
    {
        using BenchmarkSite site = BenchmarkSite.CookieConsent(SiteSettings.Usual);
        var connection = new Connection(site, RequestCases.For(name, site));

        connection.Serve();

        string[] lines = [.. connection.SetCookies.Select(static line => line!)];
        if (set is { } count)
        {
            lines.Should().HaveCount(count).And.NotContain(static line => line.Contains("Max-Age=0", StringComparison.OrdinalIgnoreCase));
        }
        else
        {
            lines.Select(static line => line[..line.IndexOf('=')]).Distinct().Should().BeEquivalentTo("_ga", "_gid", "_gat", "__gads");
        }
    }

    [Fact]
    public void The_empty_pipeline_allocates_nothing_so_that_only_ours_is_measured()
    {
        using BenchmarkSite empty = BenchmarkSite.Empty();

        Allocated(new Connection(empty, new RequestShape(null)), budget: 0).Should().Be(0);
    }

    private static long Allocated(string name, IReadOnlyDictionary<string, string?> settings, long budget)
    {
        using BenchmarkSite site = BenchmarkSite.CookieConsent(settings);
        return Allocated(new Connection(site, RequestCases.For(name, site)), budget);
    }

    /// <summary>Bytes per request in the best batch, as soon as one keeps to the budget.</summary>
    /// <remarks>Optimised code comes in the background, the later the busier the machine is, and allocates less.</remarks>
    private static long Allocated(Connection connection, long budget)
    {
        long least = long.MaxValue;
        for (long start = Stopwatch.GetTimestamp(); least > budget && Stopwatch.GetElapsedTime(start) < Patience; Thread.Sleep(5))
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int request = 0; request < RequestsPerBatch; request++)
            {
                connection.Serve();
            }

            least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - before) / RequestsPerBatch);
        }

        return least;
    }
}
