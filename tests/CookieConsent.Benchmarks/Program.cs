using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CookieConsent.Benchmarks;
using Perfolizer.Horology;

// --ratios: times that may be quoted on a shared machine; the exit code says whether the machine was quiet enough.
// --quick:  everything with few iterations, in less than two minutes; allocations are exact all the same.
// --start-up: processor time of fresh processes until their sites listen.
// anything else is BenchmarkDotNet's, --filter '*S3*' for instance.
const int rounds = 3000;
bool isQuick = args.Contains("--quick");
if (args.Contains("--ratios"))
{
    return Ratios.Run(isQuick ? rounds / 4 : rounds) ? 0 : 1;
}

if (args is [StartUp.Once, var kind])
{
    StartUp.Start(kind);
    return 0;
}

if (args.Contains("--start-up"))
{
    StartUp.Run(isQuick ? 5 : 15);
    return 0;
}

// In this process: a generated project would be built under this repository's rules, which are not made for it.
Job job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance);
if (isQuick)
{
    job = job.WithWarmupCount(6).WithIterationCount(6).WithIterationTime(TimeInterval.FromMilliseconds(100));
}

ManualConfig config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddExporter(MarkdownExporter.GitHub)
    .AddLogger(isQuick ? NullLogger.Instance : ConsoleLogger.Default);

Summary[] summaries = [.. BenchmarkSwitcher.FromTypes([typeof(RequestBenchmarks), typeof(LookupBenchmarks), typeof(CatalogueBenchmarks), typeof(PageBenchmarks)])
    .Run(args.Contains("--filter") ? [.. args.Except(["--quick"])] : ["--filter", "*", .. args.Except(["--quick"])], config)];
ComparisonTable.Print(summaries);
return summaries.Length > 0 && summaries.All(static summary => summary.Reports.All(static report => report.Success)) ? 0 : 1;
