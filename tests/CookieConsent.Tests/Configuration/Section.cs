using System.Text;
using CookieConsent.Catalogue;
using CookieConsent.Configuration;
using CookieConsent.Consent;
using CookieConsent.Enforcement;
using Microsoft.Extensions.Time.Testing;

namespace CookieConsent.Tests.Configuration;

/// <summary>The section as an owner writes it, bound, checked and compiled as an app does it.</summary>
internal static class Section
{
    public static readonly string[] Environments = ["Development", "Staging", "Production"];

    /// <summary>The section of one or more files; a later one overrides an earlier one entry by entry.</summary>
    public static IConfigurationSection Of(params string[] files) => files
        .Aggregate(new ConfigurationBuilder(), (builder, json) => (ConfigurationBuilder)builder.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "CookieConsent": {{json}} }"""))))
        .Build().GetSection("CookieConsent");

    /// <summary>The section's settings as <see cref="Site"/> takes them.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Settings(string json) =>
        Of(json).AsEnumerable(makePathsRelative: true).Where(pair => pair.Key.Length > 0);

    public static CookieConsentOptions Bind(IConfiguration section)
    {
        var options = new CookieConsentOptions();
        new SectionBinder(section).Configure(options);
        return options;
    }

    public static CookieConsentOptions Options(params string[] files) => Bind(Of(files));

    public static IReadOnlyList<Mistake> Mistakes(params string[] files) => OptionsCheck.Mistakes(Options(files), CookieCatalogue.Default);

    /// <summary>The one message that stops start-up, or an empty text.</summary>
    public static string Message(CookieConsentOptions options)
    {
        using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        return new CookieConsentOptionsValidator(services, new CookieConsentLint(services)).Validate(null, options).FailureMessage ?? "";
    }

    public static string Message(params string[] files) => Message(Options(files));

    public static ConsentPolicy Policy(string json, params FrameworkCookie[] framework) => Policy(json, CookieCatalogue.Default, framework);

    public static ConsentPolicy Policy(string json, CookieCatalogue catalogue, params FrameworkCookie[] framework)
    {
        CookieConsentOptions options = Options(json);
        OptionsCheck.Mistakes(options, catalogue).Should().BeEmpty("only a valid section is compiled");
        return ConsentPolicyCompiler.Compile(options, catalogue, framework);
    }

    /// <summary>What the lint says at start about a valid section, in an app with further services.</summary>
    public static LintReport Lint(string json, Action<IServiceCollection>? services = null)
    {
        CookieConsentOptions options = Options(json);
        OptionsCheck.Mistakes(options, CookieCatalogue.Default).Should().BeEmpty("only a valid section is judged");
        IServiceCollection collection = new ServiceCollection().AddSingleton<TimeProvider>(new FakeTimeProvider(Site.Start));
        services?.Invoke(collection);
        using ServiceProvider provider = collection.BuildServiceProvider();
        return new CookieConsentLint(provider).Check(options, ConsentPolicyCompiler.Compile(options, CookieCatalogue.Default, FrameworkCookies.Of(provider)));
    }
}
