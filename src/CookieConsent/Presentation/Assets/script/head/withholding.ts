// An address of a vendor that is not allowed becomes a data attribute.
import { vendors, type Net } from "./policy";
import { visitor } from "./state";
import { apply } from "./hook";
import { mayHoldVendor, originOf, resolve, vendorOf, type Vendor } from "./addresses";
import { report } from "./report";

/** Elements that load, and their attributes that name what. */
export const loaders = "script,iframe,img,image,link,source,embed,object,video,audio,track,input";
export const addresses = ["src", "srcset", "srcdoc", "href", "data", "poster", "imagesrcset"];
/** A link that only names a relation loads nothing. */
const isLoader = (element: any): boolean => element?.matches?.(loaders) && (element.localName !== "link" || !element.rel || /style|load|fetch|prec|prer|icon|manifest/i.test(element.rel));
export const isList = (name: string) => /set|doc/.test(name);

/** What lost its address, also outside the document. */
export const withheld = new Set<Element>();

/** Trees that were given such elements as markup: shadows, and what is not in the document. */
export const trees = new Set<Node & ParentNode>();

/** The oldest is forgotten first, so that a page that makes elements without end does not keep them all. */
export function keep<T extends Node>(kept: Set<T>, node: T): void {
  if (node.ownerDocument === document) {
    kept.add(node);
    if (kept.size > 999) {
      kept.delete(kept.values().next().value!);
    }
  }
}

/** Loaded from a vendor for this once, although it is not allowed. */
export const exempt = new WeakMap<Element, string | undefined>();

const { setAttribute, removeAttribute } = Element.prototype;

/** Sets an attribute past the gates. */
export const put = (element: Element, name: string, value: string) => apply(setAttribute, element, [name, value]);

/** An element that is used for something else waits no longer. */
export function release(element: any, name: string): void {
  element.removeAttribute("data-vc-" + name);
  if (withheld.has(element) && !addresses.some((other) => element.hasAttribute("data-vc-" + other))) {
    withheld.delete(element);
    element.removeAttribute("data-vc-vendor");
    const type = element.getAttribute("data-vc-type");
    if (type !== null) {
      put(element, "type", type);
      element.removeAttribute("data-vc-type");
    }
  }
}

/** Whether a value may not be set; then it is kept in a data attribute. A list or a document can name several addresses. */
export function withholds(net: Net, element: any, name: any, given: unknown): boolean {
  name = `${name}`.toLowerCase().replace("xlink:", "");
  if (!addresses.includes(name) || !isLoader(element)) {
    return false;
  }

  const value = `${given}`;
  let vendor: Vendor | undefined;
  const address = (!mayHoldVendor.test(value) ? [] : isList(name) ? value.match(/(https?:)?\/\/[^\s"'<>,]+/gi) ?? [] : [value])
    .find((address) => (vendor = vendorOf(address)) && vendor[0] !== exempt.get(element) && !visitor.allows(vendor[1], vendors.indexOf(vendor)));
  const data = "data-vc-" + name;
  if (!address || net < 2) {
    if (address) {
      // Of a host that is several vendors', the part that is this one's; nothing else of the address.
      report("host", resolve(address)!.hostname + originOf(address)!.path);
    }

    if (element.hasAttribute(data)) {
      release(element, name);
    }

    return false;
  }

  if (element.localName === "script" && element.type !== "text/plain") {
    // Its text must not run in place of what its address names.
    put(element, "data-vc-type", element.type);
    element.type = "text/plain";
  }

  put(element, data, value);
  put(element, "data-vc-vendor", vendor![0]);
  // Not by the gates, which would take it for the page's wish.
  apply(removeAttribute, element, [name]);
  apply(removeAttribute, element, ["xlink:" + name]);
  keep(withheld, element);
  return true;
}

/** Looks at what has come from elsewhere with its addresses already set; whether anything was withheld. */
export function inspect(root: any, net: Net): boolean {
  let found = false;
  for (const element of [...isLoader(root) ? [root] : [], ...root.firstElementChild ? root.querySelectorAll(loaders) : []]) {
    for (const name of [...addresses, "xlink:href"]) {
      const value = element.getAttribute(name);
      found = value && withholds(net, element, name, value) || found;
    }
  }

  // What is parsed may hold shadows and more templates.
  for (const template of root.querySelectorAll?.("template") ?? []) {
    found = inspect(template.content, net) || found;
  }

  return found;
}
