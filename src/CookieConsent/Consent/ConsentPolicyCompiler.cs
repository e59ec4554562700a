using CookieConsent.Catalogue;
using CookieConsent.Configuration;

namespace CookieConsent.Consent;

/// <summary>Compiles valid options into a policy.</summary>
internal sealed class ConsentPolicyCompiler
{
    /// <summary>Key of the decision cookie's purpose and reason in the language files.</summary>
    public const string DecisionCookieText = "DecisionCookie";

    private readonly CookieConsentOptions _options;
    private readonly CookieCatalogue _catalogue;
    private readonly Dictionary<string, ConsentCategory> _categories = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ConsentVendor> _vendors = new(StringComparer.OrdinalIgnoreCase);

    private ConsentPolicyCompiler(CookieConsentOptions options, CookieCatalogue catalogue)
    {
        _options = options;
        _catalogue = catalogue;
    }

    public static ConsentPolicy Compile(CookieConsentOptions options, CookieCatalogue catalogue, IReadOnlyList<FrameworkCookie> framework) =>
        new ConsentPolicyCompiler(options, catalogue).Compile(framework);

    private ConsentPolicy Compile(IReadOnlyList<FrameworkCookie> framework)
    {
        AddCategories();
        string[] vendorIds = [.. _options.Vendors.Keys.Concat(_options.Cookies.Keys.Select(key => VendorOf(key, Entry(key))).OfType<string>())
            .Distinct(StringComparer.OrdinalIgnoreCase)];
        foreach (string id in vendorIds)
        {
            AddVendor(id, _options.Vendors.GetValueOrDefault(id) ?? new());
        }

        DeclaredCookie[] written = [.. _options.Cookies.Keys.SelectMany(key => WrittenCookies(key, Entry(key)))];
        DeclaredCookie[] site = [.. written.Where(cookie => cookie is { Storage: StorageType.Cookie, IsThirdParty: false })];
        DeclaredCookie[] ofFramework = [.. framework.Append(DecisionCookie()).DistinctBy(cookie => cookie.Name).Select(FrameworkCookie)];
        var ofVendors = new Dictionary<CataloguedCookie, CookieStanding>(ReferenceEqualityComparer.Instance);
        foreach (CataloguedCookie row in vendorIds.SelectMany(id => _catalogue.Cookies[id]))
        {
            if (VendorCookie(row, written) is { } cookie)
            {
                ofVendors.Add(row, new CookieStanding(cookie, bySite: false));
            }
        }

        DeclaredCookie[] all = [.. written, .. ofFramework.Where(cookie => !site.Any(own => own.Pattern.Text == cookie.Pattern.Text)), .. ofVendors.Values.Select(standing => standing.Cookie!)];
        HashSet<ConsentCategory> used = [.. all.Select(cookie => cookie.Category), .. _vendors.Values.Select(vendor => vendor.Category)];
        ConsentCategory[] asked = [.. _categories.Values.Where(category => used.Contains(category) && !category.IsEssential)];
        ConsentCategory[] categories = [.. _categories.Values.Where(category => used.Contains(category) && category.IsEssential), .. asked];
        ConsentVendor[] vendors = [.. _vendors.Values.OrderBy(vendor => vendor.Name, StringComparer.OrdinalIgnoreCase)];
        return new ConsentPolicy(
            new ConsentPolicyParts(
                Settings(),
                categories,
                vendors,
                all,
                [.. site.Select(cookie => new CookieStanding(cookie, bySite: true))],
                [.. ofFramework.Select(cookie => new CookieStanding(cookie, bySite: true)).DistinctBy(standing => standing.Cookie!.Pattern.Text)],
                ofVendors,
                new Lazy<ConsentEntries>(() => new ConsentEntries(_options.PolicyRevision ?? "", asked, vendors, written))),
            _catalogue);
    }

    private void AddCategories()
    {
        int asked = 0;
        foreach (string id in OptionsCheck.CategoryIds(_options))
        {
            CookieConsentCategoryOptions entry = _options.Categories.GetValueOrDefault(id) ?? new();
            bool essential = KnownCategory.IsEssential(id) || entry.Essential == true;
            _categories.Add(id, new ConsentCategory(
                id.ToLowerInvariant(),
                entry.Title,
                entry.Description,
                essential,
                essential ? 0 : 1UL << asked++,
                [.. entry.EssentialOn.Select(path => path.TrimEnd('/'))]));
        }
    }

    private void AddVendor(string id, CookieConsentVendorOptions entry)
    {
        CataloguedVendor? catalogued = _catalogue.Vendors.GetValueOrDefault(id);
        _vendors.Add(id, new ConsentVendor(
            id.ToLowerInvariant(),
            entry.Name ?? catalogued?.Name ?? id,
            _categories[OrNull(entry.Category) ?? catalogued!.CategoryId],
            entry.Origins.Concat(catalogued?.Origins ?? []).ToArray(),
            entry.Origins.ToArray(),
            entry.PolicyUrl ?? catalogued?.PolicyUrl,
            entry.OptOutUrl ?? catalogued?.OptOutUrl,
            catalogued?.Signal,
            catalogued?.IsDiscontinued ?? false,
            _options.Vendors.ContainsKey(id) || _options.Cookies.Values.Any(cookie => id.Equals(cookie?.Vendor, StringComparison.OrdinalIgnoreCase))));
    }

