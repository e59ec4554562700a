using System.Diagnostics;
using System.Globalization;
using CookieConsent.Benchmarks.Pipeline;

namespace CookieConsent.Benchmarks;

/// <summary>Processor time of a fresh process from its beginning until its site listens: without this library, and with it.</summary>
/// <remarks>
/// Processes take turns, and medians are compared, since one start differs from the next by a third. Once a site
/// listens, the lint has its say before the start is over: the second number includes it.
/// </remarks>
internal static class StartUp
{
    public const string Once = "--start-up-once";

    private static readonly string[] Kinds = ["without", "with", "with-addresses", "large"];

    /// <summary>Starts each kind of site in processes of its own, and prints the medians.</summary>
    public static void Run(int rounds)
    {
        var listening = Kinds.ToDictionary(static kind => kind, static _ => new List<double>());
        var started = Kinds.ToDictionary(static kind => kind, static _ => new List<double>());
        for (int round = 0; round < rounds; round++)
        {
            foreach (string kind in Kinds)
            {
                double[] times = Measure(kind);
                listening[kind].Add(times[0]);
                started[kind].Add(times[1]);
            }
        }

        Console.WriteLine("| start-up | processor time until it listens, median of " + rounds + " | more than without us | with the lint |\n|---|---|---|---|");
        foreach (string kind in Kinds)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {kind} | {Median(listening[kind]):0} ms ({listening[kind].Min():0} to {listening[kind].Max():0}) | {More(listening, kind):0} ms | {More(started, kind):0} ms |"));
        }
    }

    /// <summary>Starts one site in this process, and prints what that took.</summary>
    public static void Start(string kind)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var listening = new Listening();
        builder.Services.AddSingleton<IHostedService>(listening);
        builder.Configuration.AddInMemoryCollection((kind == "large" ? SiteSettings.Large : SiteSettings.Usual).Select(static pair => KeyValuePair.Create("CookieConsent:" + pair.Key, pair.Value)));
        if (kind != "without")
        {
            builder.Services.AddCookieConsent();
        }

        WebApplication app = builder.Build();
        if (kind != "without")
        {
            app.UseCookieConsent();
        }

        app.Start();
        if (kind == "with-addresses" && Catalogue.CookieCatalogue.Default.FindVendor("https://js.stripe.com/v3/") is null)
        {
            throw new InvalidOperationException("The catalogue does not know Stripe.");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{listening.Time} {Spent()}"));
    }

    private static double Spent() => Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds;

    private static double[] Measure(string kind)
    {
        // By this program itself, or by dotnet, which wants to be told of it.
        string program = Environment.ProcessPath!;
        string[] itself = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(StartUp).Assembly.Location] : [];
        using Process process = Process.Start(new ProcessStartInfo(program, [.. itself, Once, kind]) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return [.. output.Split(' ').Select(static time => double.Parse(time, CultureInfo.InvariantCulture))];
    }

    private static double More(Dictionary<string, List<double>> times, string kind) => Median(times[kind]) - Median(times[Kinds[0]]);

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>Looks at the clock when every service has started, the server as the last of them.</summary>
    private sealed class Listening : IHostedLifecycleService
    {
        public double Time { get; private set; }

        public Task StartedAsync(CancellationToken cancellationToken)
        {
            Time = Spent();
            return Task.CompletedTask;
        }

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
