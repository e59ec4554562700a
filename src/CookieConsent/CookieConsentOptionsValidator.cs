using CookieConsent.Catalogue;
using CookieConsent.Configuration;
using CookieConsent.Consent;
using CookieConsent.Localization;
using Microsoft.Extensions.Options;

namespace CookieConsent;

/// <summary>Collects every room's mistakes into one message.</summary>
internal sealed class CookieConsentOptionsValidator : IValidateOptions<CookieConsentOptions>
{
    public ValidateOptionsResult Validate(string? name, CookieConsentOptions options)
    {
        List<Mistake> mistakes =
        [
            .. OptionsCheck.Mistakes(options, CookieCatalogue.Default),
            .. OwnerTextCheck.Mistakes(options.Texts, OptionsCheck.CategoryIds(options), $"{options.SectionPath}:Texts"),
        ];
        if (mistakes.Count == 0 && options.Lint.FailOn != LintFailure.Never)
        {
            ConsentPolicy policy = ConsentPolicyCompiler.Compile(options, CookieCatalogue.Default, []);
            mistakes.AddRange(ConsentGaps.Find(policy, options.SectionPath)
                .Where(gap => gap.Severity == LintFailure.Error || options.Lint.FailOn == LintFailure.Warning)
                .Select(gap => new Mistake(gap.Path, null, $"{gap.Rule} ({gap.Id}, because Lint:FailOn is {options.Lint.FailOn})", gap.Remedy)));
        }

        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(Mistake.Message(mistakes));
    }
}
