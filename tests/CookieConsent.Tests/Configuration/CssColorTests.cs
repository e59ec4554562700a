using CookieConsent.Configuration;

namespace CookieConsent.Tests.Configuration;

public sealed class CssColorTests
{
    [Theory]
    [InlineData("#25b", "#2255bb")]
    [InlineData("#2546B0", "#2546b0")]
    [InlineData("#25b8", "#2255bb88")]
    [InlineData("#2546b080", "#2546b080")]
    [InlineData(" #2546b0 ", "#2546b0")]
    [InlineData("black", "#000000")]
    [InlineData("RebeccaPurple", "#663399")]
    [InlineData("DarkSlateGrey", "#2f4f4f")]
    [InlineData("darkseagreen", "#8fbc8f")]
    [InlineData("rgb(37 70 176)", "#2546b0")]
    [InlineData("rgb(37, 70, 176)", "#2546b0")]
    [InlineData("rgba(37, 70, 176, 0.5)", "#2546b080")]
    [InlineData("rgb(100% 0% 0% / 50%)", "#ff000080")]
    [InlineData("hsl(120 100% 25%)", "#008000")]
    [InlineData("hsl(-240deg, 100%, 25%)", "#008000")]
    [InlineData("oklch(1 0 0)", "#ffffff")]
    [InlineData("oklch(62.8% 0.2577 29.23)", "#ff0000")]
    [InlineData("oklch(0.4 0.4 150)", "#007300")]
    public void What_css_calls_a_colour_is_read_and_served_as_a_number(string text, string served)
    {
        CssColor.TryParse(text, out CssColor color).Should().BeTrue();

        // Where sRGB ends, what is cut off may differ by a hair.
        color.ToString().Should().MatchRegex(text.StartsWith("oklch(0.4", StringComparison.Ordinal) ? "^#00[67][0-9a-f]00$" : served);
    }

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("#12345")]
    [InlineData("#xyz")]
    [InlineData("blueish")]
    [InlineData("transparent")]
    [InlineData("currentcolor")]
    [InlineData("ButtonFace")]
    [InlineData("0")]
    [InlineData("rgb(1 2)")]
    [InlineData("rgb(1 2 3 4)")]
    [InlineData("rgb(from red r g b)")]
    [InlineData("rgb(calc(1) 2 3)")]
    [InlineData("url(https://evil.example/)")]
    [InlineData("var(--x)")]
    [InlineData("red;background:url(//evil.example)")]
    [InlineData("red}body{display:none")]
    [InlineData("#fff/*")]
    [InlineData("rgb(1 2 3)\n}")]
    public void Anything_else_is_no_colour(string text) => CssColor.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [InlineData("#000", "#fff", 21)]
    [InlineData("#777", "#fff", 4.48)]
    [InlineData("#767676", "#fff", 4.54)]
    [InlineData("#2546b0", "#fff", 8.13)]
    public void Contrast_is_what_the_guidelines_say(string one, string other, double ratio)
    {
        CssColor.Contrast(CssColor.Parse(one), CssColor.Parse(other)).Should().BeApproximately(ratio, .01);
        CssColor.Contrast(CssColor.Parse(other), CssColor.Parse(one)).Should().BeApproximately(ratio, .01);
    }

    [Fact]
    public void What_is_seen_through_a_colour_counts() =>
        CssColor.Parse("#0008").Over(CssColor.White).ToString().Should().Be("#777777");
}
