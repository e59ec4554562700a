namespace CookieConsent.Localization;

/// <summary>Which form of a text goes with a whole number: the cardinal rules of Unicode's CLDR.</summary>
/// <remarks>The form <c>many</c> of the Romance languages, which is for millions, is left out: no count here gets there.</remarks>
internal sealed class PluralRule
{
    public const string Other = "other";

    /// <summary>The forms that some language has.</summary>
    public static readonly IReadOnlyList<string> AllForms = ["zero", "one", "two", "few", "many", Other];

    private static readonly PluralRule English = new(n => n == 1 ? "one" : Other, "one", Other);

    /// <summary>The languages that do not count as English does.</summary>
    private static readonly Dictionary<string, PluralRule> Rules = new (string Languages, PluralRule Rule)[]
    {
        ("ja ko zh-Hans zh-Hant th vi id", new(_ => Other, Other)),
        ("fr pt-BR fa hi", new(n => n is 0 or 1 ? "one" : Other, "one", Other)),
        ("is mk", new(n => EndsInOne(n) ? "one" : Other, "one", Other)),
        ("he", new(n => n switch { 1 => "one", 2 => "two", _ => Other }, "one", "two", Other)),
        ("ro", new(n => n == 1 ? "one" : n == 0 || n % 100 is >= 1 and <= 19 ? "few" : Other, "one", "few", Other)),
        ("hr bs sr sr-Latn", new(n => EndsInOne(n) ? "one" : EndsInFew(n) ? "few" : Other, "one", "few", Other)),
        ("cs sk", new(n => n switch { 1 => "one", >= 2 and <= 4 => "few", _ => Other }, "one", "few", Other)),
        ("lt", new(n => IsTeen(n) || n % 10 == 0 ? Other : n % 10 == 1 ? "one" : "few", "one", "few", Other)),
        ("lv", new(n => IsTeen(n) || n % 10 == 0 ? "zero" : n % 10 == 1 ? "one" : Other, "zero", "one", Other)),
        ("pl", new(n => n == 1 ? "one" : EndsInFew(n) ? "few" : "many", "one", "few", "many")),
        ("ru uk", new(n => EndsInOne(n) ? "one" : EndsInFew(n) ? "few" : "many", "one", "few", "many")),
        ("sl", new(n => (n % 100) switch { 1 => "one", 2 => "two", 3 or 4 => "few", _ => Other }, "one", "two", "few", Other)),
        ("mt", new(n => n switch { 1 => "one", 2 => "two", _ => n == 0 || n % 100 is >= 3 and <= 10 ? "few" : IsTeen(n) ? "many" : Other }, "one", "two", "few", "many", Other)),
        ("ga", new(n => n switch { 1 => "one", 2 => "two", >= 3 and <= 6 => "few", >= 7 and <= 10 => "many", _ => Other }, "one", "two", "few", "many", Other)),
        ("cy", new(n => n switch { 0 => "zero", 1 => "one", 2 => "two", 3 => "few", 6 => "many", _ => Other }, "zero", "one", "two", "few", "many", Other)),
        ("ar", new(n => n switch { 0 => "zero", 1 => "one", 2 => "two", _ => (n % 100) switch { >= 3 and <= 10 => "few", >= 11 => "many", _ => Other } }, "zero", "one", "two", "few", "many", Other)),
    }.SelectMany(row => row.Languages.Split(' ').Select(language => (language, row.Rule))).ToDictionary(row => row.language, row => row.Rule, StringComparer.OrdinalIgnoreCase);

    private readonly Func<long, string> _form;

    private PluralRule(Func<long, string> form, params IReadOnlyList<string> forms) => (_form, Forms) = (form, forms);

    /// <summary>The forms that a text of the language has, in CLDR's order.</summary>
    public IReadOnlyList<string> Forms { get; }

    /// <summary>The rule of the language or of its nearest parent.</summary>
    public static PluralRule Of(string language) =>
        LanguageName.Lineage(language).Select(Rules.GetValueOrDefault).FirstOrDefault(rule => rule is not null) ?? English;

    /// <summary>The form for a number that is not negative.</summary>
    public string Form(long number) => _form(number);

    /// <summary>1, 21, 31, 101, but not 11.</summary>
    private static bool EndsInOne(long n) => n % 10 == 1 && n % 100 != 11;

    /// <summary>2 to 4, 22 to 24, but not 12 to 14.</summary>
    private static bool EndsInFew(long n) => n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14);

    /// <summary>11 to 19, 111 to 119.</summary>
    private static bool IsTeen(long n) => n % 100 is >= 11 and <= 19;
}
