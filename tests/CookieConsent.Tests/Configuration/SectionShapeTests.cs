using System.Reflection;
using CookieConsent.Configuration;

namespace CookieConsent.Tests.Configuration;

public sealed class SectionShapeTests
{
    private static readonly (string Path, Type Options)[] Objects =
    [
        ("", typeof(CookieConsentOptions)),
        ("Controller", typeof(CookieConsentControllerOptions)),
        ("Vendors:acme", typeof(CookieConsentVendorOptions)),
        ("Categories:members", typeof(CookieConsentCategoryOptions)),
        ("Cookies:basket", typeof(CookieConsentCookieOptions)),
        ("Enforcement", typeof(CookieConsentEnforcementOptions)),
        ("Enforcement:Browser", typeof(CookieConsentBrowserOptions)),
        ("DecisionCookie", typeof(CookieConsentDecisionCookieOptions)),
        ("Declaration", typeof(CookieConsentDeclarationOptions)),
        ("Signals", typeof(CookieConsentSignalOptions)),
        ("Theme", typeof(CookieConsentThemeOptions)),
        ("Theme:Dark", typeof(CookieConsentDarkThemeOptions)),
        ("Lint", typeof(CookieConsentLintOptions)),
    ];

    public static TheoryData<string> Paths => [.. Objects.Select(entry => entry.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void The_known_settings_are_the_properties_and_the_properties_the_known_settings(string path)
    {
        string unknown = path.Length == 0 ? "Qqqqqqqqqqqq" : path + ":Qqqqqqqqqqqq";
        Mistake mistake = Check((unknown, "x")).Should().ContainSingle().Subject;

        mistake.Path.Should().Be("CookieConsent:" + unknown);
        mistake.Remedy.Should().StartWith("Known here: ");
        mistake.Remedy["Known here: ".Length..].TrimEnd('.').Split(", ").Should().BeEquivalentTo(
            Objects.Single(entry => entry.Path == path).Options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name));
    }

    [Fact]
    public void Every_options_class_has_its_place_in_the_section() =>
        typeof(CookieConsentOptions).Assembly.GetTypes().Where(type => type.Name.StartsWith("CookieConsent", StringComparison.Ordinal) && type.Name.EndsWith("Options", StringComparison.Ordinal))
            .Should().BeEquivalentTo(Objects.Select(entry => entry.Options));

    [Fact]
    public void A_setting_is_found_in_any_letter_case() =>
        Check(("policyurl", "/privacy"), ("VENDORS:youtube:name", "YouTube"), ("enforcement:MODE", "report")).Should().BeEmpty();

    private static List<Mistake> Check(params (string Key, string Value)[] settings)
    {
        var mistakes = new List<Mistake>();
        IConfiguration section = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build();
        SectionShape.Root.Check(section, "CookieConsent", mistakes);
        return mistakes;
    }
}
