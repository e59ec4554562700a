// What the site's own scripts can ask and do; its shape is that of index.d.ts.
import type { CookieConsent, CookieConsentDecision } from "./index";
import { categories, vendors } from "./policy";
import { allows, changed, decision, grants, ready } from "./state";
import { open } from "./dialog";
import { answer } from "./send";

const change = "cookieconsent:change";

function told(): CookieConsentDecision {
  const answers = [
    ...categories.map(([id], index) => [id, decision.categories[index]] as const),
    ...vendors.map(([id, category], index) => [id, decision.vendors[index] ?? decision.categories[category]] as const),
  ];
  const ids = (said: boolean) => answers.flatMap(([id, answer]) => answer === said ? [id] : []);
  return { granted: ids(true), refused: ids(false), date: decision.at ? new Date(decision.at) : null, receipt: decision.receipt || null };
}

/** What a form would have asked about: the entries of the grants of some categories. */
const asked = (filter: (category: number) => boolean) => categories.filter((_, category) => filter(category)).map(([, entries]) => entries.slice(4, 8)).join("");

const send = (fields: Record<string, string>) => answer(new URLSearchParams(fields), false);

export const api: CookieConsent = Object.freeze({
  has(id: string) {
    const vendor = vendors.findIndex((vendor) => vendor[0] === id);
    const category = vendors[vendor]?.[1] ?? categories.findIndex((category) => category[0] === id);
    return category >= 0 && allows(category, vendor);
  },
  get decision() {
    return told();
  },
  open: () => open(),
  async accept() {
    const all = asked((category) => decision.categories[category] === undefined);
    return !all || send({ answer: "grant", asked: all });
  },
  reject: () => send({ answer: "refuse" }),
  async withdraw() {
    const given = vendors.flatMap(([id], vendor) => decision.vendors[vendor] ? [["vendor." + id, "refuse"]] : []);
    const all = asked((category) => grants(category, -1));
    return !all && !given.length || send({ ...Object.fromEntries(given), answer: "choose", asked: all });
  },
  onChange(callback: (decision: CookieConsentDecision) => void) {
    const listener = () => callback(told());
    document.addEventListener(change, listener);
    if (decision.at) {
      queueMicrotask(listener);
    }

    return () => document.removeEventListener(change, listener);
  },
});

const emit = (type: string) => document.dispatchEvent(new CustomEvent(type, { bubbles: true, detail: told() }));

export function startApi(): void {
  changed(() => emit(change));
  ready(() => emit("cookieconsent:ready"));
}
