using CookieConsent.Configuration;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;

namespace CookieConsent.Presentation;

/// <summary>Judges the app's views.</summary>
internal static class ViewLint
{
    private const string OldPartial = "/_CookieConsentPartial.cshtml";

    private static readonly LintRule OneBanner = new("LINT-55", LintSeverity.Warning, "No view shows another cookie banner, the _CookieConsentPartial of older templates for instance.");

    public static readonly IReadOnlyList<LintRule> Rules = [OneBanner];

    public static IEnumerable<LintFinding> Find(IServiceProvider services)
    {
        IEnumerable<string> views = services.GetService<ApplicationPartManager>()?.ApplicationParts.OfType<IRazorCompiledItemProvider>()
            .SelectMany(part => part.CompiledItems).Select(item => item.Identifier) ?? [];
        foreach (string view in views.Where(view => view.EndsWith(OldPartial, StringComparison.OrdinalIgnoreCase)))
        {
            yield return OneBanner.At(view, "this view of older templates is a second banner, with one button, and stores an answer that nobody reads.", "Delete it, and the line of the layout that shows it.");
        }
    }
}
