namespace CookieConsent.Configuration;

/// <summary>From the colour spaces of CSS Color 4 to sRGB. What sRGB cannot show is cut off by whoever asks.</summary>
internal static class ColorSpaces
{
    /// <param name="hue">In degrees.</param>
    /// <param name="saturation">From 0 to 1.</param>
    /// <param name="lightness">From 0 to 1.</param>
    public static (double Red, double Green, double Blue) FromHsl(double hue, double saturation, double lightness)
    {
        double Part(double place)
        {
            double sector = (((place + (hue / 30)) % 12) + 12) % 12;
            return lightness - (saturation * Math.Min(lightness, 1 - lightness) * Math.Max(-1, Math.Min(Math.Min(sector - 3, 9 - sector), 1)));
        }

        return (Part(0), Part(8), Part(4));
    }

    /// <param name="lightness">From 0 to 1.</param>
    /// <param name="chroma">From 0, seldom above 0.4.</param>
    /// <param name="hue">In degrees.</param>
    public static (double Red, double Green, double Blue) FromOklch(double lightness, double chroma, double hue)
    {
        double a = chroma * Math.Cos(hue * Math.PI / 180);
        double b = chroma * Math.Sin(hue * Math.PI / 180);
        double l = Math.Pow(lightness + (.3963377774 * a) + (.2158037573 * b), 3);
        double m = Math.Pow(lightness - (.1055613458 * a) - (.0638541728 * b), 3);
        double s = Math.Pow(lightness - (.0894841775 * a) - (1.2914855480 * b), 3);
        return (
            Encoded((4.0767416621 * l) - (3.3077115913 * m) + (.2309699292 * s)),
            Encoded((-1.2684380046 * l) + (2.6097574011 * m) - (.3413193965 * s)),
            Encoded((-.0041960863 * l) - (.7034186147 * m) + (1.7076147010 * s)));
    }

    private static double Encoded(double linear) => linear <= .0031308 ? 12.92 * linear : (1.055 * Math.Pow(linear, 1 / 2.4)) - .055;
}
