using CookieConsent.Tests.Consent;

namespace CookieConsent.Tests.Decision;

/// <summary>Whatever happens to a value on its way, it never grants what was not granted, and never throws.</summary>
public sealed class DamagedValueTests
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    public static TheoryData<string> Decisions =>
    [
        "+analytics +social +payment +advertising",
        "-analytics -social -payment -advertising",
        "+analytics -social +payment -advertising",
        "+payment",
        "-payment",
        "-analytics -social -payment -advertising +stripe",
        "+analytics +social +payment +advertising -youtube",
        "+analytics +social -youtube -google-analytics +google-adsense",
    ];

    [Theory]
    [MemberData(nameof(Decisions))]
    public void A_value_cut_short_anywhere_grants_nothing_new(string answers)
    {
        string value = Answers.Four.Write(answers);
        for (int length = 0; length < value.Length; length++)
        {
            GrantsNothingNew(value, value[..length]);
            GrantsNothingNew(value, value[^length..]);
            GrantsNothingNew(value, value.Remove(length, 1));
        }
    }

    [Theory]
    [MemberData(nameof(Decisions))]
    public void A_flipped_bit_is_never_another_answer(string answers)
    {
        string value = Answers.Four.Write(answers);
        for (int index = 0; index < value.Length; index++)
        {
            for (int bit = 0; bit < 16; bit++)
            {
                char[] damaged = value.ToCharArray();
                damaged[index] = (char)(damaged[index] ^ (1 << bit));
                GrantsNothingNew(value, new string(damaged));
                RefusesNothingNew(value, new string(damaged));
            }
        }
    }

    [Fact]
    public void A_flipped_bit_in_one_answer_leaves_the_others()
    {
        string value = Answers.Four.Write("+analytics -social +payment -advertising");
        for (int bit = 0; bit < 6; bit++)
        {
            char[] damaged = value.ToCharArray();
            damaged[6] = Digits[Digits.IndexOf(damaged[6]) ^ (1 << bit)];

            Answers.Four.Told(Answers.Four.Read(new string(damaged))).Should().Be("-social +payment -advertising");
        }
    }

    [Theory]
    [MemberData(nameof(Decisions))]
    public void Letters_of_the_other_case_grant_nothing_new(string answers)
    {
        string value = Answers.Four.Write(answers);
        GrantsNothingNew(value, value.ToUpperInvariant());
        GrantsNothingNew(value, value.ToLowerInvariant());
    }

    [Theory]
    [MemberData(nameof(Decisions))]
    public void Two_characters_swapped_grant_nothing_new(string answers)
    {
        string value = Answers.Four.Write(answers);
        for (int index = 1; index < value.Length; index++)
        {
            GrantsNothingNew(value, value[..(index - 1)] + value[index] + value[index - 1] + value[(index + 1)..]);
        }
    }

    [Theory]
    [MemberData(nameof(Decisions))]
    public void Another_version_is_no_answer(string answers)
    {
        string rest = Answers.Four.Write(answers)[1..];
        for (char version = ' '; version < 127; version++)
        {
            if (version != '1')
            {
                Answers.Four.Read(version + rest).IsEmpty.Should().BeTrue("the version is {0}", version);
            }
        }
    }

    [Fact]
    public void Random_text_is_no_answer()
    {
        const string Characters = Digits + " =\"%;,.\u00e9\u0000\uD800";
        var random = new Random(20261122);
        for (int round = 0; round < 20_000; round++)
        {
            string value = "1" + new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => Characters[random.Next(Characters.Length)])]);

            Answers.Four.Read(value).GrantsAnything.Should().BeFalse();
        }
    }

    [Fact]
    public void Eight_kilobytes_are_no_answer_even_if_they_begin_well()
    {
        string value = Answers.Four.Write("-analytics -social -payment -advertising");
        string entry = value[6..10];

        Answers.Four.Read(value + string.Concat(Enumerable.Repeat(entry, 2048))).IsEmpty.Should().BeTrue();
        Answers.Four.Read(new string('A', 8192)).IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void A_grant_without_a_receipt_is_no_answer()
    {
        string value = Answers.Four.Write("+analytics -social");

        Answers.Four.Read(value[..^11]).IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void A_receipt_without_a_grant_is_no_answer() =>
        Answers.Four.Read(Answers.Four.Write("-analytics -social") + "Receipt-_09").IsEmpty.Should().BeTrue();

    [Fact]
    public void A_receipt_of_foreign_characters_is_no_answer() =>
        Answers.Four.Read(Answers.Four.Write("+analytics")[..^11] + "Receipt-.09").IsEmpty.Should().BeTrue();

    [Fact]
    public void No_entry_is_no_answer()
    {
        string value = Answers.Four.Write("+analytics");

        Answers.Four.Read(value[..6]).IsEmpty.Should().BeTrue();
        Answers.Four.Read(value[..6] + value[^11..]).IsEmpty.Should().BeTrue();
        Answers.Four.Read("").IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void A_minute_that_has_not_come_is_no_answer()
    {
        Answers.Four.Read(Answers.Four.Write("+analytics", Answers.Now.AddMinutes(3))).IsEmpty.Should().BeTrue();
        Answers.Four.Read(Answers.Four.Write("-analytics", Answers.Now.AddDays(1))).IsEmpty.Should().BeTrue();
        Answers.Four.Read("1_____" + Answers.Four.Write("+analytics")[6..]).IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void A_web_node_whose_clock_is_a_little_behind_reads_the_answer() =>
        Answers.Four.Read(Answers.Four.Write("+analytics", Answers.Now), Answers.Now.AddSeconds(-45)).IsEmpty.Should().BeFalse();

    [Fact]
    public void Yes_and_no_to_one_question_is_no_answer()
    {
        string yes = Answers.Four.Write("+analytics -social");
        string no = Answers.Four.Write("-analytics");

        Answers.Four.Told(Answers.Four.Read(yes[..14] + no[6..10] + yes[14..])).Should().NotContain("+analytics");
    }

    [Fact]
    public void A_vendor_refused_twice_is_still_refused()
    {
        string value = Answers.Four.Write("+social -youtube");
        string twice = value[..14] + value[10..14] + value[14..];

        Answers.Four.Granted(Answers.Four.Read(twice)).Should().NotContain("youtube");
    }

    [Fact]
    public async Task No_damaged_cookie_ever_breaks_a_page_or_grants()
    {
        await using Site site = await Site.StartAsync(context => context.Response.WriteAsync(string.Join(' ', Told(context))));
        string value = site.Decision(granted: "analytics", refused: "social");
        Visitor visitor = site.Visitor();

        foreach (string damaged in new[] { "", "1", "2" + value[1..], value[..^1], value + "A", value[1..], new string('A', 8000), "%00", "\"" + value + "\"", value.Replace('1', '\u00e9'), value[..8] + " " + value[8..], value + "=" })
        {
            (await visitor.GetTextAsync("/", $".CookieConsent={damaged}")).Should().Be("Undecided Undecided", "the cookie is {0}", damaged);
        }

        (await visitor.GetTextAsync("/", $".CookieConsent={value}")).Should().Be("Granted Refused");

        static IEnumerable<string> Told(HttpContext context) =>
            new[] { "analytics", "social" }.Select(id => context.GetCookieConsent().GetCategory(id).ToString());
    }

    private static void GrantsNothingNew(string value, string damaged) =>
        Answers.Four.Granted(Answers.Four.Read(damaged)).Except(Answers.Four.Granted(Answers.Four.Read(value)))
            .Should().BeEmpty("{0} became {1}", value, damaged);

    private static void RefusesNothingNew(string value, string damaged) =>
        (Answers.Four.Read(damaged).Refused & ~Answers.Four.Read(value).Refused).Should().Be(0, "{0} became {1}", value, damaged);
}
