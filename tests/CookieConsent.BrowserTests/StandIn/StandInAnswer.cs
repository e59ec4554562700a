namespace CookieConsent.BrowserTests.StandIn;

/// <summary>What a vendor's host answers: a body, and the cookies that it sets along with it.</summary>
internal sealed record StandInAnswer(string ContentType, string Body, params string[] Cookies)
{
    public static StandInAnswer Script(string body, params string[] cookies) => new("text/javascript", body, cookies);

    public static StandInAnswer Frame(params string[] cookies) => new("text/html", "<!DOCTYPE html><html lang=en><title>Stand-in</title><p>Stand-in", cookies);

    public static StandInAnswer Nothing(params string[] cookies) => new("text/plain", "", cookies);
}
