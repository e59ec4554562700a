using CookieConsent.Catalogue;
using CookieConsent.Configuration;
using CookieConsent.Consent;
using CookieConsent.Enforcement;
using CookieConsent.Localization;
using Microsoft.Extensions.Options;

namespace CookieConsent;

/// <summary>Collects every room's mistakes into one message.</summary>
internal sealed class CookieConsentOptionsValidator(IServiceProvider services, CookieConsentLint lint) : IValidateOptions<CookieConsentOptions>
{
    public ValidateOptionsResult Validate(string? name, CookieConsentOptions options)
    {
        List<Mistake> mistakes =
        [
            .. OptionsCheck.Mistakes(options, CookieCatalogue.Default),
            .. OwnerTextCheck.Mistakes(options.Texts, OptionsCheck.CategoryIds(options), $"{options.SectionPath}:Texts"),
            .. options.Lint.Suppress.Count == 0 ? [] : SuppressionRules.Check(options, CookieConsentLint.Ids),
        ];
        if (mistakes.Count == 0 && options.Lint.FailOn != LintFailure.Never)
        {
            ConsentPolicy policy = ConsentPolicyCompiler.Compile(options, CookieCatalogue.Default, FrameworkCookies.Of(services));
            mistakes.AddRange(lint.Check(options, policy).Fatal(options.Lint.FailOn)
                .Select(finding => new Mistake(finding.Path, null, $"{finding.Wrong} ({finding.Id}, because Lint:FailOn is {options.Lint.FailOn})", finding.Remedy)));
        }

        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(Mistake.Message(mistakes));
    }
}
