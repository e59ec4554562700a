using Microsoft.Extensions.Logging;

namespace CookieConsent.Configuration;

/// <summary>A finding as a line of the log.</summary>
internal static class LintLog
{
    public static void Tell(ILogger logger, EventId id, LintFinding finding) => logger.Log(Level(finding.Severity), id, "Cookie consent {Finding}", finding);

    private static LogLevel Level(LintSeverity severity) => severity switch
    {
        LintSeverity.Error => LogLevel.Error,
        LintSeverity.Warning => LogLevel.Warning,
        _ => LogLevel.Information,
    };
}
