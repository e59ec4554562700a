// What the visitor has decided, as this page knows it.
import policy, { categories, vendors } from "./policy";
import { read, type Decision } from "./decision";

/** Our own script's address, and the page's nonce where its content security policy asks for one. */
export const { src, nonce } = (document.currentScript ?? document.querySelector(`script[src*="${policy.prefix}/"]`)) as HTMLScriptElement;

/** The path base: whatever stands before the prefix of our routes. */
export const base = new URL(src).pathname.split(policy.prefix + "/")[0]!;

/** Now or, if the page is still coming in, when it is there. */
export const ready = (act: () => void): void => document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", act) : act();

/** The page is being prepared for a visit that may never come. */
export const isPrepared = (): boolean => !!(document as { prerendering?: boolean }).prerendering;

export let decision: Decision = read(document.cookie, Date.now());

const listeners: ((before: Decision) => void)[] = [];

/** Calls back after every change of the decision. */
export const changed = (listener: (before: Decision) => void) => listeners.push(listener);

/** Categories that count as granted on this page's path. */
export const isEssentialHere = (category: number): boolean => {
  let path = location.pathname.slice(base.length) + "/";
  try {
    path = decodeURIComponent(path);
  } catch {
    // Not an address that anybody wrote.
  }

  path = path.toLowerCase();
  return categories[category]!.slice(2).some((prefix) => path.startsWith(prefix.toLowerCase() + "/"));
};

/** Whether the visitor said yes to a category, and to a vendor unless that is -1. */
export function grants(category: number, vendor: number, said = decision): boolean {
  const exception = said.vendors[vendor];
  return exception !== undefined && (!exception || vendors[vendor]![1] === category) ? exception : !!said.categories[category];
}

/** What is allowed on this page, by category and vendor (-1: the site itself). It looks nothing up with functions that later scripts could change. */
export function allowance(said: Decision): (category: number, vendor: number) => boolean {
  const table = categories.map((_, category) => [-1, ...vendors.keys()].map((vendor) => isEssentialHere(category) || grants(category, vendor, said)));
  return (category, vendor) => table[category]![vendor + 1]!;
}

export let allows = allowance(decision);

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
    allows = allowance(decision);
    for (const listener of listeners) {
      try {
        listener(before);
      } catch (error) {
        reportError(error);
      }
    }
  }
}
