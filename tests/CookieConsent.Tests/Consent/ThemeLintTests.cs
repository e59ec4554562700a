using System.Text.RegularExpressions;
using CookieConsent.Configuration;
using CookieConsent.Consent;
using CookieConsent.Tests.Configuration;

namespace CookieConsent.Tests.Consent;

public sealed class ThemeLintTests
{
    [Theory]
    [InlineData("""{ "Ink": "#888" }""", "Error CookieConsent:Theme:Ink 3.54:1")]
    [InlineData("""{ "Ink": "#888", "Scheme": "Dark" }""", "Warning CookieConsent:Theme:Dark:Ink 2.58:1")]
    [InlineData("""{ "Paper": "#000", "Scheme": "Light" }""", "Error CookieConsent:Theme:Ink 1.27:1; Warning CookieConsent:Theme:Accent 2.58:1")]
    [InlineData("""{ "Dark": { "Paper": "#fff" } }""", "Error CookieConsent:Theme:Dark:Ink 1.15:1; Warning CookieConsent:Theme:Dark:Accent 1.73:1")]
    [InlineData("""{ "Ink": "#555" }""", "Warning CookieConsent:Theme:Ink 2.84:1")]
    [InlineData("""{ "Accent": "#ff0", "Dark": { "Accent": "#ff0" } }""", "Warning CookieConsent:Theme:Accent 1.07:1")]
    [InlineData("""{ "Accent": "#123" }""", "Warning CookieConsent:Theme:Dark:Accent 1.05:1")]
    [InlineData("""{ "Accent": "#12345680", "Scheme": "Light" }""", "Error CookieConsent:Theme:Accent 2.91:1; Warning CookieConsent:Theme:Accent 2.91:1")]
    [InlineData("""{ "Paper": "#ffffff40", "Scheme": "Light" }""", "Error CookieConsent:Theme:Ink 1.58:1; Warning CookieConsent:Theme:Accent 1.27:1")]
    [InlineData("""{ "Ink": "#000", "Paper": "#ffc", "Accent": "#063", "Dark": { "Accent": "#8fc" } }""", "")]
    [InlineData("""{ "Radius": "0", "Font": "serif" }""", "")]
    [InlineData("{}", "")]
    public void A_theme_that_cannot_be_read_is_reported_with_its_contrast(string theme, string expected)
    {
        ConsentPolicy policy = Section.Policy($$"""{ "Theme": {{theme}} }""");

        string.Join("; ", ThemeLint.Find(policy.Settings.Theme, "CookieConsent").Select(finding => $"{finding.Severity} {finding.Path} {Regex.Match(finding.Wrong, @"[\d.]+:1")}"))
            .Should().Be(expected);
    }

    [Fact]
    public async Task It_is_told_at_start_up()
    {
        await using Site site = await Site.StartAsync(settings: new Dictionary<string, string?>(Site.Usual) { ["Theme:Ink"] = "#aaa" });

        site.Logs.GetSnapshot().Should().ContainSingle(entry => entry.Message.Contains("LINT-04 CookieConsent:Theme:Ink: in light the text has a contrast of 2.32:1")).Which.Level.Should().Be(LogLevel.Error);
    }

    [Fact]
    public void Whoever_wants_it_can_let_it_stop_start_up() => Section.Message("""
        {
          "Controller": { "Name": "Example", "Contact": "privacy@example.com" }, "PolicyUrl": "/privacy",
          "Vendors": { "stripe": {} }, "Theme": { "Ink": "#aaa" }, "Lint": { "FailOn": "Error" }
        }
        """).Should().Contain("has 1 mistake:").And.Contain("LINT-04");

    [Fact]
    public void Whatever_opaque_accent_is_chosen_the_words_on_it_can_be_read()
    {
        for (int grey = 0; grey < 256; grey++)
        {
            var accent = new CssColor(grey / 255d, grey / 255d, grey / 255d);
            ThemeColors colors = ThemeColors.Light with { Accent = accent };

            CssColor.Contrast(colors.Label, accent).Should().BeGreaterThanOrEqualTo(4.5);
        }
    }

    [Fact]
    public void The_colours_that_are_judged_are_those_of_the_stylesheet()
    {
        string css = Repository.Read("src/CookieConsent/Presentation/Assets/style.css");
        string Pair(string name) => Regex.Match(css, $@"--_{name}: var\(--vc-{name}, light-dark\((.+?)\)\);").Groups[1].Value;
        string Both(Func<ThemeColors, CssColor> part) => $"{part(ThemeColors.Light)}, {part(ThemeColors.Dark)}";

        Pair("ink").Should().Be(Both(colors => colors.Ink));
        Pair("paper").Replace("#fff,", "#ffffff,", StringComparison.Ordinal).Should().Be(Both(colors => colors.Paper));
        Pair("accent").Should().Be(Both(colors => colors.Accent));
        css.Should().Contain("--_edge: color-mix(in srgb, var(--_ink) 60%, var(--_paper))").And.Contain("--_on: clamp(0, (.18 - y) * 999, 1)");
    }
}
