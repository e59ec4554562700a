using CookieConsent.Catalogue;

namespace CookieConsent.Configuration;

/// <summary>Rules for <c>Categories</c>.</summary>
internal static class CategoryRules
{
    /// <summary>The decision is kept as one bit a category.</summary>
    private const int Most = 64;

    public static void Check(CookieConsentOptions options, List<Mistake> mistakes)
    {
        string root = $"{options.SectionPath}:Categories";
        if (OptionsCheck.CategoryIds(options).Count() > Most)
        {
            mistakes.Add(new Mistake(root, null, $"there are more than {Most} categories.", "Nobody can answer so many questions: join categories that mean the same to a visitor."));
        }

        foreach ((string id, CookieConsentCategoryOptions? entry) in options.Categories)
        {
            if (OptionsCheck.BadId($"{root}:{id}", id) is { } badId)
            {
                mistakes.Add(badId);
            }

            CookieConsentCategoryOptions category = entry ?? new();
            bool predefined = KnownCategory.All.Contains(id, StringComparer.OrdinalIgnoreCase);
            if (predefined && category.Essential is { } essential && essential != KnownCategory.IsEssential(id))
            {
                mistakes.Add(new Mistake(
                    $"{root}:{id}:Essential",
                    essential ? "true" : "false",
                    $"a predefined category keeps its kind, and {id} {(essential ? "is asked for" : "is essential")}.",
                    essential ? "Use EssentialOn for the paths where the visitor needs it, or declare single cookies as operational with a Reason." : "Move the cookies that are not essential to another category."));
            }

            foreach ((int index, string path) in category.EssentialOn.Index())
            {
                string where = $"{root}:{id}:EssentialOn:{index}";
                if (OptionsCheck.BadPath(where, path) is { } badPath)
                {
                    mistakes.Add(badPath);
                }
                else if (path.Trim('/').Length == 0)
                {
                    mistakes.Add(new Mistake(where, path, "this would grant the category on every page without asking.", "Name the paths where the visitor needs it, /checkout for instance."));
                }
            }
        }
    }
}
