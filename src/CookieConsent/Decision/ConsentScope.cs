using CookieConsent.Consent;
using Microsoft.Extensions.Logging;

namespace CookieConsent.Decision;

/// <summary>What all requests under one policy share.</summary>
internal abstract class ConsentScope(ConsentPolicy policy, TimeProvider time, ILogger logger)
{
    public ConsentPolicy Policy => policy;

    public TimeProvider Time => time;

    public ILogger Logger => logger;

    public RefusalMemory Refusals { get; } = new();
}
