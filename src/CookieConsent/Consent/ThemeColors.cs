using CookieConsent.Configuration;

namespace CookieConsent.Consent;

/// <summary>The three colours that everything shown is made of, in light or in dark; those that the owner leaves out are the stylesheet's.</summary>
internal sealed record ThemeColors(CssColor Ink, CssColor Paper, CssColor Accent)
{
    /// <summary>What the stylesheet has in light.</summary>
    public static readonly ThemeColors Light = new(CssColor.Parse("#1a1f2b"), CssColor.White, CssColor.Parse("#2546b0"));

    /// <summary>What the stylesheet has in dark.</summary>
    public static readonly ThemeColors Dark = new(CssColor.Parse("#eceff4"), CssColor.Parse("#191c22"), CssColor.Parse("#afc3ff"));

    /// <summary>White or black, whichever the stylesheet writes on the accent.</summary>
    public CssColor Label => Accent.Luminance < .18 ? CssColor.White : CssColor.Black;

    /// <summary>What the stylesheet outlines a control with.</summary>
    public CssColor Edge => CssColor.Mix(Ink, Paper, .6);

    /// <summary>As they are seen on an opaque page.</summary>
    public ThemeColors On(CssColor page)
    {
        CssColor paper = Paper.Over(page);
        return new ThemeColors(Ink.Over(paper), paper, Accent.Over(paper));
    }
}
