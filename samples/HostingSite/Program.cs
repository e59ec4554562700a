using HostingSite.Site;
using Microsoft.AspNetCore.Authentication.Cookies;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);

builder.Services.AddCookieConsent();

builder.Services.AddRouting(options => options.LowercaseUrls = true);
builder.Services.AddRazorPages();
builder.Services.AddSession();
builder.Services.Configure<RequestLocalizationOptions>(Languages.Configure);
builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(DemoAccount.Configure);
builder.Services.AddAuthorization();

WebApplication app = builder.Build();

app.UseRequestLocalization();
app.UseCookieConsent();

app.UseContentSecurityPolicy();
app.UseStaticFiles();
app.UseSession();
app.UseAuthentication();
app.UseAuthorization();
app.UseServerSideAnalytics();

app.MapRazorPages();
app.MapAffiliateLinks();
app.MapGet("/api/status", () => new { status = "All servers answer." });

app.Run();
