// What the visitor has decided, as this page knows it.
import policy, { categories, vendors } from "./policy";
import { read, type Decision } from "./decision";

/** The path base, from our own address: whatever stands before the prefix of our routes. */
const source = (document.currentScript as HTMLScriptElement).src;
export const base = new URL(source).pathname.split(policy.prefix + "/")[0]!;

export let decision: Decision = read(document.cookie, Date.now());

const listeners: ((before: Decision) => void)[] = [];

/** Calls back after every change of the decision. */
export const changed = (listener: (before: Decision) => void) => listeners.push(listener);

/** Reads the cookie again: after an answer, on the way back through history, or when another tab says so. */
export function refresh(): void {
  const before = decision;
  decision = read(document.cookie, Date.now());
  if (JSON.stringify(before) !== JSON.stringify(decision)) {
    listeners.forEach((listener) => listener(before));
  }
}

/** Indexes of the categories that count as granted on this page's path. */
export const isEssentialHere = (category: number): boolean => {
  const path = location.pathname.slice(base.length).toLowerCase() + "/";
  return categories[category]!.slice(3).some((prefix) => path.startsWith(prefix.toLowerCase() + "/"));
};

/** Whether what belongs to a category, and to a vendor unless that is -1, is allowed on this page. */
export function allows(category: number, vendor: number, said = decision): boolean {
  const exception = said.vendors[vendor];
  return isEssentialHere(category)
    || (exception !== undefined && (!exception || vendors[vendor]![2] === category) ? exception : !!said.categories[category]);
}
