using System.Drawing;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CookieConsent.Configuration;

/// <summary>A colour of CSS as its sRGB parts from 0 to 1, with the arithmetic of WCAG 2.2 about what can be seen.</summary>
internal readonly partial record struct CssColor(double Red, double Green, double Blue, double Alpha = 1)
{
    public static readonly CssColor White = new(1, 1, 1);

    public static readonly CssColor Black = new(0, 0, 0);

    /// <summary>How much of white's light it sends back.</summary>
    public double Luminance => (.2126 * Linear(Red)) + (.7152 * Linear(Green)) + (.0722 * Linear(Blue));

    /// <summary>Reads what an owner may write. Nothing of the text itself is ever served, so nothing in it can get into a stylesheet.</summary>
    public static bool TryParse(string text, out CssColor color)
    {
        text = text.Trim().ToLowerInvariant();
        color = text is ['#', .. var digits] ? Hex(digits) ?? default
            : Function().Match(text) is { Success: true } call ? Called(call)
            : Named(text) ?? default;
        return color != default;
    }

    public static CssColor Parse(string text) => TryParse(text, out CssColor color) ? color : throw new FormatException($"{text} is no colour.");

    /// <summary>The contrast ratio of two opaque colours, from 1 to 21.</summary>
    public static double Contrast(CssColor one, CssColor other) =>
        (Math.Max(one.Luminance, other.Luminance) + .05) / (Math.Min(one.Luminance, other.Luminance) + .05);

    /// <summary>What is seen where this lies on an opaque colour.</summary>
    public CssColor Over(CssColor ground) => Mix(this with { Alpha = 1 }, ground, Alpha);

    /// <summary>As <c>color-mix(in srgb, …)</c> mixes opaque colours.</summary>
    public static CssColor Mix(CssColor one, CssColor other, double share) =>
        new((one.Red * share) + (other.Red * (1 - share)), (one.Green * share) + (other.Green * (1 - share)), (one.Blue * share) + (other.Blue * (1 - share)));

    /// <summary>The colour as a stylesheet has it.</summary>
    public override string ToString()
    {
        string opaque = $"#{Byte(Red):x2}{Byte(Green):x2}{Byte(Blue):x2}";
        return Alpha < 1 ? $"{opaque}{Byte(Alpha):x2}" : opaque;
    }

    private static int Byte(double part) => (int)Math.Round(part * 255);

    private static double Linear(double part) => part <= .04045 ? part / 12.92 : Math.Pow((part + .055) / 1.055, 2.4);

    private static CssColor? Hex(string digits)
    {
        if (digits.Length is not (3 or 4 or 6 or 8) || !digits.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        int width = digits.Length < 6 ? 1 : 2;
        double Part(int index) => int.Parse(digits.AsSpan(index * width, width), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / (width == 1 ? 15d : 255d);
        return new CssColor(Part(0), Part(1), Part(2), digits.Length == 4 * width ? Part(3) : 1);
    }

    /// <summary>The names of CSS are those of the web colours here, which know one spelling of grey.</summary>
    private static CssColor? Named(string name) =>
        name.All(char.IsAsciiLetter) && Color.FromName(name.Replace("grey", "gray", StringComparison.Ordinal)) is { IsKnownColor: true, IsSystemColor: false, A: 255 } color
            ? new CssColor(color.R / 255d, color.G / 255d, color.B / 255d)
            : null;

    private static CssColor Called(Match call)
    {
        double Part(int index, double hundred) => double.Parse(call.Groups[index].Value.TrimEnd('%'), CultureInfo.InvariantCulture) * (call.Groups[index].Value.EndsWith('%') ? hundred / 100 : 1);
        double alpha = call.Groups[5].Success ? Math.Clamp(Part(5, 1), 0, 1) : 1;
        (double red, double green, double blue) = call.Groups[1].Value[0] switch
        {
            'r' => (Part(2, 255) / 255, Part(3, 255) / 255, Part(4, 255) / 255),
            'h' => ColorSpaces.FromHsl(Part(2, 360), Part(3, 100) / 100, Part(4, 100) / 100),
            _ => ColorSpaces.FromOklch(Part(2, 1), Part(3, .4), Part(4, 360)),
        };
        return new CssColor(Math.Clamp(red, 0, 1), Math.Clamp(green, 0, 1), Math.Clamp(blue, 0, 1), alpha);
    }

    [GeneratedRegex(@"^(rgb|hsl|oklch)a?\(\s*(-?\d*\.?\d+%?)(?:deg)?[\s,]+(-?\d*\.?\d+%?)[\s,]+(-?\d*\.?\d+%?)(?:deg)?(?:\s*[/,]\s*(\d*\.?\d+%?))?\s*\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Function();
}
