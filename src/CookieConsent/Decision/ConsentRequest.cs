using CookieConsent.Configuration;
using CookieConsent.Consent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace CookieConsent.Decision;

/// <summary>What one visitor said, read from the request on first need, and changed through the response.</summary>
internal abstract class ConsentRequest(HttpContext context, ConsentScope scope) : ICookieConsentFeature, ITrackingConsentFeature
{
    private ConsentDecision? _decision;
    private bool _noted;

    /// <summary>The request brought cookies; without any there is nothing to hide, to sweep or to look at.</summary>
    protected bool HasCookies { get; set; }

    /// <summary>Bits of the categories that count as granted on this request's path.</summary>
    protected ulong EssentialHere { get; private set; }

    /// <summary>Bits of the categories whose grant, or whose vendor's, this request took back.</summary>
    internal ulong Withdrawn { get; private set; }

    public ConsentPolicy Policy => scope.Policy;

    /// <summary>Shared by all requests under one policy.</summary>
    protected ConsentScope Scope => scope;

    protected HttpContext Context => context;

    /// <summary>The decision, without marking the response as one that differs by visitor.</summary>
    public ConsentDecision Decision => _decision ??= DecisionCookie.Read(context.Request.Headers.Cookie, scope);

    /// <summary>A cross-site POST carries no Lax cookie, so nothing can be said about its visitor.</summary>
    public bool IsForeignPost => !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && RequestOrigin.IsCrossSite(context.Request);

    /// <summary>Bits of the categories that the visitor must still be asked about.</summary>
    public ulong Open => Policy.AskedBits & ~(Decision.Granted | Decision.Refused);

    public bool IsDecisionNeeded
    {
        get
        {
            NoteRead();
            return Open != 0 && !IsForeignPost;
        }
    }

    public DateTimeOffset? DecidedAt
    {
        get
        {
            NoteRead();
            return Decision.IsEmpty ? null : Decision.DecidedAt;
        }
    }

    public string? Receipt
    {
        get
        {
            NoteRead();
            return DecisionFormat.Text(Decision.Receipt);
        }
    }

    /// <summary>The same for visitors who get the same pages: the policy, their answers, and whether they are asked.</summary>
    public string CacheKey => string.Join(
        ' ',
        [
            Policy.Stamp,
            $"{Decision.Granted:x}",
            $"{Decision.Refused:x}",
            IsForeignPost ? "foreign" : "",
            .. Decision.Vendors.Select(static exception => $"{exception.Vendor.Id}={exception.Answer}").Order(StringComparer.Ordinal),
        ]);

    bool ITrackingConsentFeature.IsConsentNeeded => Policy.Asked.Count > 0;

    bool ITrackingConsentFeature.HasConsent => CanTrack;

    public bool CanTrack
    {
        get
        {
            NoteRead();
            return (Policy.AskedBits & ~Decision.Granted) == 0 && Decision.Vendors.All(static exception => exception.Answer == ConsentAnswer.Granted);
        }
    }

    /// <summary>The path is known when <c>UsePathBase</c> has run, which is where <c>UseCookieConsent</c> stands.</summary>
    public void Enter()
    {
        if (Policy.HasEssentialPaths)
        {
            EssentialHere = Policy.EssentialOn(context.Request.Path.Value ?? "");
        }
    }

    public ConsentAnswer GetCategory(string category)
    {
        NoteRead();
        return Policy.Category(category) is { } known ? AnswerTo(known) : ConsentAnswer.Undecided;
    }

    public ConsentAnswer GetVendor(string vendor)
    {
        NoteRead();
        return Policy.Vendor(vendor) is not { } known ? ConsentAnswer.Undecided
            : (EssentialHere & known.Category.Bit) != 0 ? ConsentAnswer.Granted
            : Decision.AnswerTo(known);
    }

    /// <summary>Whether a cookie's category, or its vendor, is granted on this request.</summary>
    protected bool Allows(DeclaredCookie cookie) =>
        (EssentialHere & cookie.Category.Bit) != 0 || Decision.AnswerTo(cookie) == ConsentAnswer.Granted;

    public ValueTask<bool> GrantAllAsync(CancellationToken cancellationToken) =>
        Keep(decision => decision.With(Policy.AskedBits, ConsentAnswer.Granted), Policy.AskedBits, cancellationToken);

    public ValueTask<bool> RefuseAllAsync(CancellationToken cancellationToken) =>
        Keep(decision => decision.With(Policy.AskedBits, ConsentAnswer.Refused), Policy.AskedBits, cancellationToken);

