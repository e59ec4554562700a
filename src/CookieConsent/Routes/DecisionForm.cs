using CookieConsent.Consent;
using CookieConsent.Decision;
using Microsoft.AspNetCore.Http;

namespace CookieConsent.Routes;

/// <summary>What a form asks to be decided, checked against the policy.</summary>
/// <remarks>
/// <c>answer</c> is <c>refuse</c>, <c>grant</c>, <c>choose</c> or <c>vendor</c>. <c>asked</c> lists what the form showed; a
/// grant never goes beyond it. With <c>choose</c>, each <c>grant</c> names a category, and <c>vendor.ID</c> is <c>allow</c>,
/// <c>refuse</c> or empty. With <c>vendor</c>, the <c>vendor.ID</c> fields alone count and no category is touched.
/// </remarks>
internal sealed record DecisionForm(ulong Answered, bool Grants, Func<ConsentDecision, ConsentDecision> Change)
{
    private const string VendorPrefix = "vendor.";

    /// <summary>Reads a form, or says what is wrong with it.</summary>
    public static DecisionForm? Read(IFormCollection form, ConsentPolicy policy, out string? wrong)
    {
        wrong = null;
        bool says = form.TryGetValue("asked", out var asked);
        if (!AskedField.TryRead(asked.ToString(), policy, out ulong shown, out IReadOnlyList<ConsentVendor> single))
        {
            wrong = "The field \"asked\" is not what the form was sent with.";
            return null;
        }

        switch (form["answer"].ToString())
        {
            case "refuse":
                ulong refused = says ? shown : policy.AskedBits;
                return new DecisionForm(refused, false, decision => Set(decision, refused, 0));
            case "grant" when !says:
                wrong = "A grant needs the field \"asked\", which says what was shown.";
                return null;
            case "grant":
                return new DecisionForm(shown, shown != 0, decision => Set(decision, shown, shown));
            case "choose" when says:
                return ReadChoice(form, policy, shown, single, answersCategories: true, out wrong);
            case "vendor":
                return ReadChoice(form, policy, shown, single, answersCategories: false, out wrong);
            default:
                wrong = "The field \"answer\" must be refuse, grant, choose or vendor.";
                return null;
        }
    }

    private static DecisionForm? ReadChoice(IFormCollection form, ConsentPolicy policy, ulong shown, IReadOnlyList<ConsentVendor> single, bool answersCategories, out string? wrong)
    {
        wrong = null;
        ulong granted = 0;
        foreach (string? id in form["grant"])
        {
            if (policy.Asked.FirstOrDefault(category => category.Id == id) is not { } category)
            {
                wrong = "The form grants a category that this site does not ask about.";
                return null;
            }

            granted |= category.Bit & shown;
        }

        var exceptions = new List<(ConsentVendor Vendor, ConsentAnswer Answer)>();
        foreach (string field in form.Keys.Where(key => key.StartsWith(VendorPrefix, StringComparison.Ordinal)))
        {
            ConsentVendor? vendor = policy.Vendor(field[VendorPrefix.Length..]);
            ConsentAnswer? answer = form[field].ToString() switch
            {
                "" => ConsentAnswer.Undecided,
                "allow" => ConsentAnswer.Granted,
                "refuse" => ConsentAnswer.Refused,
                _ => null,
            };
            if (vendor is not { Category.IsEssential: false } || answer is null)
            {
                wrong = "The form answers for a vendor that this site does not declare, or with a word it does not know.";
                return null;
            }

            // What was shown under an older policy can still be refused.
            if (answer == ConsentAnswer.Refused || (answer == ConsentAnswer.Granted && ((vendor.Category.Bit & shown) != 0 || single.Contains(vendor))))
            {
                exceptions.Add((vendor, answer.Value));
            }
        }

        ulong answered = answersCategories ? shown : 0;
        granted &= answered;
        bool grants = granted != 0 || exceptions.Any(exception => exception.Answer == ConsentAnswer.Granted);
        return new DecisionForm(answered, grants, decision => exceptions.Aggregate(
            Set(decision, answered, granted),
            (current, exception) => current.With(exception.Vendor, exception.Answer)));
    }

    /// <summary>Answers all of <paramref name="asked"/>: yes to those in <paramref name="granted"/>, no to the others.</summary>
    private static ConsentDecision Set(ConsentDecision decision, ulong asked, ulong granted) => decision with
    {
        Granted = (decision.Granted & ~asked) | granted,
        Refused = (decision.Refused & ~asked) | (asked & ~granted),
        Vendors = [.. decision.Vendors.Where(exception => (exception.Vendor.Category.Bit & asked) == 0)],
    };
}
