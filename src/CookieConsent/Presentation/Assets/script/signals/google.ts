// Google's consent mode, in the order that it requires: denied before anything else, then the decision.
import { dataLayer, follow, may, page, visitor, word } from "./tools";

/** What the queue was told, in order. */
const said: unknown[] = [];

function gtag(..._: unknown[]): void {
  (page[dataLayer] ??= []).push(arguments);
  said.push(arguments);
}

/** It knows seven signals, and all of them are always said. */
function say(command: string, asks: (signal: string) => boolean): void {
  const analytics_storage = word(asks("google:analytics"));
  const ad_storage = word(asks("google:advertising"));
  const functionality_storage = word(asks("google:functional"));
  gtag("consent", command, {
    ad_storage,
    ad_user_data: ad_storage,
    ad_personalization: ad_storage,
    analytics_storage,
    functionality_storage,
    personalization_storage: functionality_storage,
    security_storage: "granted",
  });
}

// A page that sets the queue anew, as older snippets do, would lose what was said, and Google takes that for a yes.
let queue = page[dataLayer];
Object.defineProperty(page, dataLayer, {
  configurable: true,
  enumerable: true,
  get: () => queue,
  set(value) {
    if (value !== queue && Array.isArray(value)) {
      value.unshift(...said);
    }

    queue = value;
  },
});
say("default", () => false);
gtag("set", "ads_data_redaction", true);
follow(() => say("update", may), visitor.decision.at);