    public ValueTask<bool> GrantAsync(string id, CancellationToken cancellationToken) =>
        Keep(decision => Answer(decision, id, ConsentAnswer.Granted), 0, cancellationToken);

    public ValueTask<bool> RefuseAsync(string id, CancellationToken cancellationToken) =>
        Keep(decision => Answer(decision, id, ConsentAnswer.Refused), 0, cancellationToken);

    public ValueTask<bool> WithdrawAsync(CancellationToken cancellationToken) => Keep(
        static decision => decision.WithoutGrants(),
        0,
        cancellationToken);

    /// <summary>Keeps what the visitor said.</summary>
    /// <param name="change">From the decision before to the decision after.</param>
    /// <param name="answered">Bits of the categories that were asked about anew; any other grant keeps its time, so that no answer renews another.</param>
    /// <param name="cancellationToken">Cancels before anything is kept.</param>
    public ValueTask<bool> Keep(Func<ConsentDecision, ConsentDecision> change, ulong answered, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        NoteRead();
        ConsentDecision before = Decision;
        ConsentDecision after = change(before);
        DateTimeOffset now = scope.Time.GetUtcNow();
        DateTimeOffset at = after.KeepsGrantOf(before, answered) ? before.DecidedAt : now;
        after = DecisionFormat.Stamp(after, at);
        bool kept = !context.Response.HasStarted;
        if (!kept)
        {
            LogTooLate(scope.Logger);
            after = before.WithoutNewGrants(after);
        }
        else if (after.IsEmpty)
        {
            return ValueTask.FromResult(true);
        }
        else
        {
            DecisionCookie.Write(context, after, Policy, now);
        }

        Withdrawn |= before.Granted & ~after.Granted;
        foreach (ConsentVendor vendor in Policy.Vendors)
        {
            Withdrawn |= before.AnswerTo(vendor) == ConsentAnswer.Granted && after.AnswerTo(vendor) == ConsentAnswer.Refused ? vendor.Category.Bit : 0;
        }

        if (kept && Withdrawn != 0 && Policy.Settings.ClearSiteData)
        {
            context.Response.Headers["Clear-Site-Data"] = "\"storage\"";
        }

        _decision = after;
        OnDecided(before, after);
        return ValueTask.FromResult(kept);
    }

    void ITrackingConsentFeature.GrantConsent()
    {
        if (CanTrack)
        {
            return;
        }

        bool started = context.Response.HasStarted;
        _ = GrantAllAsync(default);
        if (started)
        {
            // The framework's contract: the rest of the request sees the grant, although it cannot be kept.
            _decision = Decision.With(Policy.AskedBits, ConsentAnswer.Granted);
        }
    }

    void ITrackingConsentFeature.WithdrawConsent() => _ = RefuseAllAsync(default);

    string ITrackingConsentFeature.CreateConsentCookie()
    {
        DateTimeOffset now = scope.Time.GetUtcNow();
        return DecisionCookie.Line(context, DecisionFormat.Stamp(ConsentDecision.None.With(Policy.AskedBits, ConsentAnswer.Granted), now), Policy, now);
    }

    /// <summary>The decision has changed.</summary>
    protected abstract void OnDecided(ConsentDecision before, ConsentDecision after);

    private ConsentAnswer AnswerTo(ConsentCategory category) =>
        (EssentialHere & category.Bit) != 0 ? ConsentAnswer.Granted : Decision.AnswerTo(category);

    /// <summary>Caches must keep what was made for one visitor from another; only reading makes a difference, enforcing does not.</summary>
    private void NoteRead()
    {
        if (!_noted && !context.Response.HasStarted)
        {
            _noted = true;
            if (!context.Response.Headers.GetCommaSeparatedValues(HeaderNames.Vary).Contains(HeaderNames.Cookie, StringComparer.OrdinalIgnoreCase))
            {
                context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Cookie);
            }
        }
    }

    private ConsentDecision Answer(ConsentDecision decision, string id, ConsentAnswer answer) =>
        Policy.Asked.FirstOrDefault(category => category.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) is { } category ? decision.With(category, answer)
        : Policy.Vendor(id) is { Category.IsEssential: false } vendor ? decision.With(vendor, answer)
        : throw new ArgumentException(
            $"The site neither asks about a category nor declares a vendor \"{id}\". {Suggestion.For(id, Policy.Asked.Select(known => known.Id).Concat(Policy.Vendors.Select(known => known.Id)))}Asked: {string.Join(", ", Policy.Asked.Select(known => known.Id))}.",
            nameof(id));

    private static void LogTooLate(ILogger logger) => logger.Log(LogLevel.Warning, new EventId(10, "TooLate"),
        "A cookie consent decision came after the response had started, so it cannot be kept.");
}
