using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CookieConsent.Configuration;
using CookieConsent.Consent;
using Microsoft.Extensions.Logging;

namespace CookieConsent.Presentation;

/// <summary>What was found while pages were rendered: about the site's views, never about a visitor. Each finding is told once and kept as long as its policy is in force.</summary>
internal sealed class RenderedFindings(ILogger<RenderedFindings> logger)
{
    /// <summary>Views are finite, but what an expression makes is not.</summary>
    public const int Most = 300;

    private readonly ConditionalWeakTable<ConsentPolicy, ConcurrentDictionary<LintFinding, bool>> _found = [];

    /// <summary>All that was found under a policy.</summary>
    public ICollection<LintFinding> Of(ConsentPolicy policy) => _found.TryGetValue(policy, out ConcurrentDictionary<LintFinding, bool>? found) ? found.Keys : [];

    public void Note(LintFinding finding, ConsentPolicy policy)
    {
        ConcurrentDictionary<LintFinding, bool> found = _found.GetOrCreateValue(policy);
        if (!found.ContainsKey(finding) && found.Count < Most && found.TryAdd(finding, true) && policy.Settings.Suppressed.ReasonFor(finding) is null)
        {
            LintLog.Tell(logger, new EventId(31, "LintRendered"), finding);
        }
    }
}
