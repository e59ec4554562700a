using System.Diagnostics;
using System.Globalization;
using CookieConsent.Benchmarks.Pipeline;

namespace CookieConsent.Benchmarks;

/// <summary>Times that stand comparison on a shared machine: all variants take turns in one process, and only ratios within a round count.</summary>
internal sealed class Ratios
{
    private const int OperationsPerTurn = 100;
    private const double MostNoise = 0.03;

    private readonly BenchmarkSite _consent;
    private readonly List<Turn> _turns = [];

    private Ratios(BenchmarkSite empty, BenchmarkSite policy, BenchmarkSite consent)
    {
        _consent = consent;
        foreach (string name in RequestCases.Names)
        {
            Add(name, Variant.Empty, empty);
            Add(name, Variant.EmptyAgain, empty);
            Add(name, Variant.CookiePolicy, policy);
            Add(name, Variant.CookieConsent, consent);
        }
    }

    private enum Variant
    {
        Empty,

        /// <summary>The no-op pair: the same as <see cref="Empty"/>, so whatever it differs by is noise.</summary>
        EmptyAgain,
        CookiePolicy,
        CookieConsent,
    }

    /// <summary>Measures and prints.</summary>
    /// <param name="rounds">How many times every variant has its turn.</param>
    /// <returns>False where the machine was too busy for the numbers to mean anything.</returns>
    public static bool Run(int rounds)
    {
        using BenchmarkSite empty = BenchmarkSite.Empty();
        using BenchmarkSite policy = BenchmarkSite.CookiePolicy();
        bool quiet = true;
        foreach ((string title, IReadOnlyDictionary<string, string?> settings) in new[] { ("Usual policy", SiteSettings.Usual), ("Large policy", SiteSettings.Large) })
        {
            using BenchmarkSite consent = BenchmarkSite.CookieConsent(settings);
            var ratios = new Ratios(empty, policy, consent);
            Measure(ratios._turns, rounds);
            quiet &= ratios.Print(title);
        }

        PrintLookups(rounds);
        return quiet;
    }

    private static void PrintLookups(int rounds)
    {
        var lookups = new LookupBenchmarks();
        lookups.Start();
        Turn[] turns =
        [
            new("one name against the whole catalogue", Variant.CookieConsent, () => lookups.OneNameAgainstTheCatalogue()),
            new("one name against the policy", Variant.CookieConsent, () => lookups.OneNameAgainstThePolicy()),
            new("finding the decision in a header of 300 characters", Variant.CookieConsent, () => lookups.FindTheDecisionIn300Characters()),
            new("finding and reading it", Variant.CookieConsent, () => lookups.FindAndReadTheDecision()),
        ];
        Measure(turns, rounds);
        lookups.Stop();
        Console.WriteLine();
        foreach (Turn turn in turns)
        {
            Console.WriteLine($"{turn.Name}: {new Spread([.. turn.Nanoseconds]).Nanoseconds}");
        }
    }

    private void Add(string name, Variant variant, BenchmarkSite site) => _turns.Add(new Turn(
        name,
        variant,
        new Connection(site, variant == Variant.CookieConsent ? RequestCases.For(name, site) : RequestCases.ForFramework(name, _consent)).Serve));

    private static void Measure(IReadOnlyList<Turn> turns, int rounds)
    {
        // Until the compiler has done its best: it works in the background and takes several passes.
        for (int pass = 0; pass < 30; pass++)
        {
            foreach (Turn turn in turns)
            {
                turn.Take(200);
                turn.Nanoseconds.Clear();
            }

            Thread.Sleep(20);
        }

        Turn[] order = [.. turns];
        var random = new Random(1);
        for (int round = 0; round < rounds; round++)
        {
            // Another order every time: nobody always follows the one who fills the caches.
            random.Shuffle(order);
            foreach (Turn turn in order)
            {
                turn.Take(OperationsPerTurn);
            }
        }
    }

    private bool Print(string title)
    {
        Console.WriteLine($"\n{title}: {_consent.Policy.Vendors.Count} vendors, {_consent.Policy.Cookies.Count} cookies listed. Medians of rounds [quartiles].\n");
        Console.WriteLine("| case | empty | UseCookiePolicy | CookieConsent | added | added / added by UseCookiePolicy | whole / UseCookiePolicy | no-op pair |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        bool quiet = true;
        foreach (string name in RequestCases.Names)
        {
            double[] empty = Of(name, Variant.Empty);
            double[] policy = Of(name, Variant.CookiePolicy);
            double[] consent = Of(name, Variant.CookieConsent);
            Spread noise = new(Each(Of(name, Variant.EmptyAgain), empty, static (again, once) => again / once));
            quiet &= Math.Abs(noise.Median - 1) <= MostNoise;
            Console.WriteLine(
                $"| {name} {RequestCases.Describe(name)} | {new Spread(empty).Nanoseconds} | {new Spread(policy).Nanoseconds} | {new Spread(consent).Nanoseconds} "
                + $"| {new Spread(Each(consent, empty, static (ours, nothing) => ours - nothing)).Nanoseconds} "
                + $"| {new Spread(Each(Each(consent, empty, static (ours, nothing) => ours - nothing), Each(policy, empty, static (theirs, nothing) => theirs - nothing), static (ours, theirs) => ours / theirs)).Ratio} "
                + $"| {new Spread(Each(consent, policy, static (ours, theirs) => ours / theirs)).Ratio} | {noise.Ratio} |");
        }

        Spread sweep = new(Each(Of("Sweep", Variant.CookieConsent), Of("S2", Variant.CookieConsent), static (sweeps, hides) => sweeps - hides));
        Console.WriteLine($"\nSweeping four leftovers, over S2: {sweep.Nanoseconds}");
        if (!quiet)
        {
            Console.WriteLine($"The no-op pair is off by more than {MostNoise.ToString(CultureInfo.InvariantCulture)}: the machine is too busy for these ratios to be quoted.");
        }

        return quiet;
    }

    private double[] Of(string name, Variant variant) => [.. _turns.Single(turn => turn.Name == name && turn.Variant == variant).Nanoseconds];

    private static double[] Each(double[] left, double[] right, Func<double, double, double> combine) => [.. left.Zip(right, combine)];

    private sealed record Turn(string Name, Variant Variant, Action Serve)
    {
        public List<double> Nanoseconds { get; } = [];

        public void Take(int operations)
        {
            long start = Stopwatch.GetTimestamp();
            for (int operation = 0; operation < operations; operation++)
            {
                Serve();
            }

            Nanoseconds.Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds / operations);
        }
    }

    private sealed class Spread(double[] values)
    {
        private readonly double[] _sorted = [.. values.Order()];

        public double Median => At(0.5);

        public string Nanoseconds => Text("0") + " ns";

        public string Ratio => Text("0.00");

        private string Text(string format) =>
            $"{Median.ToString(format, CultureInfo.InvariantCulture)} [{At(0.25).ToString(format, CultureInfo.InvariantCulture)}..{At(0.75).ToString(format, CultureInfo.InvariantCulture)}]";

        private double At(double part) => _sorted[(int)(part * (_sorted.Length - 1))];
    }
}
