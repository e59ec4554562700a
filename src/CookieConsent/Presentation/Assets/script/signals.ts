// Tells vendors' scripts what the visitor said, in the words and the order that each of them requires, before any of them runs.
import policy, { vendors } from "./policy";
import { changed, decision, grants } from "./state";

const page = window as any;

const uses = (signal: string) => vendors.some((vendor) => vendor[4].startsWith(signal));

/** One signal speaks for all of its vendors, so it takes a grant for each of them. */
const may = (signal: string) => uses(signal) && vendors.every((vendor, index) => !vendor[4].startsWith(signal) || grants(vendor[1], index));

const word = (granted: boolean) => granted ? "granted" : "denied";

/** What Google's queue was told, in order. */
const said: unknown[] = [];

function gtag(..._: unknown[]): void {
  (page[policy.dataLayer] ??= []).push(arguments);
  said.push(arguments);
}

/** A page that sets the queue anew, as older snippets do, would lose what was said, and Google takes that for a yes. */
function watchQueue(): void {
  let queue = page[policy.dataLayer];
  Object.defineProperty(page, policy.dataLayer, {
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
}

/** Consent mode knows seven signals, and all of them are always said. */
function google(command: string, asks: (signal: string) => boolean): void {
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

const microsoft = (command: string, granted: boolean) => (page.uetq ??= []).push("consent", command, { ad_storage: word(granted) });

function clarity(..._: unknown[]): void {
  page.clarity ??= function () {
    (page.clarity.q ??= []).push(arguments);
  };
  page.clarity("consentv2", { ad_Storage: word(may("clarity") && may("microsoft-uet:advertising")), analytics_Storage: word(may("clarity")) });
}

// Meta's snippet does nothing where there is an fbq already. So its own is spoken to, before anybody else can: when it is first read.
let fbq: any;
let told: any;
const meta = () => told("consent", may("meta") ? "grant" : "revoke");

function watchMeta(): void {
  fbq = page.fbq;
  Object.defineProperty(page, "fbq", {
    configurable: true,
    set: (value) => fbq = value,
    get() {
      if (fbq !== told && (fbq?.queue || fbq?.callMethod)) {
        told = fbq;
        told("consent", "revoke");
        if (may("meta")) {
          meta();
        }
      }

      return fbq;
    },
  });
}

let times = 0;

function tell(): void {
  if (uses("google") && (times || decision.at)) {
    google("update", may);
  }

  if (uses("microsoft-uet") && (times || decision.at)) {
    microsoft("update", may("microsoft-uet:advertising"));
  }

  if (uses("clarity")) {
    clarity();
  }

  if (times && told) {
    meta();
  }

  times++;
}

export function startSignals(): void {
  if (uses("google")) {
    watchQueue();
    google("default", () => false);
    gtag("set", "ads_data_redaction", true);
  }

  if (uses("microsoft-uet")) {
    microsoft("default", false);
  }

  if (uses("meta")) {
    watchMeta();
  }

  tell();
  changed((before) => {
    if (before !== decision) {
      tell();
    }
  });
}
