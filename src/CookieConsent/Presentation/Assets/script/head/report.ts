// What was met that nobody declared, or that would have been stopped: named in Development, counted elsewhere.
import policy from "./policy";
import { own } from "./state";

export type Kind = "cookie" | "local" | "session" | "indexeddb" | "host";

const seen = new Set<string>();
const said = new URLSearchParams();
let sent = false;

/** Whatever later scripts have made of what it uses, it stops nobody. */
export function report(kind: Kind, name: string): void {
  try {
    const entry = `${kind} ${name}`;
    if (seen.size < 99 && !seen.has(entry)) {
      seen.add(entry);
      if (policy.names) {
        said.append(kind, name.slice(0, 99));
        console.warn(policy.names, entry);
      } else {
        said.set("n." + kind, `${1 + +said.get("n." + kind)!}`);
      }
    }
  } catch {
    // A report is not worth an error.
  }
}

const send = () => {
  if (!sent && seen.size && document.visibilityState === "hidden") {
    sent = navigator.sendBeacon(own("/seen"), said);
  }
};

/** Once a page, when it is left. */
export const startReport = () => addEventListener("visibilitychange", send);
