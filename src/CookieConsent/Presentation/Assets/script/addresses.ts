// Which vendor an address belongs to. The twin of Catalogue/AddressPattern.cs.
import { vendors, type Policy } from "./policy";

export type Vendor = Policy["vendors"][number];

const escape = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");

// The most specific first: a host before a wildcard, then the longer host, then the longer path.
const patterns = vendors.flatMap((vendor) => (vendor[3].match(/\S+/g) ?? []).map((origin) => {
  const [, wildcard, host = "", path = ""] = /^(\*\.)?([^/]*)(.*)/.exec(origin)!;
  return { vendor, tail: path, rank: [wildcard ? 0 : 1, host.length, path.length], name: escape(host), host: RegExp(`^${wildcard ? ".+\\." : ""}${escape(host)}$`, "i"), path: RegExp("^" + escape(path)) };
})).sort((one, two) => two.rank[0]! - one.rank[0]! || two.rank[1]! - one.rank[1]! || two.rank[2]! - one.rank[2]!);

/** A quick look at a text: without a match there is no vendor's address in it. */
export const mayHoldVendor = RegExp(patterns.map((pattern) => pattern.name).join("|") || "(?!)", "i");

/** The address as the browser reads it on this page; nothing for what is none. */
export function resolve(address: string): URL | undefined {
  try {
    return new URL(address, document.baseURI);
  } catch {
    return;
  }
}

/** The origin of a vendor's that covers an address, if any. */
export function originOf(address: string) {
  const { protocol = "", hostname = "", pathname = "", search = "" } = resolve(address) ?? {};
  const host = hostname.replace(/\.$/, "");
  return patterns.find((pattern) => /^http/.test(protocol) && host !== location.hostname && pattern.host.test(host) && pattern.path.test(pathname + search));
}

/** The vendor, if any. */
export const vendorOf = (address: string): Vendor | undefined => originOf(address)?.vendor;
