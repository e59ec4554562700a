namespace CookieConsent.Tests.Configuration;

public sealed class ThemeRuleTests
{
    [Theory]
    [InlineData("""{ "Theme": { "Accent": "blueish" } }""", "Theme:Accent", "blueish", "a colour is #rgb", "#2546b0")]
    [InlineData("""{ "Theme": { "Ink": "var(--x)" } }""", "Theme:Ink", "var(--x)", "a colour is #rgb", "#2546b0")]
    [InlineData("""{ "Theme": { "Dark": { "Paper": "red}body{display:none" } } }""", "Theme:Dark:Paper", "red}body{display:none", "a colour is #rgb", "#2546b0")]
    [InlineData("""{ "Theme": { "Radius": "8" } }""", "Theme:Radius", "8", "px, em or rem", "8px")]
    [InlineData("""{ "Theme": { "Radius": "1px;color:red" } }""", "Theme:Radius", "1px;color:red", "px, em or rem", "8px")]
    [InlineData("""{ "Theme": { "Radius": "calc(1px)" } }""", "Theme:Radius", "calc(1px)", "px, em or rem", "8px")]
    [InlineData("""{ "Theme": { "Font": "Inter; } body { display: none" } }""", "Theme:Font", "Inter; } body { display: none", "family names", "Inter, system-ui")]
    [InlineData("""{ "Theme": { "Font": "Inter,," } }""", "Theme:Font", "Inter,,", "family names", "Inter, system-ui")]
    [InlineData("""{ "Theme": { "Font": "inherit" } }""", "Theme:Font", "inherit", "family names", "Inter, system-ui")]
    [InlineData("""{ "Theme": { "Scheme": "Dim" } }""", "Theme:Scheme", "Dim", "one of System, Light, Dark", "Correct the value")]
    [InlineData("""{ "Theme": { "Acent": "#000" } }""", "Theme:Acent", "#000", "no such setting", "Did you mean \\\"Accent\\\"?")]
    [InlineData("""{ "Layout": "Popup" }""", "Layout", "Popup", "one of Bar, Box, Corner, CornerStart", "Correct the value")]
    public void A_mistake_says_where_what_why_and_what_to_do(string json, string path, string value, string rule, string remedy)
    {
        string message = Section.Message(json);

        message.Should().Contain("has 1 mistake:").And.Contain($"CookieConsent:{path} = \"{value}\"").And.Contain(rule).And.Contain(remedy.Replace("\\\"", "\"", StringComparison.Ordinal));
    }

    [Fact]
    public void What_css_understands_is_no_mistake() => Section.Message("""
        {
          "Layout": "cornerstart",
          "Theme": {
            "Accent": "oklch(0.45 0.17 265)", "Ink": "#111", "Paper": "white", "Radius": "0.5rem", "Scheme": "system",
            "Font": "'Source Sans 3', メイリオ, ui-sans-serif", "Dark": { "Accent": "lightskyblue", "Ink": "#eee", "Paper": "rgb(20 20 24)" }
          }
        }
        """).Should().BeEmpty();
}
