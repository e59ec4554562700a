using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HostingSite.Pages;

public sealed class ArticlesModel : PageModel
{
    public void OnGet() => Response.Cookies.Append("articles-read", "slow.backup", new CookieOptions
    {
        MaxAge = TimeSpan.FromDays(90),
        Path = "/articles",
        Secure = Request.IsHttps,
    });
}
