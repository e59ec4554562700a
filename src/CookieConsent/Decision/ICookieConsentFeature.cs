using CookieConsent.Consent;

namespace CookieConsent.Decision;

/// <summary>What the visitor of this request has decided, and how to change it from code.</summary>
/// <remarks>Reading an answer marks the response as one that differs by visitor (<c>Vary: Cookie</c>).</remarks>
public interface ICookieConsentFeature
{
    /// <summary>True while at least one category that the site asks about has no answer that still holds.</summary>
    bool IsDecisionNeeded { get; }

    /// <summary>When the visitor decided, in UTC: to the minute after a grant, to the day after a refusal. Null before any decision.</summary>
    DateTimeOffset? DecidedAt { get; }

    /// <summary>The eleven characters under which a grant can be looked up. Null where nothing was granted.</summary>
    string? Receipt { get; }

    /// <summary>The answer about a category; <see cref="ConsentAnswer.Granted"/> for essential ones and on their <c>EssentialOn</c> paths, <see cref="ConsentAnswer.Undecided"/> for one that the site does not use.</summary>
    ConsentAnswer GetCategory(string category);

    /// <summary>The answer about a vendor, which is its category's unless the visitor made an exception; <see cref="ConsentAnswer.Undecided"/> for one that the site does not declare.</summary>
    ConsentAnswer GetVendor(string vendor);

    /// <summary>True if the visitor granted the category, or need not be asked about it here.</summary>
    bool IsCategoryGranted(string category) => GetCategory(category) == ConsentAnswer.Granted;

    /// <summary>True if the visitor granted the vendor or its category, or need not be asked about it here.</summary>
    bool IsVendorGranted(string vendor) => GetVendor(vendor) == ConsentAnswer.Granted;

    /// <summary>Records that the visitor grants every category that the site asks about, and every vendor.</summary>
    /// <returns>False where the answer could not be kept, because the response has started; nothing is granted then.</returns>
    ValueTask<bool> GrantAllAsync(CancellationToken cancellationToken = default);

    /// <summary>Records that the visitor grants a category or a vendor; the other answers stay.</summary>
    /// <param name="id">Id of a category that the site asks about, or of a declared vendor.</param>
    /// <param name="cancellationToken">Cancels before anything is kept.</param>
    /// <returns>False where the answer could not be kept, because the response has started; nothing is granted then.</returns>
    /// <exception cref="ArgumentException">The site neither asks about such a category nor declares such a vendor.</exception>
    ValueTask<bool> GrantAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Records that the visitor refuses every category that the site asks about. Takes effect in this request even where it cannot be kept.</summary>
    /// <returns>False where the answer could not be kept, because the response has started.</returns>
    ValueTask<bool> RefuseAllAsync(CancellationToken cancellationToken = default);

    /// <summary>Records that the visitor refuses a category or a vendor; the other answers stay. Takes effect in this request even where it cannot be kept.</summary>
    /// <param name="id">Id of a category that the site asks about, or of a declared vendor.</param>
    /// <param name="cancellationToken">Cancels before anything is kept.</param>
    /// <returns>False where the answer could not be kept, because the response has started.</returns>
    /// <exception cref="ArgumentException">The site neither asks about such a category nor declares such a vendor.</exception>
    ValueTask<bool> RefuseAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Records that the visitor takes back every grant; refusals stay, and what was never answered stays open. Takes effect in this request even where it cannot be kept.</summary>
    /// <returns>False where the answer could not be kept, because the response has started.</returns>
    ValueTask<bool> WithdrawAsync(CancellationToken cancellationToken = default);
}
