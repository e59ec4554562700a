using System.Text.RegularExpressions;
using CookieConsent.Catalogue;
using CookieConsent.Configuration;
using CookieConsent.Consent;
using CookieConsent.Localization;

namespace CookieConsent.Tests.Localization;

public sealed partial class ShippedTextTests
{
    private static readonly IReadOnlyDictionary<string, string> English = ShippedTexts.In("en");

    /// <summary>The library's sources, without the room that holds the texts.</summary>
    private static readonly string[] Sources = [.. Directory.EnumerateFiles(Root(), "*.*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
        .Where(file => !file.Contains("/obj/") && !file.Contains("/bin/") && !file.Contains("/Localization/"))
        .Select(File.ReadAllText)];

    /// <summary>Keys that the code puts together: a family's name before, what is put behind.</summary>
    private static readonly string[] Composed =
    [
        .. KnownCategory.All.SelectMany(id => new[] { $"Category.{id}.Title", $"Category.{id}.Description" }),
        .. Enum.GetNames<StorageType>().Select(name => "Storage" + name),
        .. Enum.GetNames<ConsentAnswer>().Select(name => "Answer" + name),
        .. new[] { "DecisionCookie", "Session", "Antiforgery", "TempData", "SignIn", "ExternalSignIn", "Culture" }.SelectMany(name => new[] { "Purpose." + name, "Reason." + name }),
        .. new[] { "Second", "Minute", "Hour", "Day", "Month", "Year" }.SelectMany(Plural),
    ];

    [Fact]
    public void Every_text_that_the_code_asks_for_exists()
    {
        string[] asked = [.. Sources.SelectMany(source => Asked().Matches(source)).SelectMany(match => Literal().Matches(match.Groups["arguments"].Value)
            .Select(literal => literal.Groups["text"].Value)
            .SelectMany(key => match.Groups["count"].Success ? Plural(key) : [key]))];

        asked.Length.Should().BeGreaterThan(40, "or the search finds nothing");
        asked.Where(key => !Composed.Any(composed => composed.Length > key.Length && composed.StartsWith(key, StringComparison.Ordinal))).Concat(Composed).Except(English.Keys).Should().BeEmpty();
    }

    [Fact]
    public void No_text_is_there_that_nobody_asks_for()
    {
        HashSet<string> words = [.. Sources.SelectMany(source => Literal().Matches(source)).Select(match => match.Groups["text"].Value)];

        English.Keys.Where(key => !words.Contains(key) && !words.Contains(key.Replace(".one", "").Replace(".other", ""))).Except(Composed)
            .Except(CookieCatalogue.Default.Cookies.Select(cookie => "Catalogued." + cookie.Purpose))
            .Should().BeEmpty();
    }

    [Fact]
    public void Every_plural_has_both_forms_and_its_number()
    {
        string[] counted = [.. English.Keys.Where(key => key.EndsWith(".one", StringComparison.Ordinal) || key.EndsWith(".other", StringComparison.Ordinal))];

        counted.Select(key => key[..key.LastIndexOf('.')]).GroupBy(key => key).Should().OnlyContain(forms => forms.Count() == 2);
        counted.Should().OnlyContain(key => English[key].Contains("{count}"));
    }

    [Fact]
    public void Every_placeholder_of_a_text_is_filled_by_the_code()
    {
        HashSet<string> filled = [.. Sources.SelectMany(source => Filled().Matches(source)).Select(match => match.Groups["name"].Value), "count"];

        English.Values.SelectMany(text => Placeholder().Matches(text)).Select(match => match.Groups["name"].Value).Except(filled).Should().BeEmpty();
    }

    [Fact]
    public void No_text_is_empty_or_ends_in_a_space() =>
        English.Where(text => !text.Key.EndsWith("Separator", StringComparison.Ordinal) && (text.Value.Length == 0 || text.Value != text.Value.Trim())).Should().BeEmpty();

    [Fact]
    public void Keys_stand_once_in_any_letter_case() =>
        English.Keys.Select(key => key.ToLowerInvariant()).Should().OnlyHaveUniqueItems();

    private static string[] Plural(string key) => [key + ".one", key + ".other"];

    private static string Root()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "CookieConsent.sln")))
        {
            directory = directory.Parent;
        }

        return Path.Combine(directory.FullName, "src/CookieConsent");
    }

    // Texts["Key"], Texts[a ? "Key" : "Key"], Texts.Format("Key", ...), Texts.Count("Key", ...)
    [GeneratedRegex(@"Texts(?:\[|\.Format\(|(?<count>\.Count\())(?<arguments>[^\],]*)[\],]")]
    private static partial Regex Asked();

    [GeneratedRegex(@"""(?<text>[A-Z][A-Za-z.]+)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\(""(?<name>[a-z]+)"", ")]
    private static partial Regex Filled();

    [GeneratedRegex(@"\{(?<name>[A-Za-z]+)\}")]
    private static partial Regex Placeholder();
}
