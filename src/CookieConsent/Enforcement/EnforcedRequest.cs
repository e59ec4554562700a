using CookieConsent.Configuration;
using CookieConsent.Consent;
using CookieConsent.Decision;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace CookieConsent.Enforcement;

/// <summary>Stands between the app and the cookies of one request: decides on the way out before a cookie is formatted, and again over every final line.</summary>
/// <remarks>One object plays every part, because an object more would cost every request.</remarks>
internal sealed class EnforcedRequest(HttpContext context, EnforcementScope scope) : ConsentRequest(context, scope), IResponseCookiesFeature, IResponseCookies, IRequestCookiesFeature
{
    private IResponseCookiesFeature? _inner;
    private Rarities? _rarities;

    IResponseCookies IResponseCookiesFeature.Cookies => this;

    IRequestCookieCollection IRequestCookiesFeature.Cookies
    {
        get => Rare.Visible ??= new HidingRequestCookies(this, InnerRequest);
        set => InnerRequest.Cookies = value;
    }

    private WithheldReport Report => ((EnforcementScope)Scope).Report;

    private CookieInventory Inventory => ((EnforcementScope)Scope).Inventory;

    private bool Withholds => Policy.Settings.Mode == EnforcementMode.Withhold;

    private Rarities Rare => _rarities ??= new Rarities();

    private IRequestCookiesFeature InnerRequest => Rare.InnerRequest ??= new RequestCookiesFeature(Context.Features);

    private IResponseCookies Inner => (_inner ??= new ResponseCookiesFeature(Context.Features)).Cookies;

    /// <summary>Puts the request under enforcement, before anything of the app or the framework has run.</summary>
    public static EnforcedRequest Begin(HttpContext context, EnforcementScope scope)
    {
        var request = new EnforcedRequest(context, scope);
        request.HasCookies = context.Request.Headers.Cookie.Count > 0;

        // Callbacks run last in, first out: the first one registered sees what all others left.
        context.Response.OnStarting(static state => ((EnforcedRequest)state).Finish(), request);

        // The context forgets what it knows of its features whenever one is set, so these come last; and by index,
        // because a generic method of an interface is searched for at every call, which takes longer than what it does.
        IFeatureCollection features = context.Features;
        request._inner = (IResponseCookiesFeature?)features[typeof(IResponseCookiesFeature)];
        features[typeof(IResponseCookiesFeature)] = request;
        features[typeof(ICookieConsentFeature)] = request;
        features[typeof(ITrackingConsentFeature)] = request;
        if (request.HasCookies && request.Withholds)
        {
            if (features[typeof(IRequestCookiesFeature)] is IRequestCookiesFeature given)
            {
                request.Rare.InnerRequest = given;
            }

            features[typeof(IRequestCookiesFeature)] = request;
        }

        return request;
    }

    /// <summary>A cookie of the request is hidden if it needs a grant that it does not have; a name that nobody knows never is.</summary>
    public bool Hides(ReadOnlySpan<char> name)
    {
        CookieStanding standing = Policy.Classify(name);
        return standing.IsUngrantable || (standing.IsAsked && !Allows(standing.Cookie!));
    }

    public void Append(string key, string value)
    {
        if (MayAppend(key, null))
        {
            Inner.Append(key, value);
        }
    }

    public void Append(string key, string value, CookieOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (MayAppend(key, options))
        {
            Inner.Append(key, value, options);
        }
    }

    public void Append(ReadOnlySpan<KeyValuePair<string, string>> keyValuePairs, CookieOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach ((string key, string value) in keyValuePairs)
        {
            Append(key, value, options);
        }
    }

    public void Delete(string key) => Inner.Delete(key);

    public void Delete(string key, CookieOptions options) => Inner.Delete(key, options);

    protected override void OnDecided(ConsentDecision before, ConsentDecision after)
    {
        Report.Decided((before.Granted & ~after.Granted) != 0 ? "withdraw" : after.Granted == Policy.AskedBits ? "accept-all" : after.GrantsAnything ? "choose" : "refuse");
        if (Withholds && !Context.Response.HasStarted && DecisionCookie.Count(Context.Request.Headers.Cookie, Policy) > 1)
        {
            Sweeper.SweepDecisionTwins(Context, Policy);
        }
    }

