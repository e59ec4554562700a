// Vendors' scripts are told what the visitor said. What is said to whom stands in signals/; the server sends what the site's vendors need.
import policy, { vendors } from "./policy";
import { grants, listeners, visitor } from "./state";

/** One signal speaks for all of its vendors, so it takes a grant for each of them. */
function may(signal: string): boolean {
  const asked = vendors.flatMap((vendor, index) => vendor[3].startsWith(signal) ? [grants(visitor.decision, vendor[1], index)] : []);
  return !!asked[0] && !asked.includes(false);
}

const word = (granted: boolean) => granted ? "granted" : "denied";

/** Follows the decision; `isDue`: and says at once what it is. */
function follow(tell: () => void, isDue: unknown): void {
  listeners.push((before) => {
    if (before !== visitor.decision) {
      tell();
    }
  });
  if (isDue) {
    tell();
  }
}

const tools = () => [policy.dataLayer, visitor, may, word, follow] as const;
export type Tools = ReturnType<typeof tools>;

/** The server writes it before this code. */
declare const signals: ((tools: Tools) => void)[];

export const startSignals = () => signals.forEach((start) => start(tools()));
