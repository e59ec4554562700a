using CookieConsent.Consent;
using CookieConsent.Enforcement;
using CookieConsent.Routes;
using Microsoft.AspNetCore.Http;

namespace CookieConsent;

/// <summary>One app's pipeline: whether <c>UseCookieConsent</c> was called, and the scope of the policy in force.</summary>
internal sealed class CookieConsentPipeline(ConsentPolicySource source, TimeProvider time, WithheldReport report, CookieInventory inventory)
{
    private volatile EnforcementScope _scope = new(source.Current, time, report, inventory);

    /// <summary>Set by <c>UseCookieConsent</c>.</summary>
    public bool IsUsed { get; set; }

    /// <summary>Puts a request under the policy in force.</summary>
    public void Begin(HttpContext context)
    {
        EnforcementScope scope = _scope;
        if (!ReferenceEquals(scope.Policy, source.Current))
        {
            _scope = scope = new EnforcementScope(source.Current, time, report, inventory);
        }

        // Before any feature is set, while the context has the request at hand.
        OwnEndpoint.Mark(context, scope.Policy);
        EnforcedRequest.Begin(context, scope);
    }
}
