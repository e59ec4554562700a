using System.Text;
using CookieConsent.Configuration;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Options;

namespace CookieConsent.Tests.Configuration;

public sealed class RegistrationTests
{
    [Fact]
    public async Task The_delegate_runs_after_the_section()
    {
        await using Site site = await Site.StartAsync(
            settings: Section.Settings("""{ "ValidForMonths": 3, "PolicyUrl": "/privacy", "Vendors": { "stripe": {} } }"""),
            services: services => services.AddCookieConsent(options =>
            {
                options.ValidForMonths *= 4;
                options.Vendors.Add("youtube", null);
            }));

        site.Policy.Settings.ValidForMonths.Should().Be(12);
        site.Policy.Settings.PolicyUrl.Should().Be("/privacy");
        site.Policy.Vendors.Select(vendor => vendor.Id).Should().BeEquivalentTo("stripe", "youtube");
    }

    [Fact]
    public async Task Mistakes_of_the_delegate_are_mistakes_like_any_other()
    {
        Func<Task> start = () => Site.StartAsync(settings: [], services: services => services.AddCookieConsent(options => options.Vendors.Add("strype", null)));

        (await start.Should().ThrowAsync<OptionsValidationException>()).WithMessage("*CookieConsent:Vendors:strype*Did you mean \"stripe\"?*");
    }

    [Fact]
    public void A_section_may_stand_elsewhere_and_messages_name_where()
    {
        IConfiguration configuration = Json("""{ "Sites": { "Shop": { "Cookies": { "Vendors": { "strype": {} }, "ValidForMonths": "six" } } } }""");
        using ServiceProvider services = Services(services => services.AddCookieConsent(configuration.GetSection("Sites:Shop:Cookies")));

        FluentActions.Invoking(() => services.GetRequiredService<IOptions<CookieConsentOptions>>().Value).Should().Throw<OptionsValidationException>()
            .WithMessage("*Sites:Shop:Cookies:ValidForMonths = *Sites:Shop:Cookies:Vendors:strype = *").And.Message.Should().NotContain("CookieConsent:");
    }

    [Fact]
    public void A_section_elsewhere_is_read_instead_of_the_usual_one()
    {
        IConfiguration configuration = Json("""{ "CookieConsent": { "PolicyUrl": "/wrong", "Vendors": { "paypal": {} } }, "Shop": { "PolicyUrl": "/right", "Vendors": { "stripe": {} } } }""");
        using ServiceProvider services = Services(services => services.AddSingleton(configuration).AddCookieConsent(configuration.GetSection("Shop")));

        CookieConsentOptions options = services.GetRequiredService<IOptions<CookieConsentOptions>>().Value;
        options.PolicyUrl.Should().Be("/right");
        options.Vendors.Keys.Should().Equal("stripe");
    }

    [Fact]
    public void A_configuration_of_its_own_is_the_section()
    {
        using ServiceProvider services = Services(services => services.AddCookieConsent(Json("""{ "Vendors": { "stripe": {} } }""")));

        services.GetRequiredService<IOptions<CookieConsentOptions>>().Value.Vendors.Keys.Should().Equal("stripe");
    }

    [Fact]
    public async Task Adding_it_twice_binds_it_once()
    {
        await using Site site = await Site.StartAsync(
            settings: Section.Settings("""{ "Categories": { "payment": { "EssentialOn": [ "/checkout" ] } }, "Vendors": { "stripe": {} } }"""),
            services: services => services.AddCookieConsent());

        site.Policy.Category("payment")!.EssentialOn.Should().Equal("/checkout");
    }

    [Fact]
    public void Using_it_without_adding_it_names_the_missing_line()
    {
        WebApplication app = WebApplication.CreateSlimBuilder().Build();

        app.Invoking(site => site.UseCookieConsent()).Should().Throw<InvalidOperationException>().WithMessage("*builder.Services.AddCookieConsent();*");
    }

    [Fact]
    public async Task Adding_it_without_using_it_names_the_missing_line()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddCookieConsent();
        await using WebApplication app = builder.Build();

        (await app.Invoking(site => site.StartAsync()).Should().ThrowAsync<InvalidOperationException>()).WithMessage("*app.UseCookieConsent();*");
    }

    private static IConfigurationRoot Json(string json) => new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();

    private static ServiceProvider Services(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        add(services.AddLogging());
        return services.BuildServiceProvider();
    }
}
