using CookieConsent.Catalogue;

namespace CookieConsent.Tests.Catalogue;

public sealed class NameTableTests
{
    [Fact]
    public void Every_name_that_was_added_is_found_and_no_other()
    {
        string[] names = [.. Enumerable.Range(0, 3000).Select(number => number % 3 == 0 ? $"{number}" : number % 3 == 1 ? $"same_beginning_{number}_same_end" : new string((char)('a' + (number % 26)), number % 40) + number)];
        var table = new NameTable(4);
        for (int number = 0; number < names.Length; number++)
        {
            table.TryAdd(names[number], number);
        }

        names.Select(name => table.Find(name)).Should().Equal(Enumerable.Range(0, names.Length));
        names.Select(name => table.Find(name + "x")).Should().OnlyContain(found => found == -1);
        names.Where(name => name.Length > 1).Select(name => table.Find("x" + name[1..])).Where((found, index) => found >= 0 && names[found][0] != 'x').Should().BeEmpty();
    }

    [Fact]
    public void Of_two_numbers_for_one_name_the_first_stays()
    {
        var table = new NameTable(2);
        table.TryAdd("", 1);
        table.TryAdd("a", 2);
        table.TryAdd("a", 3);

        table.Find("").Should().Be(1);
        table.Find("a").Should().Be(2);
        table.Find("A").Should().Be(-1);
    }

    [Fact]
    public void An_empty_table_finds_nothing() => new NameTable(0).Find("a").Should().Be(-1);
}
