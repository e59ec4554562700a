using System.Numerics;
using CookieConsent.Catalogue;
using CookieConsent.Consent;
using CookieConsent.Tests.Configuration;

namespace CookieConsent.Tests.Consent;

public sealed class EntryTests
{
    private static readonly ConsentAnswer[] Said = [ConsentAnswer.Granted, ConsentAnswer.Refused];

    [Fact]
    public void Any_two_entries_are_at_least_two_bits_apart()
    {
        string vendors = string.Join(", ", CookieCatalogue.Default.Vendors.Keys.Select(id => $$""" "{{id}}": {} """));
        int[] hashes = [.. Hashes(Section.Policy($$"""{ "Vendors": { {{vendors}} } }"""))];

        hashes.Length.Should().BeGreaterThan(30);
        for (int one = 0; one < hashes.Length; one++)
        {
            for (int two = one + 1; two < hashes.Length; two++)
            {
                BitOperations.PopCount((uint)(hashes[one] ^ hashes[two])).Should().BeGreaterThanOrEqualTo(2);
            }
        }
    }

    [Fact]
    public void An_entry_is_24_bits_with_an_even_number_of_ones()
    {
        for (int number = 0; number < 2000; number++)
        {
            int hash = ConsentEntry.Hash(0, "category", $"c{number}", "", "refused");

            hash.Should().BeInRange(0, (1 << 24) - 1);
            (BitOperations.PopCount((uint)hash) % 2).Should().Be(0);
        }
    }

    [Fact]
    public void Colliding_entries_are_salted_anew_and_always_the_same_way()
    {
        (string one, string two) = Colliding();
        string json = $$"""{ "Categories": { "{{one}}": {}, "{{two}}": {} }, "Cookies": { "one": { "Category": "{{one}}" }, "two": { "Category": "{{two}}" } } }""";
        ConsentPolicy policy = Section.Policy(json);

        Hashes(policy).Should().OnlyHaveUniqueItems().And.HaveCount(4);
        policy.Entries[new ConsentEntry(policy.Category(one), null, ConsentAnswer.Refused)].Should().Be(ConsentEntry.Hash(1, "category", one, "", "refused"));
        Hashes(Section.Policy(json)).Should().Equal(Hashes(policy));
        Answers.Carried($"+{one} -{two}", policy, Section.Policy(json)).Should().Be($"+{one} -{two}");
        Answers.Carried($"-{one} +{two}", policy, Section.Policy(json)).Should().Be($"-{one} +{two}");
    }

    [Fact]
    public void Without_a_collision_there_is_no_salt() =>
        Answers.Four.Entries[new ConsentEntry(Answers.Four.Category("payment"), null, ConsentAnswer.Refused)]
            .Should().Be(ConsentEntry.Hash(0, "category", "payment", "2018-05-10", "refused"));

    [Fact]
    public void A_number_that_stands_for_no_answer_is_not_read()
    {
        HashSet<int> known = [.. Hashes(Answers.Four)];
        int[] foreign = [.. Enumerable.Range(0, 1 << 16).Where(number => !known.Contains(number))];

        foreign.Where(number => Answers.Four.Entries.TryRead(number, out _)).Should().BeEmpty();
    }

    /// <summary>Two ids whose refusals have the same 24 bits: among a few thousand there are some.</summary>
    private static (string One, string Two) Colliding()
    {
        var seen = new Dictionary<int, string>();
        for (int number = 0; ; number++)
        {
            string id = $"category-{number}";
            int hash = ConsentEntry.Hash(0, "category", id, "", "refused");
            if (!seen.TryAdd(hash, id))
            {
                return (seen[hash], id);
            }
        }
    }

    private static IEnumerable<int> Hashes(ConsentPolicy policy) =>
        policy.Asked.SelectMany(category => Said.Select(answer => policy.Entries[new ConsentEntry(category, null, answer)]))
            .Concat(policy.Vendors.Where(vendor => !vendor.Category.IsEssential).SelectMany(vendor => Said.Select(answer => policy.Entries[new ConsentEntry(null, vendor, answer)])));
}
