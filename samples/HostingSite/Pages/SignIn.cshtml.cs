using System.ComponentModel.DataAnnotations;
using HostingSite.Site;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HostingSite.Pages;

public sealed class SignInModel : PageModel
{
    [BindProperty, StringLength(40)]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty]
    public bool Remember { get; set; }

    [TempData]
    public string? Message { get; set; }

    public async Task<IActionResult> OnPostAsync(string? returnUrl)
    {
        if (ModelState.IsValid && Password != DemoAccount.Password)
        {
            ModelState.AddModelError("", "That is not the password.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await DemoAccount.SignInAsync(HttpContext, Name, Remember);
        Message = $"Welcome, {Name}.";
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }

    public async Task<IActionResult> OnPostOutAsync()
    {
        await HttpContext.SignOutAsync();
        Message = "You are signed out.";
        return RedirectToPage("/Index");
    }
}
