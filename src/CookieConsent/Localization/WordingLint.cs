using CookieConsent.Configuration;
using CookieConsent.Consent;

namespace CookieConsent.Localization;

/// <summary>Reads the owner's words as a regulator would. What the library ships is judged by its tests.</summary>
internal static class WordingLint
{
    /// <summary>A button's word; longer ones argue.</summary>
    private const int LongestLabel = 32;

    private static readonly LintRule VendorList = new("LINT-09", LintSeverity.Error, "The banner says how many vendors there are and links to their list.");

    private static readonly LintRule Basis = new("LINT-19", LintSeverity.Error, "Nothing that needs consent is rested on legitimate interest.");

    private static readonly LintRule Euphemism = new("LINT-20", LintSeverity.Warning, "Texts say what is done, not how pleasant it is.");

    private static readonly LintRule Implied = new("LINT-21", LintSeverity.Error, "No text takes silence or the use of the site for consent.");

    private static readonly LintRule Shaming = new("LINT-22", LintSeverity.Warning, "Refusing and accepting are named alike: short, and without a reproach.");

    private static readonly LintRule Alone = new("LINT-23", LintSeverity.Warning, "The question is asked alone, without an offer beside it (GDPR Article 7(2)).");

    private static readonly LintRule Wall = new("LINT-24", LintSeverity.Error, "No text makes the site depend on accepting (GDPR Article 7(4)).");

    private static readonly LintRule Who = new("LINT-11", LintSeverity.Error, "Visitors learn who asks them, and how to reach them (GDPR Article 13(1)(a)).");

    public static readonly IReadOnlyList<LintRule> Rules = [VendorList, Who, Basis, Euphemism, Implied, Shaming, Alone, Wall];

    private static readonly string[] Interests =
        ["legitimate interest", "berechtigtes interesse", "berechtigten interesse", "intérêt légitime", "interés legítimo", "legittimo interesse", "gerechtvaardigd belang", "prawnie uzasadniony interes", "interesse legítimo"];

    private static readonly string[] Euphemisms =
    [
        "improve your experience", "better experience", "best experience", "optimal experience", "enhance your", "user experience",
        "nutzererlebnis", "bestmögliche erfahrung", "meilleure expérience", "améliorer votre expérience", "mejor experiencia", "mejorar su experiencia", "migliorare la tua esperienza", "beste ervaring",
    ];

    private static readonly string[] Implications =
    [
        "by continuing", "by using this", "by using our", "continued use", "if you continue", "by browsing", "by scrolling", "by closing", "you automatically agree",
        "durch die weitere nutzung", "indem sie fortfahren", "mit der nutzung", "en continuant", "en poursuivant", "al continuar", "si continúa", "continuando la navigazione", "door verder te gaan",
    ];

    private static readonly string[] Walls =
    [
        "you must accept", "you have to accept", "you need to accept", "must accept our cookies", "must accept all", "cannot use this site unless", "can only use this site if you accept",
        "müssen zustimmen", "müssen sie zustimmen", "müssen akzeptieren", "cookies akzeptieren, um", "vous devez accepter", "debe aceptar", "debes aceptar", "devi accettare", "deve accettare", "moet accepteren", "musisz zaakceptować", "deve aceitar",
    ];

    private static readonly string[] Offers =
    [
        "newsletter", "subscribe", "voucher", "discount", "special offer", "% off", "download our app", "gutschein", "rabatt", "abonnieren",
        "bon de réduction", "code promo", "abonnez-vous", "descuento", "suscríb", "sconto", "iscriviti", "korting", "schrijf je in",
    ];

    /// <summary>Words that say nothing about what is accepted.</summary>
    private static readonly string[] Nods = ["ok", "okay", "got it", "i understand", "understood", "continue", "close", "verstanden", "weiter", "compris", "continuer", "entendido", "ho capito", "begrepen"];

    private static readonly string[] Reproaches = ["no thanks", "i don't want", "i don’t want", "i do not want", "i prefer not", "i hate", "i'd rather", "nein danke", "non merci", "no, gracias", "no grazie", "nee, bedankt"];

    /// <summary>What the keys of the texts begin with that stand in the banner and on the preferences page.</summary>
    private static readonly string[] Asking = ["Banner", "Preferences", "AcceptAll", "RejectAll", "Choose"];

    /// <summary>Words on the refusing button that do not refuse.</summary>
    private static readonly string[] Detours = ["manage", "settings", "more", "options", "customi", "preferences", "later", "einstellungen", "verwalten", "mehr", "später", "paramètres", "gérer", "configurar", "opciones", "impostazioni", "instellingen"];

