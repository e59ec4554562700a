using CookieConsent.Tests.Configuration;

namespace CookieConsent.Tests.Decision;

public sealed class EssentialOnTests
{
    private static readonly KeyValuePair<string, string?>[] Settings =
        [.. Site.Usual, .. Section.Settings("""{ "Categories": { "payment": { "EssentialOn": [ "/checkout" ] } } }""")];

    [Theory]
    [InlineData("/checkout/card", "Granted Granted")]
    [InlineData("/Checkout", "Granted Granted")]
    [InlineData("/checkout-later", "Undecided Undecided")]
    [InlineData("/", "Undecided Undecided")]
    public async Task Where_the_visitor_pays_payment_counts_as_granted(string path, string answers)
    {
        await using Site site = await SiteAsync();

        (await site.Visitor().GetTextAsync(path)).Should().Be(answers);
    }

    [Fact]
    public async Task Paths_are_those_below_the_path_base()
    {
        await using Site site = await SiteAsync("/shop");

        (await site.Visitor().GetTextAsync("/shop/checkout")).Should().Be("Granted Granted");
        (await site.Visitor().GetTextAsync("/checkout")).Should().Be("Granted Granted", "the path base is optional in ASP.NET Core");
        (await site.Visitor().GetTextAsync("/shop/shop/checkout")).Should().Be("Undecided Undecided");
    }

    [Fact]
    public async Task It_holds_there_even_for_those_who_refused_and_nowhere_else()
    {
        await using Site site = await SiteAsync();
        string refused = site.DecisionCookie(refused: "payment stripe");

        (await site.Visitor().GetTextAsync("/checkout", refused)).Should().Be("Granted Granted");
        (await site.Visitor().GetTextAsync("/", refused)).Should().Be("Refused Refused");
    }

    [Fact]
    public async Task Nothing_of_it_is_kept_in_the_decision()
    {
        await using Site site = await SiteAsync();
        Visitor visitor = site.Visitor();

        await visitor.GetAsync("/checkout?analytics");

        site.Policy.Asked.Should().Contain(category => category.Id == "payment");
        (await visitor.GetTextAsync("/")).Should().Be("Undecided Undecided");
        visitor.Jar.Should().ContainKey(".CookieConsent");
    }

    private static Task<Site> SiteAsync(string? pathBase = null) => Site.StartAsync(
        app => app.Run(async context =>
        {
            if (context.Request.QueryString.Value is { Length: > 1 } query)
            {
                await context.GetCookieConsent().GrantAsync(query[1..]);
            }

            await context.Response.WriteAsync($"{context.GetCookieConsent().GetCategory("payment")} {context.GetCookieConsent().GetVendor("stripe")}");
        }),
        Settings,
        before: app => _ = pathBase is null ? app : app.UsePathBase(pathBase));
}
