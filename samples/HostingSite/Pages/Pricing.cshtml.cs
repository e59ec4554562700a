using HostingSite.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HostingSite.Pages;

public sealed class PricingModel : PageModel
{
    [TempData]
    public string? Message { get; set; }

    public IActionResult OnPost(string plan)
    {
        if (Plans.Find(plan) is not { } found)
        {
            return BadRequest();
        }

        Basket.Add(HttpContext.Session, found);
        Message = $"{found.Name} is in your basket.";
        return RedirectToPage("/Basket");
    }
}
