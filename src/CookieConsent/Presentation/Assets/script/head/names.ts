// Whose a name is. The rules are those of Catalogue/CookiePatternTable.cs: the exact name, else the pattern with the most fixed characters.
import policy from "./policy";
import { own } from "./hook";

/** Category and vendor (-1: the site itself). Category -1 needs no grant. */
export type Owner = [category: number, vendor: number, name: string];

const slice = own(String.prototype.slice);

// Without a prototype, which other scripts can change.
const exact: Record<string, Owner> = Object.create(null);
const patterns: [start: string, end: string, owner: Owner][] = [];
for (const [category, vendor, names] of [[-1, -1, policy.essential] as const, ...policy.cookies]) {
  for (const name of names.split(" ")) {
    const owner: Owner = [category, vendor, name];
    const [start, end] = name.replace(/;.*/, "").split("*") as [string, string?];
    if (end === undefined) {
      exact[start] ??= owner;
    } else {
      patterns.push([start, end, owner]);
    }
  }
}

patterns.sort((one, two) => (two[0] + two[1]).length - (one[0] + one[1]).length);

/** The owner of a name with its kind's letter (`l=`, `s=`, `i=`; none for a cookie), if anybody declared it. */
export function ownerOf(name: string): Owner | undefined {
  let found = exact[name];
  for (let index = 0; !found && index < patterns.length; index++) {
    const [start, end, owner] = patterns[index]!;
    if (name.length >= start.length + end.length && slice(name, 0, start.length) === start && (!end || slice(name, -end.length) === end)) {
      found = owner;
    }
  }

  return found;
}
