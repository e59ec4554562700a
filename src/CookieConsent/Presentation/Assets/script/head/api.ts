// What the site's own scripts can ask and do; its shape is that of index.d.ts.
import type { CookieConsent, CookieConsentDecision } from "../index";
import { categories, vendors } from "./policy";
import { listeners, own, ready, visitor } from "./state";
import { load, open, rest } from "./rest";

const change = "cookieconsent:change";

function told(): CookieConsentDecision {
  const { categories: answers, vendors: exceptions, at, receipt } = visitor.decision;
  const ids = (said: boolean) => [
    ...categories.filter((_, category) => answers[category] === said),
    ...vendors.filter(([, category], vendor) => (exceptions[vendor] ?? answers[category]) === said),
  ].map(([id]) => id);
  return { granted: ids(true), refused: ids(false), date: at ? new Date(at) : null, receipt: receipt || null };
}

const later = (command: "accept" | "reject" | "withdraw") => async () => await load() && rest[command]!();

export const api: CookieConsent = Object.freeze({
  has(id: string) {
    const vendor = vendors.findIndex((vendor) => vendor[0] === id);
    const category = vendors[vendor]?.[1] ?? categories.findIndex((category) => category[0] === id);
    return category >= 0 && visitor.allows(category, vendor);
  },
  get decision() {
    return told();
  },
  open: () => open("", own("/preferences")),
  accept: later("accept"),
  reject: later("reject"),
  withdraw: later("withdraw"),
  onChange(callback: (decision: CookieConsentDecision) => void) {
    const listener = () => callback(told());
    document.addEventListener(change, listener);
    if (visitor.decision.at) {
      queueMicrotask(listener);
    }

    return () => document.removeEventListener(change, listener);
  },
});

const emit = (type: string) => document.dispatchEvent(new CustomEvent(type, { bubbles: true, detail: told() }));

export function startApi(): void {
  listeners.push(() => emit(change));
  ready(() => emit("cookieconsent:ready"));
}
