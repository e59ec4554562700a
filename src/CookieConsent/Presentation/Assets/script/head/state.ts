// What the visitor has decided, as this page knows it.
import policy, { categories, vendors } from "./policy";
import { read, type Decision } from "./decision";

/** Our own script's address, and the page's nonce where its content security policy asks for one. */
export const { src, nonce } = (document.currentScript ?? document.querySelector(`script[src*="${policy.prefix}/"]`)) as HTMLScriptElement;

/** The path base: whatever stands before the prefix of our routes. */
export const base = new URL(src).pathname.split(policy.prefix + "/")[0]!;

/** The address of one of our routes. */
export const own = (route: string) => base + policy.prefix + route;

/** Now or, if the page is still coming in, when it is there. */
export const ready = (act: () => void): void => document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", act) : act();

/** The templates that came with the page. What a script has made of a text is no use as it is. */
export const parsed = new Set<Element>();
ready(() => document.querySelectorAll("template").forEach((template) => parsed.add(template)));

/** What the decision cookie says at this moment. */
export const fresh = () => read(document.cookie, Date.now());

/** For each category, whether it counts as granted on this page's path. */
const essentialHere = (): boolean[] => {
  let path = location.pathname.slice(base.length) + "/";
  try {
    path = decodeURIComponent(path);
  } catch {
    // Not an address that anybody wrote.
  }

  return categories.map((category) => category.slice(2).some((prefix) => path.toLowerCase().startsWith(prefix + "/")));
};

/** The same in one text. */
export const essentials = () => essentialHere().join();

/** Whether the visitor said yes to a category, and to a vendor unless that is -1. */
export function grants(said: Decision, category: number, vendor: number): boolean {
  const exception = said.vendors[vendor];
  return exception !== undefined && (!exception || vendors[vendor]![1] === category) ? exception : !!said.categories[category];
}

/** What is allowed on this page, by category and vendor (-1: the site itself). It looks nothing up with functions that later scripts could change. */
export function allowance(said: Decision): (category: number, vendor: number) => boolean {
  const essential = essentialHere();
  const table = categories.map((_, category) => [-1, ...vendors.keys()].map((vendor) => essential[category] || grants(said, category, vendor)));
  return (category, vendor) => table[category]![vendor + 1]!;
}

const decision = fresh();

/** What this page takes for the visitor's wish on its path, and where the visitor was before coming to us. The rest of the script keeps it true. */
export const visitor: { decision: Decision; essential: string; allows: ReturnType<typeof allowance>; last?: Element } = { decision, essential: essentials(), allows: allowance(decision) };

/** Nothing is left to ask. */
export const isDecided = () => categories.every((_, category) => visitor.decision.categories[category] !== undefined);

/** Who is called back after every change of what is allowed; the last is the site. */
export const listeners: ((before: Decision) => void)[] = [];
