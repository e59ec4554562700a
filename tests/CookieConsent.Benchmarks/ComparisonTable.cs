using System.Globalization;
using BenchmarkDotNet.Reports;
using CookieConsent.Benchmarks.Pipeline;

namespace CookieConsent.Benchmarks;

/// <summary>The results as they stand in a README: one line a case, side by side.</summary>
internal static class ComparisonTable
{
    private static readonly string[] Sites =
    [
        nameof(RequestBenchmarks.Empty),
        nameof(RequestBenchmarks.UseCookiePolicy),
        nameof(RequestBenchmarks.UseCookieConsent),
        nameof(RequestBenchmarks.LargePolicy),
    ];

    public static void Print(IReadOnlyList<Summary> summaries)
    {
        BenchmarkReport[] reports = [.. summaries.SelectMany(static summary => summary.Reports)];
        Console.WriteLine("\nTime and allocated bytes of one request (times of one run; quote ratios from --ratios):\n");
        Console.WriteLine("| case | empty pipeline | UseCookiePolicy | UseCookieConsent | the same, 300 cookies and 40 vendors |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (string name in RequestCases.Names)
        {
            IEnumerable<string> cells = Sites.Select(site => Cell(reports.FirstOrDefault(report =>
                report.BenchmarkCase.Descriptor.WorkloadMethod.Name == site && (string?)report.BenchmarkCase.Parameters[nameof(RequestBenchmarks.Case)] == name)));
            Console.WriteLine($"| {name} {RequestCases.Describe(name)} | {string.Join(" | ", cells)} |");
        }

        Console.WriteLine("\n| look-up | time, bytes |\n|---|---|");
        foreach (BenchmarkReport report in reports.Where(static report => report.BenchmarkCase.Descriptor.Type != typeof(RequestBenchmarks)))
        {
            Console.WriteLine($"| {report.BenchmarkCase.Descriptor.WorkloadMethod.Name} | {Cell(report)} |");
        }
    }

    private static string Cell(BenchmarkReport? report) => report?.ResultStatistics is { } statistics
        ? string.Create(CultureInfo.InvariantCulture, $"{statistics.Median:0} ns, {report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase)} B")
        : "-";
}
