using CookieConsent.Consent;
using Microsoft.Extensions.Logging;

namespace CookieConsent.Decision;

/// <summary>What all requests under one policy share.</summary>
internal record ConsentScope(ConsentPolicy Policy, TimeProvider Time, ILogger Logger);
