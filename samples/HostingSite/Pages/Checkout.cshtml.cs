using HostingSite.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HostingSite.Pages;

public sealed class CheckoutModel : PageModel
{
    [TempData]
    public string? Message { get; set; }

    public IActionResult OnPost()
    {
        Basket.Empty(HttpContext.Session);
        Message = "Thank you. The invoice is on its way.";
        return RedirectToPage("/Index");
    }
}
