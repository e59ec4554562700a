// What the script in the head shares with this one, which is a function of it. Places and not names, which would be sent twice.
import type { Head } from "../head/main";

declare const head: Head;

export const [
  policy, visitor, listeners, allowance, grants, fresh, isDecided, essentials, ready, base, nonce, parsed, key, due, rest,
  own, mutated, vendorOf, trust, ownerOf, loaders, put, exempt, trees, withheld,
] = head;
export const { categories, vendors } = policy;
