using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CookieConsent.Configuration;

/// <summary>Which keys the section may have and what stands under them: the binder ignores a mistyped key and stops at the first bad value, we name them all.</summary>
internal abstract record SectionShape
{
    private static readonly SectionShape Text = new Leaf("a text", static _ => true);

    /// <summary>The whole section.</summary>
    public static readonly SectionShape Root = new Keys(new()
    {
        [nameof(CookieConsentOptions.PolicyUrl)] = Text,
        [nameof(CookieConsentOptions.PolicyRevision)] = Text,
        [nameof(CookieConsentOptions.Controller)] = new Keys(new()
        {
            [nameof(CookieConsentControllerOptions.Name)] = Text,
            [nameof(CookieConsentControllerOptions.Contact)] = Text,
        }),
        [nameof(CookieConsentOptions.ValidForMonths)] = new Leaf("a whole number", static value => int.TryParse(value, CultureInfo.InvariantCulture, out _)),
        [nameof(CookieConsentOptions.Language)] = Text,
        [nameof(CookieConsentOptions.RoutePrefix)] = Text,
        [nameof(CookieConsentOptions.Vendors)] = new Map(new Keys(new()
        {
            [nameof(CookieConsentVendorOptions.Name)] = Text,
            [nameof(CookieConsentVendorOptions.Category)] = Text,
            [nameof(CookieConsentVendorOptions.Origins)] = new Map(Text),
            [nameof(CookieConsentVendorOptions.PolicyUrl)] = Text,
            [nameof(CookieConsentVendorOptions.OptOutUrl)] = Text,
        })),
        [nameof(CookieConsentOptions.Categories)] = new Map(new Keys(new()
        {
            [nameof(CookieConsentCategoryOptions.Title)] = Text,
            [nameof(CookieConsentCategoryOptions.Description)] = Text,
            [nameof(CookieConsentCategoryOptions.Essential)] = new Leaf("true or false", static value => bool.TryParse(value, out _)),
            [nameof(CookieConsentCategoryOptions.EssentialOn)] = new Map(Text),
        })),
        [nameof(CookieConsentOptions.Cookies)] = new Map(new Keys(new()
        {
            [nameof(CookieConsentCookieOptions.Name)] = Text,
            [nameof(CookieConsentCookieOptions.Category)] = Text,
            [nameof(CookieConsentCookieOptions.Vendor)] = Text,
            [nameof(CookieConsentCookieOptions.Host)] = Text,
            [nameof(CookieConsentCookieOptions.Purpose)] = Text,
            [nameof(CookieConsentCookieOptions.Lifetime)] = Text,
            [nameof(CookieConsentCookieOptions.Reason)] = Text,
            [nameof(CookieConsentCookieOptions.Storage)] = OneOf<StorageType>(),
            [nameof(CookieConsentCookieOptions.Path)] = Text,
        })),
        [nameof(CookieConsentOptions.Enforcement)] = new Keys(new()
        {
            [nameof(CookieConsentEnforcementOptions.Mode)] = OneOf<EnforcementMode>(),
            [nameof(CookieConsentEnforcementOptions.Undeclared)] = OneOf<UndeclaredCookies>(),
            [nameof(CookieConsentEnforcementOptions.UndeclaredStorage)] = OneOf<UndeclaredStorage>(),
            [nameof(CookieConsentEnforcementOptions.ClearSiteData)] = new Leaf("true or false", static value => bool.TryParse(value, out _)),
            [nameof(CookieConsentEnforcementOptions.Browser)] = new Keys(new()
            {
                [nameof(CookieConsentBrowserOptions.Insertions)] = OneOf<BrowserNet>(),
                [nameof(CookieConsentBrowserOptions.Observer)] = OneOf<BrowserNet>(),
                [nameof(CookieConsentBrowserOptions.Cookies)] = OneOf<BrowserNet>(),
                [nameof(CookieConsentBrowserOptions.CookieStore)] = OneOf<BrowserNet>(),
                [nameof(CookieConsentBrowserOptions.Storage)] = OneOf<BrowserNet>(),
            }),
        }),
        [nameof(CookieConsentOptions.DecisionCookie)] = new Keys(new()
        {
            [nameof(CookieConsentDecisionCookieOptions.Name)] = Text,
            [nameof(CookieConsentDecisionCookieOptions.Domain)] = Text,
            [nameof(CookieConsentDecisionCookieOptions.Path)] = Text,
        }),
        [nameof(CookieConsentOptions.Declaration)] = new Keys(new()
        {
            [nameof(CookieConsentDeclarationOptions.Hash)] = Text,
            [nameof(CookieConsentDeclarationOptions.Changed)] = Text,
        }),
        [nameof(CookieConsentOptions.Signals)] = new Keys(new()
        {
            [nameof(CookieConsentSignalOptions.DataLayer)] = Text,
            [nameof(CookieConsentSignalOptions.Google)] = new Leaf("true or false", static value => bool.TryParse(value, out _)),
            [nameof(CookieConsentSignalOptions.Microsoft)] = new Leaf("true or false", static value => bool.TryParse(value, out _)),
            [nameof(CookieConsentSignalOptions.Meta)] = new Leaf("true or false", static value => bool.TryParse(value, out _)),
        }),
        [nameof(CookieConsentOptions.Lint)] = new Keys(new()
        {
            [nameof(CookieConsentLintOptions.FailOn)] = OneOf<LintFailure>(),
            [nameof(CookieConsentLintOptions.Suppress)] = new Tree(),
        }),
        [nameof(CookieConsentOptions.Layout)] = OneOf<BannerLayout>(),
        [nameof(CookieConsentOptions.Theme)] = new Keys(new()
        {
            [nameof(CookieConsentThemeOptions.Accent)] = Text,
            [nameof(CookieConsentThemeOptions.Ink)] = Text,
            [nameof(CookieConsentThemeOptions.Paper)] = Text,
            [nameof(CookieConsentThemeOptions.Radius)] = Text,
            [nameof(CookieConsentThemeOptions.Font)] = Text,
            [nameof(CookieConsentThemeOptions.Scheme)] = OneOf<ThemeScheme>(),
            [nameof(CookieConsentThemeOptions.Dark)] = new Keys(new()
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

    private static Leaf OneOf<T>()
        where T : struct, Enum => new(
            "one of " + string.Join(", ", Enum.GetNames<T>()),
            static value => Enum.GetNames<T>().Contains(value, StringComparer.OrdinalIgnoreCase));

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
                string? key = Children.Keys.FirstOrDefault(key => key.Equals(child.Key, StringComparison.OrdinalIgnoreCase));
                if (key is null)
                {
                    mistakes.Add(new Mistake(
                        $"{path}:{child.Key}",
                        child.Value,
                        "there is no such setting.",
                        $"{Suggestion.For(child.Key, Children.Keys)}Known here: {string.Join(", ", Children.Keys)}."));
                }
                else
                {
                    Children[key].Check(child, $"{path}:{child.Key}", mistakes);
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
