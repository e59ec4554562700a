// Clears what a visitor has taken back, as far as a script can see it; the server clears the rest on the next page.
import type { Decision } from "../head/decision";
import type { Owner } from "../head/names";
import { allowance, categories, ownerOf, policy, visitor } from "./head";

/** Everything that was declared and needs a grant. */
const declared = () => policy.cookies.flatMap(([category, vendor, names]) => names.split(" ").map((name): Owner => [category, vendor, name]));

/** Clears what was allowed before and is not any more, and whatever was refused. Fulfilled when the databases are gone or about to be. */
export async function sweep(before: Decision): Promise<void> {
  if (policy.nets[5] < 2) {
    return;
  }

  const was = allowance(before);
  const isOver = ([category, vendor]: Owner) => category >= 0 && !visitor.allows(category, vendor)
    && (was(category, vendor) || !categories[category]![2] && (visitor.decision.vendors[vendor] ?? visitor.decision.categories[category]) === false);
  const refused = (letter: string, names: string[]) => names.filter((name) => {
    const owner = ownerOf(letter + name);
    return owner && isOver(owner);
  });

  refused("", document.cookie.split("; ").map((cookie) => cookie.split("=")[0]!)).forEach((name) => expire(name));
  for (const owner of declared()) {
    const [name, path] = owner[2].split(";");
    if (path && isOver(owner)) {
      expire(name!, path);
    }
  }

  for (const [property, letter] of [["localStorage", "l="], ["sessionStorage", "s="]] as const) {
    try {
      const area = window[property];
      refused(letter, Object.keys(area)).forEach((name) => area.removeItem(name));
    } catch {
      // The browser keeps nothing for this page.
    }
  }

  // Without a list of the databases there are the names that the policy has.
  const databases = declared().filter((owner) => owner[2].startsWith("i=") && isOver(owner));
  if (databases[0]) {
    const names = await indexedDB.databases?.().then((found) => found.map((database) => database.name!), () => []) ?? databases.map((owner) => owner[2].slice(2));
    await Promise.all(refused("i=", names).map((name) => new Promise((done) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = request.onerror = request.onblocked = done;
    })));
  }
}

/** Wherever a cookie of the name can be: this host, each parent domain, each prefix of the path. */
function expire(name: string, path?: string): void {
  const labels = location.hostname.split(".");
  const segments = location.pathname.split("/");
  const paths = path ? [path] : segments.flatMap((_, index) => {
    const prefix = segments.slice(0, index + 1).join("/");
    return index ? [prefix, prefix + "/"] : "/";
  });
  for (const domain of ["", ...labels.slice(1).map((_, index) => "; domain=." + labels.slice(index).join("."))]) {
    for (const at of paths) {
      // One that is kept apart for each site around a frame is another cookie.
      for (const flags of location.protocol > "http:" ? ["; secure", "; secure; partitioned"] : [""]) {
        document.cookie = `${name}=; max-age=0; path=${at}${domain}${flags}`;
      }
    }
  }
}
