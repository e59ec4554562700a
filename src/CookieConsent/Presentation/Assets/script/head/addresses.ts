// Which vendor an address belongs to. The expressions are those of Catalogue/AddressPattern.cs.
import policy, { vendors, type Policy } from "./policy";

export type Vendor = Policy["vendors"][number];

const origins = policy.origins.map(([expression, vendor, path = ""]) => ({ vendor, path, expression: RegExp("^" + expression) }));

/** A quick look at a text: without a match there is no vendor's address in it. */
export const mayHoldVendor = RegExp(policy.origins.map(([expression]) => expression.replace("[^/]*", "").split("/")[0]).join("|") || "(?!)", "i");

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
  return origins.find((origin) => /^http/.test(protocol) && host !== location.hostname && origin.expression.test(host + pathname + search));
}

/** The vendor, if any. */
export const vendorOf = (address: string): Vendor | undefined => vendors[originOf(address)?.vendor!];