    /// <summary>What the owner wrote: one cookie, or one for each host on which a third party keeps it.</summary>
    private IEnumerable<DeclaredCookie> WrittenCookies(string key, CookieConsentCookieOptions entry)
    {
        CataloguedCookie? catalogued = EntryRows.Of(key, entry, _catalogue).FirstOrDefault();
        ConsentVendor? vendor = VendorOf(key, entry) is { } vendorId ? _vendors[vendorId] : null;
        var cookie = new DeclaredCookie
        {
            Key = key,
            Pattern = CookiePattern.Parse(entry.Name ?? key),
            Category = OrNull(entry.Category) is { } id ? _categories[id] : vendor?.Category ?? _categories[catalogued!.CategoryId],
            Vendor = vendor,
            Lifetime = CookieLifetime.TryParse(entry.Lifetime, out CookieLifetime lifetime) ? lifetime : catalogued?.Lifetime ?? CookieLifetime.Session,
            MaterialMonths = lifetime.WholeMonths,
            Purpose = OrNull(entry.Purpose) ?? catalogued?.Purpose,
            Reason = OrNull(entry.Reason),
            Storage = entry.Storage,
            Path = entry.Path is null or "/" ? null : entry.Path,
        };
        return EntryRows.Hosts(key, entry, _catalogue).Select(host => cookie with { Host = host }).DefaultIfEmpty(cookie);
    }

    /// <summary>The vendor that a cookie is declared for: the one named, or the catalogue's where the owner leaves the category to it.</summary>
    private string? VendorOf(string key, CookieConsentCookieOptions entry) =>
        OrNull(entry.Vendor) ?? (OrNull(entry.Category) is null ? EntryRows.Of(key, entry, _catalogue).FirstOrDefault()?.VendorId : null);

    private DeclaredCookie FrameworkCookie(FrameworkCookie cookie) => new()
    {
        Pattern = CookiePattern.Parse(cookie.Name),
        Category = _categories[cookie.CategoryId],
        Lifetime = cookie.Lifetime,
        Essential = cookie.Text,
    };

    private FrameworkCookie DecisionCookie() => new(
        _options.DecisionCookie.Name,
        KnownCategory.Operational,
        DecisionCookieText,
        _options.ValidForMonths == 12 ? new CookieLifetime(0, 365 * 86_400) : new CookieLifetime(_options.ValidForMonths, 0));

    /// <summary>A catalogued cookie of a declared vendor, unless it belongs to a category that the site does not ask about for this vendor.</summary>
    /// <remarks>A third party's cookie comes with the vendor's content, whatever it is for, so it stands in the vendor's category.</remarks>
    private DeclaredCookie? VendorCookie(CataloguedCookie row, IReadOnlyList<DeclaredCookie> written)
    {
        ConsentVendor vendor = _vendors[row.VendorId];
        bool moved = OrNull(_options.Vendors.GetValueOrDefault(row.VendorId)?.Category) is not null;
        ConsentCategory category = moved || row.IsThirdParty ? vendor.Category : _categories[row.CategoryId];
        bool askedForVendor = category.IsEssential || ReferenceEquals(category, vendor.Category)
            || written.Any(cookie => ReferenceEquals(cookie.Category, category) && ReferenceEquals(cookie.Vendor, vendor));
        StorageType storage = StorageOf(row);
        bool isWritten = written.Any(cookie => cookie.Pattern.Text == row.Pattern.Text && cookie.Storage == storage
            && (row.IsThirdParty ? cookie.Host == row.Host && ReferenceEquals(cookie.Vendor, vendor) : !cookie.IsThirdParty));
        return !askedForVendor || isWritten ? null : new DeclaredCookie
        {
            Pattern = row.Pattern,
            Category = category,
            Vendor = vendor,
            Lifetime = row.Lifetime,
            Purpose = row.Purpose,
            Storage = storage,
            Host = row.Host,
        };
    }

    private static StorageType StorageOf(CataloguedCookie row) => row.Storage switch
    {
        "local" => StorageType.LocalStorage,
        "session" => StorageType.SessionStorage,
        "indexeddb" => StorageType.IndexedDb,
        _ => StorageType.Cookie,
    };

    private ConsentPolicySettings Settings() => new()
    {
        ControllerName = OrNull(_options.Controller.Name),
        ControllerContact = OrNull(_options.Controller.Contact),
        PolicyUrl = OrNull(_options.PolicyUrl),
        ValidForMonths = _options.ValidForMonths,
        Language = OrNull(_options.Language),
        RoutePrefix = _options.RoutePrefix.TrimEnd('/'),
        Mode = _options.Enforcement.Mode,
        Undeclared = _options.Enforcement.Undeclared,
        UndeclaredStorage = _options.Enforcement.UndeclaredStorage,
        ClearSiteData = _options.Enforcement.ClearSiteData,
        Browser = BrowserNets.Of(_options.Enforcement),
        Signals = VendorSignals.Of(_options.Signals),
        CookieName = _options.DecisionCookie.Name,
        CookieDomain = OrNull(_options.DecisionCookie.Domain?.TrimStart('.')),
        CookiePath = _options.DecisionCookie.Path,
        DeclaredHash = _options.Declaration.Hash?.ToLowerInvariant(),
        DeclaredOn = DeclarationRules.TryReadDate(_options.Declaration.Changed, out DateOnly changed) ? changed : null,
        Layout = _options.Layout,
        Theme = ConsentTheme.Of(_options.Theme),
        Suppressed = new LintSuppressions(_options.Lint.Suppress),
        Texts = _options.Texts.Keys.ToDictionary(
            language => language,
            language => (IReadOnlyDictionary<string, string>)new Dictionary<string, string>(_options.Texts[language], StringComparer.OrdinalIgnoreCase),
            StringComparer.OrdinalIgnoreCase),
    };

    private CookieConsentCookieOptions Entry(string key) => _options.Cookies[key] ?? new();

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
