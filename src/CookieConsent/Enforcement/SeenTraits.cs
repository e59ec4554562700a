namespace CookieConsent.Enforcement;

/// <summary>What was seen about a name, at least once.</summary>
[Flags]
internal enum SeenTraits
{
    None = 0,

    /// <summary>A browser sent it.</summary>
    Arrived = 1,

    /// <summary>A response of the app set it, and it reached the browser.</summary>
    Passed = 2,

    /// <summary>A response of the app set it, and it was withheld.</summary>
    Withheld = 4,

    /// <summary>The browser's script told of it.</summary>
    Reported = 8,

    /// <summary>It was set so that scripts cannot read it.</summary>
    HttpOnly = 16,

    /// <summary>It was set for HTTPS alone.</summary>
    Secure = 32,

    /// <summary>The app called it essential, and the owner's declaration does not.</summary>
    Contradicted = 64,

    /// <summary>A response of the app set it, whatever became of it.</summary>
    Set = Passed | Withheld,
}
