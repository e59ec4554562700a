namespace CookieConsent.Consent;

/// <summary>Where a cookie name stands with the policy.</summary>
internal sealed class CookieStanding
{
    /// <summary>Nobody knows the name.</summary>
    public static readonly CookieStanding Undeclared = new();

    /// <summary>The catalogue knows it as needed by the site itself.</summary>
    public static readonly CookieStanding CataloguedEssential = new() { IsEssential = true };

    /// <summary>The catalogue knows it as somebody's whom the site does not declare: nobody was asked, so nobody can have agreed.</summary>
    public static readonly CookieStanding Ungrantable = new() { IsCatalogued = true };

    private CookieStanding()
    {
    }

    /// <summary>The standing of a declared cookie.</summary>
    /// <param name="cookie">The cookie.</param>
    /// <param name="bySite">True where the owner declared the name itself, false where declaring the vendor brought it.</param>
    public CookieStanding(DeclaredCookie cookie, bool bySite)
    {
        Cookie = cookie;
        IsEssential = cookie.Category.IsEssential;
        IsCatalogued = !bySite && !IsEssential;
        IsDeclaredBySite = bySite;
    }

    /// <summary>The declared cookie, or null.</summary>
    public DeclaredCookie? Cookie { get; }

    /// <summary>It passes without being asked for.</summary>
    public bool IsEssential { get; private init; }

    /// <summary>The catalogue knows it as not essential.</summary>
    public bool IsCatalogued { get; private init; }

    /// <summary>The owner declared the name itself, which outranks what the app says about it.</summary>
    public bool IsDeclaredBySite { get; }

    /// <summary>It needs a grant, and there is somebody to grant it to.</summary>
    public bool IsAsked => Cookie is not null && !IsEssential;

    /// <summary>It needs a grant that the site never asks for.</summary>
    public bool IsUngrantable => IsCatalogued && Cookie is null;

    public bool IsUndeclared => ReferenceEquals(this, Undeclared);
}
