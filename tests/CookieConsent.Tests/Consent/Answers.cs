using CookieConsent.Consent;
using CookieConsent.Decision;
using CookieConsent.Tests.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.Time.Testing;

namespace CookieConsent.Tests.Consent;

/// <summary>Answers kept under one policy and read under another, without a site.</summary>
internal static class Answers
{
    public static readonly DateTimeOffset Now = Site.Start;

    /// <summary>Four asked categories with a vendor each.</summary>
    public static readonly ConsentPolicy Four = Section.Policy("""
        {
          "PolicyRevision": "2018-05-10",
          "Vendors": { "google-analytics": {}, "youtube": {}, "stripe": {}, "google-adsense": {} },
          "Cookies": { "ad_shown": { "Category": "advertising", "Lifetime": "30 days", "Purpose": "Which advertisement was shown" } }
        }
        """);

    /// <summary>A decision, as <c>+analytics -social</c>: plus grants, minus refuses, a category or a vendor.</summary>
    public static ConsentDecision Decision(this ConsentPolicy policy, string answers, DateTimeOffset? at = null)
    {
        ConsentDecision decision = answers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(ConsentDecision.None, (current, answer) =>
        {
            ConsentAnswer said = answer[0] == '+' ? ConsentAnswer.Granted : ConsentAnswer.Refused;
            return policy.Category(answer[1..]) is { } category ? current.With(category, said) : current.With(policy.Vendor(answer[1..])!, said);
        });
        return DecisionFormat.Stamp(decision, at ?? Now);
    }

    public static string Write(this ConsentPolicy policy, string answers, DateTimeOffset? at = null) =>
        DecisionFormat.Write(policy.Decision(answers, at), policy);

    public static ConsentDecision Read(this ConsentPolicy policy, string value, DateTimeOffset? now = null) =>
        DecisionFormat.Read(value, policy, now ?? Now);

    /// <summary>The decision that a raw <c>Cookie</c> header carries.</summary>
    public static ConsentDecision ReadHeader(this ConsentPolicy policy, StringValues header) => DecisionCookie.Read(header, new Scope(policy, new FakeTimeProvider(Now)));

    /// <summary>Every answer that a decision gives, in the notation of <see cref="Decision"/>; open questions are left out.</summary>
    public static string Told(this ConsentPolicy policy, ConsentDecision decision) => string.Join(' ',
        policy.Asked.Select(category => (category.Id, Answer: decision.AnswerTo(category)))
            .Concat(decision.Vendors.Select(exception => (exception.Vendor.Id, exception.Answer)))
            .Where(told => told.Answer != ConsentAnswer.Undecided)
            .Select(told => (told.Answer == ConsentAnswer.Granted ? "+" : "-") + told.Id));

    /// <summary>What answers under one policy mean under another.</summary>
    public static string Carried(string answers, ConsentPolicy from, ConsentPolicy to) => to.Told(to.Read(from.Write(answers)));

    /// <summary>Ids of all asked categories and vendors that a decision grants.</summary>
    public static IEnumerable<string> Granted(this ConsentPolicy policy, ConsentDecision decision) =>
        policy.Asked.Where(category => decision.AnswerTo(category) == ConsentAnswer.Granted).Select(category => category.Id)
            .Concat(policy.Vendors.Where(vendor => decision.AnswerTo(vendor) == ConsentAnswer.Granted).Select(vendor => vendor.Id));

    /// <summary>What all requests under one policy share, without a site.</summary>
    public sealed class Scope(ConsentPolicy policy, TimeProvider time) : ConsentScope(policy, time, NullLogger.Instance);
}
