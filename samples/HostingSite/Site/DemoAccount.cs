using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace HostingSite.Site;

/// <summary>Signing in without a database: any name, and one password for all.</summary>
public static class DemoAccount
{
    public const string Password = "sample";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.LoginPath = "/sign-in";
        options.ExpireTimeSpan = TimeSpan.FromDays(90);
        options.SlidingExpiration = true;
    }

    public static Task SignInAsync(HttpContext context, string name, bool remember) => context.SignInAsync(
        CookieAuthenticationDefaults.AuthenticationScheme,
        new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], CookieAuthenticationDefaults.AuthenticationScheme)),
        new AuthenticationProperties { IsPersistent = remember });
}
