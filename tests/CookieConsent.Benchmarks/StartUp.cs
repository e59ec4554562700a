using System.Diagnostics;
using System.Globalization;
using CookieConsent.Benchmarks.Pipeline;

namespace CookieConsent.Benchmarks;

/// <summary>Processor time of a fresh process from its beginning until its site listens: without this library, and with it.</summary>
/// <remarks>Processes take turns, and medians are compared, since one start differs from the next by a third.</remarks>
internal static class StartUp
{
    public const string Once = "--start-up-once";

    private static readonly string[] Kinds = ["without", "with", "with-addresses", "large"];

    /// <summary>Starts each kind of site in processes of its own, and prints the medians.</summary>
    public static void Run(int rounds)
    {
        var times = Kinds.ToDictionary(static kind => kind, static _ => new List<double>());
        for (int round = 0; round < rounds; round++)
        {
            foreach (string kind in Kinds)
            {
                times[kind].Add(Measure(kind));
            }
        }

        Console.WriteLine("| start-up | processor time, median of " + rounds + " | more than without us |\n|---|---|---|");
        double without = Median(times[Kinds[0]]);
        foreach (string kind in Kinds)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {kind} | {Median(times[kind]):0} ms ({times[kind].Min():0} to {times[kind].Max():0}) | {Median(times[kind]) - without:0} ms |"));
        }
    }

    /// <summary>Starts one site in this process, and prints what that took.</summary>
    public static void Start(string kind)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        if (kind != "without")
        {
            builder.Configuration.AddInMemoryCollection((kind == "large" ? SiteSettings.Large : SiteSettings.Usual).Select(static pair => KeyValuePair.Create("CookieConsent:" + pair.Key, pair.Value)));
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

        Console.WriteLine(Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    }

    private static double Measure(string kind)
    {
        // By this program itself, or by dotnet, which wants to be told of it.
        string program = Environment.ProcessPath!;
        string[] itself = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(StartUp).Assembly.Location] : [];
        using Process process = Process.Start(new ProcessStartInfo(program, [.. itself, Once, kind]) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
