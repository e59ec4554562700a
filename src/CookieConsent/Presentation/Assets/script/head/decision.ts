// Reads the decision cookie. The twin of Decision/DecisionFormat.cs; shared golden strings hold both together.
import policy, { categories, vendors } from "./policy";

/** Answers by index: true is a grant, false a refusal, undefined none. A vendor's answer is an exception from its category's. */
export interface Decision {
  categories: (boolean | undefined)[];
  vendors: (boolean | undefined)[];
  /** Epoch milliseconds; 0 where nothing was said. */
  at: number;
  receipt: string;
}

const none: Decision = { categories: [], vendors: [], at: 0, receipt: "" };
const minute = 60_000;
const day = 1440 * minute;

const entriesOf = (text: string) => text.match(/.{4}/g) ?? [];

/** What an entry stands for: a category or a vendor, and the position among its entries. The first is its refusal. */
const meanings = new Map<string, [list: unknown, index: number, position: number]>();
const learn = (list: unknown, entries: string, index: number) => entriesOf(entries).forEach((entry, position) => meanings.set(entry, [list, index, position]));
categories.forEach((category, index) => learn(categories, category[1], index));
vendors.forEach((vendor, index) => learn(vendors, vendor[2], index));

/** The decision that a `document.cookie` text carries. Of several cookies of the name only what all of them grant is granted. */
export function read(cookies: string, now: number): Decision {
  const start = policy.name + "=";
  const found = cookies.split(/; */).filter((cookie) => cookie.startsWith(start)).map((cookie) => parse(cookie.slice(start.length), now));
  return found[8] ? none : found.length ? found.reduce(and) : none;
}

const and = (one: Decision, two: Decision): Decision => {
  const both = (a?: boolean, b?: boolean) => a === b ? a : a === false || b === false ? false : undefined;
  const effective = (decision: Decision, index: number) => decision.vendors[index] ?? decision.categories[vendors[index]![1]];
  return {
    categories: categories.map((_, index) => both(one.categories[index], two.categories[index])),
    vendors: vendors.map((_, index) => (one.vendors[index] ?? two.vendors[index]) === undefined ? undefined : both(effective(one, index), effective(two, index))),
    at: Math.min(one.at, two.at),
    receipt: one.receipt,
  };
};

function parse(value: string, now: number): Decision {
  const receipt = (value.length - 6) % 4 === 3 ? value.slice(-11) : "";
  const end = value.length - receipt.length;
  if (!/^1[\w-]{9,4095}$/.test(value) || end < 10 || (end - 6) % 4) {
    return none;
  }

  // Its digits are those of base64url, of which five are not whole bytes.
  const bytes = atob("AAA" + value.slice(1, 6).replaceAll("-", "+").replaceAll("_", "/"));
  const at = minute * [...bytes].reduce((number, byte) => number * 256 + byte.charCodeAt(0), 0);
  const granted: number[] = [];
  const refused: boolean[] = [];
  const answers: (boolean | undefined)[] = [];
  let complete = true;
  for (const entry of entriesOf(value.slice(6, end))) {
    const [list, index, position] = meanings.get(entry) ?? [0, 0, 0];
    if (!list) {
      complete = false;
    } else if (list === vendors) {
      answers[index] = position > 0 && answers[index] !== false;
    } else if (position) {
      // Two grants of one category that differ are none.
      granted[index] = (granted[index] ?? position) === position ? position : 0;
    } else {
      refused[index] = true;
    }
  }

  // Yes and no to one question is no answer, and a lost exception is no grant: we write neither.
  const said = categories.map((_, index) =>
    granted[index] === undefined ? (refused[index] ? false : undefined)
    : !refused[index] && granted[index] === 1 + vendors.filter((vendor, other) => vendor[1] === index && answers[other] === false).length || undefined);
  const grants = said.includes(true) || answers.includes(true);
  const consistent = receipt ? grants || !complete : !grants;
  // A device's clock may be wrong, though not by years; whether the time has come is for the server to say.
  return consistent && at < now + 365 * day && now < expiry(at, receipt) && (grants || said.includes(false) || answers.includes(false))
    ? { categories: said, vendors: answers, at, receipt }
    : none;
}

/** After so many calendar months, a refusal at the end of its day; never later than 365 days. */
function expiry(at: number, receipt: string): number {
  const end = new Date(at);
  const month = end.getUTCMonth() + policy.months;
  end.setUTCMonth(month);
  if (end.getUTCMonth() !== month % 12) {
    end.setUTCDate(0);
  }

  return Math.min(+end + (receipt ? 0 : day), at + 365 * day);
}
