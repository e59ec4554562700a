using CookieConsent.Catalogue;

namespace CookieConsent.Tests.Catalogue;

/// <summary>A site's own cookie is not a tracker because its name is short.</summary>
public sealed class OrdinaryNameTests
{
    private const string Words = """
        ab account admin age alert app auth authenticated authorization banner basket bookmark browser cart cart_id category checkout
        city client clientId color company compact contact consent cookie cookies coupon country country_code cozy culture currency
        customer customer_id customerId dark darkMode dark_mode data date debug demo device device_id dismissed draft email env error
        events expanded favorites favourites feature features filter filters flash font fontSize footer form group guest guest_id
        guestId hash hide_banner history id identity impersonate info init intro invite ip is_logged_in items jwt key language lang
        last_page lastVisit last_visit lat layout limit list lng loc locale location logged_in login mail menu message messages mode
        modal name nav news newsletter nonce note notice notification notifications offset onboarding open order order_id orderId
        orders org page page_size pageSize password path period phone pid player policy popup position preference preferences prefs
        preview price private product products profile progress promo property query quote rate read recent recently_viewed redirect
        ref referer referral referrer refresh_token refreshToken region remember remember_me rememberMe request result returnUrl
        return_url role roles route scroll search sec secret section selected seen server session session_id sessionId session-token
        settings shop show sid side sidebar signed_in site skin skip slide sort source stage start state status step store style
        subscription survey switch sync tab table tag task team temp tenant tenant_id tenantId terms test theme time timezone tip
        title toggle token tour track tracking tutorial type tz uid unit units update url user user_id userId user_name username
        user_token userToken utm_campaign utm_medium utm_source uuid v value variant version view view_mode viewMode visit visited
        visitor visitor_id visitorId visits warning welcome welcomed wishlist xsrf-token year zip zone
        _id _lang _session _sid _theme _token _user a b c d e g h i k l m n o p q r s t u w x y z _a _b _g _p _s _y
        access_token accessToken bid_amount calendar_view drift_mode gallery_index lpvalue map_zoom mp_settings owa_folder
        pk_order prism_theme sc_lang tap_count zabbix_session _rd_order jv_mode hs_code ce_draft sp_list rt AT RT_ID ZD-order
        recently_viewed_products checkout_token remember_token cookie_consent store_notice_closed identity-state _ok _cb
        """;

    [Fact]
    public void A_name_that_any_app_may_use_is_nobodys_tracker()
    {
        string[] names = Words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        names.Length.Should().BeGreaterThan(300);

        names.SelectMany(static name => new[] { name, name.ToUpperInvariant(), char.ToUpperInvariant(name[0]) + name[1..] }).Distinct()
            .Select(static name => (Name: name, Row: CookieCatalogue.Default.Find(name)))
            .Where(static found => found.Row is { } row && !KnownCategory.IsEssential(row.CategoryId))
            .Select(static found => $"{found.Name} would be {found.Row!.VendorId}'s {found.Row.Pattern}")
            .Should().BeEmpty("the site's own cookie would be withheld until visitors agree to a stranger");
    }

    /// <summary>They read like anybody's and are one vendor's all the same: without the claim a tracker would pass as undeclared where that is allowed.</summary>
    [Theory]
    [InlineData("ai_session", "azure-app-insights", "its script's own name, never without ai_user beside it")]
    [InlineData("at_check", "adobe-target", "at is its script, at.js; the cookie is documented under this name")]
    [InlineData("_landing_page", "shopify", "documented; whoever else keeps where a visit began under it needs consent, too")]
    [InlineData("mailchimp_popup", "mailchimp", "the vendor's name stands in front")]
    public void A_name_that_only_looks_ordinary_stays_its_vendors(string name, string vendor, string why) =>
        CookieCatalogue.Default.Find(name)!.VendorId.Should().Be(vendor, why);

    /// <summary>Not as an essential one either: nobody but the site knows what its own word is for, so it has to declare it.</summary>
    [Theory]
    [InlineData("amp_settings")]
    [InlineData("auth")]
    [InlineData("basket")]
    [InlineData("cart")]
    [InlineData("Cart")]
    [InlineData("checkout")]
    [InlineData("cid")]
    [InlineData("crumb")]
    [InlineData("id")]
    [InlineData("ID")]
    [InlineData("lang")]
    [InlineData("LANG")]
    [InlineData("locale")]
    [InlineData("m")]
    [InlineData("messages")]
    [InlineData("presence")]
    [InlineData("recently_viewed_products")]
    [InlineData("remember_me")]
    [InlineData("session")]
    [InlineData("SESSION")]
    [InlineData("sid")]
    [InlineData("SID")]
    [InlineData("store")]
    [InlineData("theme")]
    [InlineData("timezone")]
    [InlineData("token")]
    [InlineData("ts")]
    [InlineData("uid")]
    [InlineData("user")]
    public void A_plain_word_is_claimed_by_nobody(string name) => CookieCatalogue.Default.Find(name).Should().BeNull();
}
