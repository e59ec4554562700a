using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CookieConsent.Presentation;

/// <summary>Hands the language of a prerendered page on to the interactive one, which has no request to choose it by.</summary>
/// <param name="state">What the framework carries over; null in an app without Blazor.</param>
internal sealed class BlazorLanguage(PersistentComponentState? state) : IDisposable
{
    private const string Key = "vc-language";

    private PersistingComponentStateSubscription? _subscription;
    private string? _language;

    /// <summary>The language of the prerendered page, or null where there was none.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A string is never trimmed.")]
    public string? Prerendered => _language ??= state is not null && state.TryTakeFromJson(Key, out string? language) ? language : null;

    /// <summary>Notes the language of the page that is being prerendered.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A string is never trimmed.")]
    public void Keep(string language)
    {
        _language = language;
        _subscription ??= state?.RegisterOnPersisting(
            () =>
            {
                state.PersistAsJson(Key, _language);
                return Task.CompletedTask;
            },
            RenderMode.InteractiveServer);
    }

    public void Dispose() => _subscription?.Dispose();
}
