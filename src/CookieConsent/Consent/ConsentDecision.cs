using System.Collections.Immutable;

namespace CookieConsent.Consent;

/// <summary>What one visitor said: an answer for each category and, as exceptions from it, for single vendors.</summary>
internal sealed record ConsentDecision
{
    /// <summary>Nothing was said, or nothing that still holds.</summary>
    public static readonly ConsentDecision None = new();

    /// <summary>Bits of the granted categories.</summary>
    public ulong Granted { get; init; }

    /// <summary>Bits of the refused categories.</summary>
    public ulong Refused { get; init; }

    /// <summary>Answers about single vendors, which override those about their categories.</summary>
    public ImmutableArray<(ConsentVendor Vendor, ConsentAnswer Answer)> Vendors { get; init; } = [];

    /// <summary>When the visitor decided, to the minute; to the day if nothing was granted.</summary>
    public DateTimeOffset DecidedAt { get; init; }

    /// <summary>Only a visitor who granted something has one.</summary>
    public ConsentReceipt Receipt { get; init; }

    public bool GrantsAnything => Granted != 0 || Vendors.Any(static exception => exception.Answer == ConsentAnswer.Granted);

    public bool IsEmpty => Granted == 0 && Refused == 0 && Vendors.IsEmpty;

    public ConsentAnswer AnswerTo(ConsentCategory category) =>
        category.IsEssential || (Granted & category.Bit) != 0 ? ConsentAnswer.Granted :
        (Refused & category.Bit) != 0 ? ConsentAnswer.Refused :
        ConsentAnswer.Undecided;

    public ConsentAnswer AnswerTo(ConsentVendor vendor) =>
        ExceptionFor(vendor) is not ConsentAnswer.Undecided and var answer ? answer : AnswerTo(vendor.Category);

    /// <summary>The exception that was made for a vendor, if any.</summary>
    public ConsentAnswer ExceptionFor(ConsentVendor vendor)
    {
        foreach ((ConsentVendor other, ConsentAnswer answer) in Vendors)
        {
            if (ReferenceEquals(other, vendor))
            {
                return answer;
            }
        }

        return ConsentAnswer.Undecided;
    }

    /// <summary>The answer that holds for a cookie: its category's, unless its vendor is an exception.</summary>
    /// <remarks>Where the vendor is of another category, allowing it does not allow what this cookie is for.</remarks>
    public ConsentAnswer AnswerTo(DeclaredCookie cookie) =>
        cookie.Vendor is { } vendor && !Vendors.IsEmpty && ExceptionFor(vendor) is not ConsentAnswer.Undecided and var answer
            && (answer == ConsentAnswer.Refused || ReferenceEquals(vendor.Category, cookie.Category))
            ? answer
            : AnswerTo(cookie.Category);

    /// <summary>The decision with another answer for one category.</summary>
    public ConsentDecision With(ConsentCategory category, ConsentAnswer answer) => this with
    {
        Granted = answer == ConsentAnswer.Granted ? Granted | category.Bit : Granted & ~category.Bit,
        Refused = answer == ConsentAnswer.Refused ? Refused | category.Bit : Refused & ~category.Bit,
    };

    /// <summary>The decision with another answer for one vendor; <see cref="ConsentAnswer.Undecided"/> lets the category speak again.</summary>
    public ConsentDecision With(ConsentVendor vendor, ConsentAnswer answer)
    {
        var others = Vendors.Where(exception => !ReferenceEquals(exception.Vendor, vendor)).ToImmutableArray();
        return this with { Vendors = answer == ConsentAnswer.Undecided ? others : others.Add((vendor, answer)) };
    }

    /// <summary>The decision with one answer for several categories; exceptions for their vendors end.</summary>
    public ConsentDecision With(ulong categories, ConsentAnswer answer) => this with
    {
        Granted = answer == ConsentAnswer.Granted ? Granted | categories : Granted & ~categories,
        Refused = answer == ConsentAnswer.Refused ? Refused | categories : Refused & ~categories,
        Vendors = [.. Vendors.Where(exception => (exception.Vendor.Category.Bit & categories) == 0)],
    };

    /// <summary>Every grant turned into a refusal.</summary>
    public ConsentDecision WithoutGrants() => this with
    {
        Granted = 0,
        Refused = Refused | Granted,
        Vendors = [.. Vendors.Select(static exception => (exception.Vendor, ConsentAnswer.Refused))],
    };

    /// <summary>This decision with the refusals of a later one, and without its new grants.</summary>
    public ConsentDecision WithoutNewGrants(ConsentDecision later) => this with
    {
        Granted = Granted & later.Granted,
        Refused = later.Refused,
        Vendors = [.. later.Vendors.Where(exception => exception.Answer == ConsentAnswer.Refused || AnswerTo(exception.Vendor) == ConsentAnswer.Granted)],
    };

    /// <summary>Some grant of an earlier decision stays although the visitor was not asked about it anew.</summary>
    public bool KeepsGrantOf(ConsentDecision earlier, ulong answered) =>
        (earlier.Granted & Granted & ~answered) != 0
        || earlier.Vendors.Any(exception => exception.Answer == ConsentAnswer.Granted && (exception.Vendor.Category.Bit & answered) == 0 && Vendors.Contains(exception));

    /// <summary>What both decisions grant; what either refuses is refused. For two cookies that contradict each other.</summary>
    public ConsentDecision And(ConsentDecision other)
    {
        ulong refused = Refused | other.Refused;
        var exceptions = ImmutableArray.CreateBuilder<(ConsentVendor, ConsentAnswer)>();
        foreach (ConsentVendor vendor in Vendors.Concat(other.Vendors).Select(static exception => exception.Vendor).Distinct())
        {
            (ConsentAnswer one, ConsentAnswer two) = (AnswerTo(vendor), other.AnswerTo(vendor));
            if (one == two || one == ConsentAnswer.Refused || two == ConsentAnswer.Refused)
            {
                exceptions.Add((vendor, one == ConsentAnswer.Granted && two == ConsentAnswer.Granted ? ConsentAnswer.Granted : ConsentAnswer.Refused));
            }
        }

        bool grants = (Granted & other.Granted) != 0 || exceptions.Any(static exception => exception.Item2 == ConsentAnswer.Granted);

        return new ConsentDecision
        {
            Granted = Granted & other.Granted,
            Refused = refused,
            Vendors = exceptions.ToImmutable(),
            DecidedAt = DecidedAt < other.DecidedAt ? DecidedAt : other.DecidedAt,
            Receipt = grants ? Receipt : ConsentReceipt.None,
        };
    }
}
