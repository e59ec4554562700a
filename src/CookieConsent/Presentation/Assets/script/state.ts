// What the visitor has decided, as this page knows it.
import policy, { categories, vendors } from "./policy";
import { read, type Decision } from "./decision";

/** The path base, from our own address: whatever stands before the prefix of our routes. */
const source = (document.currentScript as HTMLScriptElement).src;
export const base = new URL(source).pathname.split(policy.prefix + "/")[0]!;

/** The page is being prepared for a visit that may never come. */
export const isPrepared = (): boolean => !!(document as { prerendering?: boolean }).prerendering;

export let decision: Decision = read(document.cookie, Date.now());

const listeners: ((before: Decision) => void)[] = [];

/** Calls back after every change of the decision. */
export const changed = (listener: (before: Decision) => void) => listeners.push(listener);

/** Categories that count as granted on this page's path. */
export const isEssentialHere = (category: number): boolean => {
  const path = location.pathname.slice(base.length).toLowerCase() + "/";
  return categories[category]!.slice(3).some((prefix) => path.startsWith(prefix.toLowerCase() + "/"));
};

/** Whether the visitor said yes to a category, and to a vendor unless that is -1. */
export function grants(category: number, vendor: number, said = decision): boolean {
  const exception = said.vendors[vendor];
  return exception !== undefined && (!exception || vendors[vendor]![2] === category) ? exception : !!said.categories[category];
}

/** Whether what belongs to a category, and to a vendor unless that is -1, is allowed on this page. */
export const allows = (category: number, vendor: number, said = decision): boolean =>
  isEssentialHere(category) || grants(category, vendor, said);

const essentials = () => categories.map((_, category) => isEssentialHere(category)).join();
let essential = essentials();

/**
 * Reads the cookie and the path again: after an answer, on the way back through history, or when another tab says so.
 * Where only the path has changed, the decision before is the same object as now.
 */
export function refresh(): void {
  const before = decision;
  const now = read(document.cookie, Date.now());
  if (JSON.stringify(before) !== JSON.stringify(now)) {
    decision = now;
  }

  if (before !== decision || essential !== essentials()) {
    essential = essentials();
    for (const listener of listeners) {
      try {
        listener(before);
      } catch (error) {
        reportError(error);
      }
    }
  }
}
