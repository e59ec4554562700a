using CookieConsent.Consent;

namespace CookieConsent.Decision;

/// <summary>Remembers the last refusal that was read. Refusals of one day are alike to the letter, so this is about nobody in particular.</summary>
internal sealed class RefusalMemory
{
    private volatile Remembered? _last;

    /// <summary>The decision that a value stands for.</summary>
    public ConsentDecision Read(ReadOnlySpan<char> value, ConsentScope scope)
    {
        DateTimeOffset now = scope.Time.GetUtcNow();
        if (_last is { } last && value.SequenceEqual(last.Value) && scope.Policy.Holds(last.Decision, now))
        {
            return last.Decision;
        }

        ConsentDecision decision = DecisionFormat.Read(value, scope.Policy, now);
        if (!decision.Receipt.Exists && !decision.IsEmpty)
        {
            _last = new Remembered(value.ToString(), decision);
        }

        return decision;
    }

    private sealed record Remembered(string Value, ConsentDecision Decision);
}