    private bool MayAppend(string name, CookieOptions? options)
    {
        CookieStanding standing = Policy.Classify(name);
        if (options is { IsEssential: true } && !standing.IsEssential)
        {
            if (IsDeletion(options))
            {
                return true;
            }

            if (standing.IsDeclaredBySite)
            {
                Inventory.NoteContradiction(name, standing, Policy);
                return MayAppendUnmarked(name, standing, options);
            }

            (Rare.EssentialNames ??= []).Add(name);
            if (standing.IsCatalogued)
            {
                Report.DoubtfulEssential(name, Policy);
            }

            return true;
        }

        return MayAppendUnmarked(name, standing, options);
    }

    private bool MayAppendUnmarked(string name, CookieStanding standing, CookieOptions? options)
    {
        // What passes here is reported by its final line, so that nothing is counted twice.
        if (!Withholds || HasConsent(standing) || IsAllowedUndeclared(standing) || IsDeletion(options))
        {
            return true;
        }

        ReadOnlySpan<char> said = name.Length == 0 ? CookieNames.None : name;
        Report.Withheld(said, standing, Inventory.NoteWithheld(said, standing, options, Context, Policy), Policy);
        return false;
    }

    private bool IsDeletion(CookieOptions? options) => options is not null && SetCookieLine.IsDeletion(options, Scope.Time);

    private bool HasConsent(CookieStanding standing) =>
        standing.IsEssential || (standing.IsAsked && Allows(standing.Cookie!));

    private bool IsAllowedUndeclared(CookieStanding standing) =>
        standing.IsUndeclared && Policy.Settings.Undeclared == UndeclaredCookies.Allow;

    /// <summary>Whether a final line may reach the browser.</summary>
    private bool Passes(string? line)
    {
        ReadOnlySpan<char> name = SetCookieLine.Name(line, out bool isNameless);
        ReadOnlySpan<char> said = isNameless ? CookieNames.None : name;
        CookieStanding standing = Policy.Classify(name);
        if (!HasConsent(standing) && !IsNotedEssential(name, standing))
        {
            if (SetCookieLine.IsDeletion(line, Scope.Time))
            {
                return true;
            }

            if (!IsAllowedUndeclared(standing))
            {
                Report.Withheld(said, standing, Inventory.NoteSet(said, standing, line, Withholds, Context, Policy), Policy);
                return !Withholds;
            }

            Report.Allowed(said, Inventory.NoteSet(said, standing, line, isWithheld: false, Context, Policy), Policy);
            return true;
        }

        Inventory.NoteSet(said, standing, line, isWithheld: false, Context, Policy);
        return true;
    }

    private bool IsNotedEssential(ReadOnlySpan<char> name, CookieStanding standing)
    {
        if (_rarities?.EssentialNames is { } names && !standing.IsDeclaredBySite)
        {
            foreach (string essential in names)
            {
                if (name.SequenceEqual(essential))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private Task Finish()
    {
        // Features have been set since the context last looked for its own, so this is the shorter way.
        IHeaderDictionary headers = ((IHttpResponseFeature)Context.Features[typeof(IHttpResponseFeature)]!).Headers;
        StringValues lines = headers.SetCookie;
        if (lines.Count > 0)
        {
            StringValues kept = SetCookieLines.Where(lines, static (line, request) => request.Passes(line), this);
            if (kept.Count < lines.Count)
            {
                headers.SetCookie = kept;
            }
        }

        if (HasCookies)
        {
            if (Withholds)
            {
                Sweeper.Sweep(Context, this, Report);
            }

            Inventory.LookAt(Context.Request, Policy);
        }

        return Task.CompletedTask;
    }

    /// <summary>What few requests need, apart so that the others do not carry it.</summary>
    private sealed class Rarities
    {
        public IRequestCookiesFeature? InnerRequest { get; set; }

        public HidingRequestCookies? Visible { get; set; }

        /// <summary>Names that the app marked essential and nobody declared.</summary>
        public List<string>? EssentialNames { get; set; }
    }
}
