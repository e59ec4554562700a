// What was met that nobody declared, or that would have been stopped: named in Development, counted elsewhere.
import policy from "./policy";
import { base } from "./state";

export type Kind = "cookie" | "local" | "session" | "indexeddb" | "host";

const seen = new Set<string>();
const said = new URLSearchParams();
const counts: Record<string, number> = {};
let sent = false;

export function report(kind: Kind, name: string): void {
  const entry = `${kind} ${name}`;
  if (seen.size < 99 && !seen.has(entry)) {
    seen.add(entry);
    if (policy.names) {
      said.append(kind, name.slice(0, 99));
      console.warn(`CookieConsent: ${entry} is in use without consent. Declare it in the section CookieConsent, or gate what brings it.`);
    } else {
      said.set("n." + kind, `${counts[kind] = (counts[kind] ?? 0) + 1}`);
    }
  }
}

const send = () => {
  if (!sent && seen.size && document.visibilityState === "hidden") {
    sent = navigator.sendBeacon(`${base}${policy.prefix}/seen`, said);
  }
};

/** Once a page, when it is left. */
export const startReport = () => {
  document.addEventListener("visibilitychange", send);
  addEventListener("pagehide", send);
};
