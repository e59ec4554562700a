using CookieConsent.Catalogue;

namespace CookieConsent.Tests.Catalogue;

public sealed class PatternTableTests
{
    [Theory]
    [InlineData("_ga", "_ga")]
    [InlineData("_ga_", "_ga_*")]
    [InlineData("_ga_AB12", "_ga_*")]
    [InlineData("_gac_1", "_ga*")]
    [InlineData("_ga_AB_opt", "_ga*_opt")]
    [InlineData("_gax_opt", "_ga*_opt")]
    [InlineData("_g", null)]
    [InlineData("_GA", null)]
    [InlineData("", null)]
    [InlineData("zzz", null)]
    public void The_most_specific_pattern_wins(string name, string? expected) =>
        Table("_ga*", "_ga", "_ga_*", "_ga*_opt").Find(name).Should().Be(expected);

    [Fact]
    public void An_exact_name_wins_over_any_pattern() =>
        Table("abcdef*", "abc*def", "abcdef").Find("abcdef").Should().Be("abcdef");

    [Fact]
    public void The_order_of_the_entries_decides_nothing()
    {
        string[] patterns = ["abc*", "abcd*", "abc*z", "abc*yz", "ab_*", "abcdz"];

        Table([.. patterns.Reverse()]).Find("abcdyz").Should().Be(Table(patterns).Find("abcdyz")).And.Be("abc*yz");
    }

    [Fact]
    public void Of_two_entries_with_the_same_pattern_the_first_one_stays()
    {
        var table = new CookiePatternTable<string>(["abc* first", "abc* second", "abcd third", "abcd fourth"], value => CookiePattern.Parse(value.Split(' ')[0]));

        table.Find("abcx").Should().Be("abc* first");
        table.Find("abcd").Should().Be("abcd third");
    }

    [Fact]
    public void An_empty_table_finds_nothing() => Table().Find("abc").Should().BeNull();

    [Fact]
    public void The_table_agrees_with_trying_every_pattern()
    {
        var random = new Random(20261122);
        for (int round = 0; round < 60; round++)
        {
            string[] patterns = [.. Enumerable.Range(0, 60).Select(_ => RandomPattern(random)).Distinct()];
            CookiePatternTable<string> table = Table(patterns);
            for (int attempt = 0; attempt < 400; attempt++)
            {
                string name = RandomText(random, 0, 9);
                table.Find(name).Should().Be(MostSpecific(patterns, name), "the patterns are {0} and the name is {1}", string.Join(' ', patterns), name);
            }
        }
    }

    /// <summary>The law in its plainest form: of all that match, an exact name, else the most fixed characters, else the longer beginning.</summary>
    private static string? MostSpecific(IEnumerable<string> patterns, string name) => patterns
        .Where(pattern => pattern.Split('*') switch
        {
            [var whole] => name == whole,
            [var head, var tail] => name.Length >= head.Length + tail.Length && name[..head.Length] == head && name[^tail.Length..] == tail,
            _ => false,
        })
        .OrderByDescending(pattern => !pattern.Contains('*'))
        .ThenByDescending(pattern => pattern.Length)
        .ThenByDescending(pattern => pattern.IndexOf('*'))
        .FirstOrDefault();

    private static string RandomPattern(Random random)
    {
        string text = RandomText(random, 1, 6);
        return random.Next(4) == 0 ? text : text.Insert(random.Next(1, text.Length + 1), "*");
    }

    // Few letters, so that prefixes and suffixes often meet; one stands before and one behind the letters.
    private static string RandomText(Random random, int least, int most) =>
        new([.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => "ab-_"[random.Next(4)])]);

    private static CookiePatternTable<string> Table(params string[] patterns) =>
        new(patterns, CookiePattern.Parse);
}