    public static IEnumerable<LintFinding> Find(ConsentPolicy policy, string section)
    {
        foreach ((string language, IReadOnlyDictionary<string, string> texts) in policy.Settings.Texts)
        {
            string path = $"{section}:Texts:{language}";
            foreach ((string key, string text) in texts)
            {
                foreach (LintFinding finding in OfText($"{path}:{key}", text))
                {
                    yield return finding;
                }
            }

            foreach (LintFinding finding in OfBanner(path, texts))
            {
                yield return finding;
            }
        }

        IEnumerable<(string Path, string? Text)> others =
        [
            .. policy.Cookies.Where(cookie => cookie.Key is not null).SelectMany(cookie => (IEnumerable<(string, string?)>)
                [($"{section}:Cookies:{cookie.Key}:Purpose", cookie.Purpose), ($"{section}:Cookies:{cookie.Key}:Reason", cookie.Reason)]),
            .. policy.Categories.SelectMany(category => (IEnumerable<(string, string?)>)
                [($"{section}:Categories:{category.Id}:Title", category.Title), ($"{section}:Categories:{category.Id}:Description", category.Description)]),
        ];
        foreach (LintFinding finding in others.Where(other => other.Text is not null).SelectMany(other => OfText(other.Path, other.Text!)))
        {
            yield return finding;
        }
    }

    private static IEnumerable<LintFinding> OfText(string path, string text)
    {
        if (Says(text, Interests) is { } interest)
        {
            yield return Basis.At(path, $"\"{interest}\" is no basis for storing anything on a visitor's device (ePrivacy Directive, Article 5(3)).", "Ask for consent, or say why the entry is essential.");
        }

        if (Says(text, Euphemisms) is { } euphemism)
        {
            yield return Euphemism.At(path, $"\"{euphemism}\" does not tell a visitor what happens.", "Say what is counted, shown or kept.");
        }

        if (Says(text, Implications) is { } implication)
        {
            yield return Implied.At(path, $"\"{implication}\" takes going on for consent, which it never is (GDPR recital 32).", "Remove the sentence: nothing is set before the visitor agrees.");
        }

        if (Says(text, Walls) is { } wall)
        {
            yield return Wall.At(path, $"\"{wall}\" leaves no free choice, and the site works after a refusal.", "Remove the sentence.");
        }
    }

    private static IEnumerable<LintFinding> OfBanner(string path, IReadOnlyDictionary<string, string> texts)
    {
        foreach (string key in texts.Keys.Where(key => key.StartsWith("VendorsLink.", StringComparison.OrdinalIgnoreCase) && !texts[key].Contains("{count}", StringComparison.Ordinal)))
        {
            yield return VendorList.At($"{path}:{key}", "visitors must see with how many vendors their data is shared before they answer.", "Keep {count} in the text.");
        }

        if (texts.GetValueOrDefault("BannerText") is { } banner && !banner.Contains("{controller}", StringComparison.Ordinal))
        {
            yield return Who.At($"{path}:BannerText", "the text does not say who asks.", "Keep {controller} in it.");
        }

        foreach ((string key, string text) in texts.Where(entry => Asking.Any(start => entry.Key.StartsWith(start, StringComparison.OrdinalIgnoreCase))))
        {
            if (Says(text, Offers) is { } offer)
            {
                yield return Alone.At($"{path}:{key}", $"\"{offer}\" has no place in a request for consent.", "Say it elsewhere on the page.");
            }
        }

        string accept = texts.GetValueOrDefault("AcceptAll", "").Trim();
        string reject = texts.GetValueOrDefault("RejectAll", "").Trim();
        if (Nods.Contains(accept.TrimEnd('!', '.'), StringComparer.OrdinalIgnoreCase))
        {
            yield return Implied.At($"{path}:AcceptAll", $"\"{accept}\" does not say that it accepts anything.", "Write Accept all.");
        }

        if (Says(reject, Reproaches) is not null || Detours.Any(word => reject.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
        {
            yield return Shaming.At($"{path}:RejectAll", $"\"{reject}\" makes refusing harder than accepting.", "Write Reject all.");
        }
        else if (reject.Length > LongestLabel || (accept.Length > 0 && reject.Length > 2 * accept.Length + 4))
        {
            yield return Shaming.At($"{path}:RejectAll", "the words on the refusing button are longer than those on the accepting one.", "Write Reject all.");
        }
        else if (accept.Length > LongestLabel)
        {
            yield return Shaming.At($"{path}:AcceptAll", "the words on the accepting button argue.", "Write Accept all.");
        }
    }

    private static string? Says(string text, string[] phrases) => phrases.FirstOrDefault(phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase));
}
