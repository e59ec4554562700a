using CookieConsent.Catalogue;
using CookieConsent.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace CookieConsent.Consent;

/// <summary>Holds the policy in force, and replaces it when the configuration changes into something valid.</summary>
/// <remarks><c>IOptionsMonitor.CurrentValue</c> throws after a bad save until the next good one, so it is not asked.</remarks>
internal sealed class ConsentPolicySource : IDisposable
{
    private readonly IOptionsFactory<CookieConsentOptions> _factory;
    private readonly Func<IReadOnlyList<FrameworkCookie>> _framework;
    private readonly Func<CookieConsentOptions, ConsentPolicy, LintReport> _lint;
    private readonly ILogger _logger;
    private readonly List<IDisposable> _subscriptions = [];
    private readonly Lock _reload = new();
    private volatile ConsentPolicy? _current;
    private volatile Lazy<LintReport>? _report;

    public ConsentPolicySource(
        IOptionsFactory<CookieConsentOptions> factory,
        IEnumerable<IOptionsChangeTokenSource<CookieConsentOptions>> changes,
        Func<IReadOnlyList<FrameworkCookie>> framework,
        Func<CookieConsentOptions, ConsentPolicy, LintReport> lint,
        ILogger<ConsentPolicySource> logger)
    {
        _factory = factory;
        _framework = framework;
        _lint = lint;
        _logger = logger;
        foreach (IOptionsChangeTokenSource<CookieConsentOptions> change in changes)
        {
            _subscriptions.Add(ChangeToken.OnChange(change.GetChangeToken, Reload));
        }
    }

    /// <summary>The policy in force; the first call compiles it.</summary>
    public ConsentPolicy Current => _current ?? Load();

    /// <summary>What the lint says about the policy in force; the first call asks it, and logs what it says.</summary>
    public LintReport Lint
    {
        get
        {
            _ = Current;
            return _report!.Value;
        }
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

    private ConsentPolicy Load()
    {
        lock (_reload)
        {
            if (_current is null)
            {
                (_report, _current) = Compile();
            }

            return _current;
        }
    }

    private void Reload()
    {
        lock (_reload)
        {
            if (_current is null)
            {
                return;
            }

            try
            {
                (Lazy<LintReport> report, ConsentPolicy policy) = Compile();
                _ = report.Value;
                (_report, _current) = (report, policy);
                LogReloaded();
            }
            catch (Exception exception)
            {
                LogKept(exception);
            }
        }
    }

    private (Lazy<LintReport> Report, ConsentPolicy Policy) Compile()
    {
        CookieConsentOptions options = _factory.Create(Options.DefaultName);
        ConsentPolicy policy = ConsentPolicyCompiler.Compile(options, CookieCatalogue.Default, _framework());
        if (policy.Asked.Count == 0)
        {
            LogNothingAsked(options.SectionPath);
        }
        else
        {
            LogAsked(string.Join(", ", policy.Asked.Select(category => category.Id)), policy.Vendors.Count, policy.Cookies.Count, policy.Settings.Mode);
        }

        return (new Lazy<LintReport>(() => Judge(options, policy)), policy);
    }

    private LintReport Judge(CookieConsentOptions options, ConsentPolicy policy)
    {
        LintReport report = _lint(options, policy);
        foreach (LintFinding finding in report.Findings)
        {
            LintLog.Tell(_logger, new EventId(3, "Lint"), finding);
        }

        LogSummary(report);
        return report;
    }

    private void LogAsked(string categories, int vendors, int cookies, EnforcementMode mode) => _logger.Log(LogLevel.Information, new EventId(1, "Asked"),
        "Cookie consent asks visitors about {Categories}: {Vendors} vendors and {Cookies} cookies are declared, enforcement is {Mode}.", categories, vendors, cookies, mode);

    private void LogNothingAsked(string section) => _logger.Log(LogLevel.Information, new EventId(2, "NothingAsked"),
        "Cookie consent asks nothing, because no vendor and no cookie that needs consent is declared, and cookies that need it are withheld. To ask, name a vendor in appsettings.json: \"{Section}\": {{ \"Vendors\": {{ \"google-analytics\": {{}} }} }}", section);

    private void LogSummary(LintReport report) => _logger.Log(LogLevel.Information, new EventId(4, "LintSummary"),
        "Cookie consent: {Rules} rules checked, {Errors} errors, {Warnings} warnings, {Notes} notes, {Suppressed} suppressed; checked were the section, its texts, the app's services and its views.",
        report.Rules.Count, report.Count(LintSeverity.Error), report.Count(LintSeverity.Warning), report.Count(LintSeverity.Info), report.Suppressed.Count);

    private void LogReloaded() => _logger.Log(LogLevel.Information, new EventId(5, "Reloaded"),
        "The cookie consent configuration has changed and is in force.");

    private void LogKept(Exception exception) => _logger.Log(LogLevel.Error, new EventId(6, "Kept"), exception,
        "The changed cookie consent configuration is not usable. The one before stays in force.");
}
