// What the site's own scripts can have done.
import { categories, grants, vendors, visitor } from "./head";
import { answer } from "./send";

/** What a form would have asked about: the entries of the grants of some categories. */
const asked = (filter: (category: number) => boolean) => categories.filter((_, category) => filter(category)).map(([, entries]) => entries.slice(4, 8)).join("");

const send = (fields: Record<string, string>) => answer(new URLSearchParams(fields), false);

export async function accept(): Promise<boolean> {
  const all = asked((category) => visitor.decision.categories[category] === undefined);
  return !all || send({ answer: "grant", asked: all });
}

export const reject = () => send({ answer: "refuse" });

export async function withdraw(): Promise<boolean> {
  const given = vendors.flatMap(([id], vendor) => visitor.decision.vendors[vendor] ? [["vendor." + id, "refuse"]] : []);
  const all = asked((category) => grants(visitor.decision, category, -1));
  return !all && !given.length || send({ ...Object.fromEntries(given), answer: "choose", asked: all });
}
