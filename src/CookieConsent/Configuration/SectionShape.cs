using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CookieConsent.Configuration;

/// <summary>Which keys the section may have and what stands under them: the binder ignores a mistyped key and stops at the first bad value, we name them all.</summary>
internal abstract record SectionShape
{
    private static readonly SectionShape Text = new Leaf("a text", static _ => true);
    private static readonly SectionShape TrueOrFalse = new Leaf("true or false", static value => bool.TryParse(value, out _));

    /// <summary>The whole section.</summary>
    public static readonly SectionShape Root = new Keys(new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(CookieConsentOptions.PolicyUrl)] = Text,
        [nameof(CookieConsentOptions.PolicyRevision)] = Text,
        [nameof(CookieConsentOptions.Controller)] = new Keys(new(StringComparer.OrdinalIgnoreCase)
        {
            [nameof(CookieConsentControllerOptions.Name)] = Text,
            [nameof(CookieConsentControllerOptions.Contact)] = Text,
        }),
        [nameof(CookieConsentOptions.ValidForMonths)] = new Leaf("a whole number", static value => int.TryParse(value, CultureInfo.InvariantCulture, out _)),
        [nameof(CookieConsentOptions.Language)] = Text,
        [nameof(CookieConsentOptions.RoutePrefix)] = Text,
        [nameof(CookieConsentOptions.Vendors)] = new Map(new Keys(new(StringComparer.OrdinalIgnoreCase)
        {
            [nameof(CookieConsentVendorOptions.Name)] = Text,
            [nameof(CookieConsentVendorOptions.Category)] = Text,
            [nameof(CookieConsentVendorOptions.Origins)] = new Map(Text),
            [nameof(CookieConsentVendorOptions.PolicyUrl)] = Text,
            [nameof(CookieConsentVendorOptions.OptOutUrl)] = Text,
        })),
        [nameof(CookieConsentOptions.Categories)] = new Map(new Keys(new(StringComparer.OrdinalIgnoreCase)
        {
            [nameof(CookieConsentCategoryOptions.Title)] = Text,
            [nameof(CookieConsentCategoryOptions.Description)] = Text,
            [nameof(CookieConsentCategoryOptions.Essential)] = TrueOrFalse,
            [nameof(CookieConsentCategoryOptions.EssentialOn)] = new Map(Text),
        })),
        [nameof(CookieConsentOptions.Cookies)] = new Map(new Keys(new(StringComparer.OrdinalIgnoreCase)
        {
            [nameof(CookieConsentCookieOptions.Name)] = Text,
            [nameof(CookieConsentCookieOptions.Category)] = Text,
            [nameof(CookieConsentCookieOptions.Vendor)] = Text,
            [nameof(CookieConsentCookieOptions.Host)] = Text,
            [nameof(CookieConsentCookieOptions.Purpose)] = Text,
            [nameof(CookieConsentCookieOptions.Lifetime)] = Text,
            [nameof(CookieConsentCookieOptions.Reason)] = Text,
            [nameof(CookieConsentCookieOptions.Storage)] = OneOf(typeof(StorageType)),
            [nameof(CookieConsentCookieOptions.Path)] = Text,
        })),
        [nameof(CookieConsentOptions.Enforcement)] = new Keys(new(StringComparer.OrdinalIgnoreCase)
        {
            [nameof(CookieConsentEnforcementOptions.Mode)] = OneOf(typeof(EnforcementMode)),
            [nameof(CookieConsentEnforcementOptions.Undeclared)] = OneOf(typeof(UndeclaredCookies)),
            [nameof(CookieConsentEnforcementOptions.UndeclaredStorage)] = OneOf(typeof(UndeclaredStorage)),
            [nameof(CookieConsentEnforcementOptions.ClearSiteData)] = TrueOrFalse,
            [nameof(CookieConsentEnforcementOptions.Browser)] = new Keys(new(StringComparer.OrdinalIgnoreCase)
            {
                [nameof(CookieConsentBrowserOptions.Insertions)] = OneOf(typeof(BrowserNet)),
                [nameof(CookieConsentBrowserOptions.Observer)] = OneOf(typeof(BrowserNet)),
                [nameof(CookieConsentBrowserOptions.Cookies)] = OneOf(typeof(BrowserNet)),
                [nameof(CookieConsentBrowserOptions.CookieStore)] = OneOf(typeof(BrowserNet)),
                [nameof(CookieConsentBrowserOptions.Storage)] = OneOf(typeof(BrowserNet)),
            }),
        }),
        [nameof(CookieConsentOptions.DecisionCookie)] = new Keys(new(StringComparer.OrdinalIgnoreCase)
        {
            [nameof(CookieConsentDecisionCookieOptions.Name)] = Text,
            [nameof(CookieConsentDecisionCookieOptions.Domain)] = Text,
            [nameof(CookieConsentDecisionCookieOptions.Path)] = Text,
        }),
        [nameof(CookieConsentOptions.Declaration)] = new Keys(new(StringComparer.OrdinalIgnoreCase)
        {
            [nameof(CookieConsentDeclarationOptions.Hash)] = Text,
            [nameof(CookieConsentDeclarationOptions.Changed)] = Text,
        }),
        [nameof(CookieConsentOptions.Signals)] = new Keys(new(StringComparer.OrdinalIgnoreCase)
        {
            [nameof(CookieConsentSignalOptions.DataLayer)] = Text,
            [nameof(CookieConsentSignalOptions.Google)] = TrueOrFalse,
            [nameof(CookieConsentSignalOptions.Microsoft)] = TrueOrFalse,
            [nameof(CookieConsentSignalOptions.Meta)] = TrueOrFalse,
        }),
        [nameof(CookieConsentOptions.Lint)] = new Keys(new(StringComparer.OrdinalIgnoreCase)
        {
            [nameof(CookieConsentLintOptions.FailOn)] = OneOf(typeof(LintFailure)),
            [nameof(CookieConsentLintOptions.Suppress)] = new Tree(),
        }),
        [nameof(CookieConsentOptions.Layout)] = OneOf(typeof(BannerLayout)),
        [nameof(CookieConsentOptions.Theme)] = new Keys(new(StringComparer.OrdinalIgnoreCase)
        {
            [nameof(CookieConsentThemeOptions.Accent)] = Text,
            [nameof(CookieConsentThemeOptions.Ink)] = Text,
            [nameof(CookieConsentThemeOptions.Paper)] = Text,
            [nameof(CookieConsentThemeOptions.Radius)] = Text,
            [nameof(CookieConsentThemeOptions.Font)] = Text,
            [nameof(CookieConsentThemeOptions.Scheme)] = OneOf(typeof(ThemeScheme)),
            [nameof(CookieConsentThemeOptions.Dark)] = new Keys(new(StringComparer.OrdinalIgnoreCase)
            {
                [nameof(CookieConsentDarkThemeOptions.Accent)] = Text,
                [nameof(CookieConsentDarkThemeOptions.Ink)] = Text,
                [nameof(CookieConsentDarkThemeOptions.Paper)] = Text,
            }),
        }),
        [nameof(CookieConsentOptions.Texts)] = new Map(new Map(Text)),
    });

    /// <summary>Adds what is wrong below <paramref name="section"/> to <paramref name="mistakes"/>.</summary>
    public abstract void Check(IConfiguration section, string path, List<Mistake> mistakes);

    private static Leaf OneOf(Type choice)
    {
        string[] names = Enum.GetNames(choice);
        return new Leaf("one of " + string.Join(", ", names), value => names.Contains(value, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>One value.</summary>
    private sealed record Leaf(string Expected, Func<string, bool> Accepts) : SectionShape
    {
        public override void Check(IConfiguration section, string path, List<Mistake> mistakes)
        {
            string? value = (section as IConfigurationSection)?.Value;
            if (section.GetChildren().Any())
            {
                mistakes.Add(new Mistake(path, null, $"the value must be {Expected}, not an object or a list.", "Write the value itself."));
            }
            else if (value is not null && !Accepts(value))
            {
                mistakes.Add(new Mistake(path, value, $"the value must be {Expected}.", "Correct the value or remove the line."));
            }
        }
    }

    /// <summary>An object whose keys are ours.</summary>
    private sealed record Keys(Dictionary<string, SectionShape> Children) : SectionShape
    {
        public override void Check(IConfiguration section, string path, List<Mistake> mistakes)
        {
            RejectValue(section, path, mistakes);
            foreach (IConfigurationSection child in section.GetChildren())
            {
                if (Children.TryGetValue(child.Key, out SectionShape? shape))
                {
                    shape.Check(child, $"{path}:{child.Key}", mistakes);
                }
                else
                {
                    mistakes.Add(new Mistake(
                        $"{path}:{child.Key}",
                        child.Value,
                        "there is no such setting.",
                        $"{Suggestion.For(child.Key, Children.Keys)}Known here: {string.Join(", ", Children.Keys)}."));
                }
            }
        }
    }

    /// <summary>An object whose keys are the owner's, or a list.</summary>
    private sealed record Map(SectionShape Child) : SectionShape
    {
        public override void Check(IConfiguration section, string path, List<Mistake> mistakes)
        {
            RejectValue(section, path, mistakes);
            foreach (IConfigurationSection child in section.GetChildren())
            {
                Child.Check(child, $"{path}:{child.Key}", mistakes);
            }
        }
    }

    /// <summary>Texts under keys of the owner's that may be nested, since a key with a colon in it is.</summary>
    private sealed record Tree : SectionShape
    {
        public override void Check(IConfiguration section, string path, List<Mistake> mistakes) => RejectValue(section, path, mistakes);
    }

    private static void RejectValue(IConfiguration section, string path, List<Mistake> mistakes)
    {
        // An empty object or list reads as an empty value.
        if (section is IConfigurationSection { Value: { Length: > 0 } value })
        {
            mistakes.Add(new Mistake(path, value, "an object is expected here, not a single value.", "Write { } around its settings; an empty { } is allowed."));
        }
    }
}
