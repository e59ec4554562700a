// Gates for what scripts insert: an address of a vendor that is not allowed becomes a data attribute before the browser sees it.
import policy, { vendors, type Net } from "./policy";
import { visitor } from "./state";
import { apply, hook, type Trap } from "./hook";
import { mutated } from "./observe";
import { mayHoldVendor, originOf, resolve, vendorOf, type Vendor } from "./addresses";
import { trust } from "./trusted";
import { report } from "./report";

/** Elements that load, and their attributes that name what. */
export const loaders = "script,iframe,img,image,link,source,embed,object,video,audio,track,input";
export const addresses = ["src", "srcset", "srcdoc", "href", "data", "poster", "imagesrcset"];
/** A link that only names a relation loads nothing. */
const isLoader = (element: any): boolean => element?.matches?.(loaders) && (element.localName !== "link" || !element.rel || /style|load|fetch|prec|prer|icon|manifest/i.test(element.rel));
const isList = (name: string) => /set|doc/.test(name);

/** What lost its address, also outside the document. */
export const withheld = new Set<Element>();

/** Trees that were given such elements as markup: shadows, and what is not in the document. */
export const trees = new Set<Node & ParentNode>();

/** The oldest is forgotten first, so that a page that makes elements without end does not keep them all. */
function keep<T extends Node>(kept: Set<T>, node: T): void {
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
function release(element: any, name: string): void {
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
function withholds(net: Net, element: any, name: any, given: unknown): boolean {
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

/** What comes past the gates is found by looking at every change of the page. */
function watch(net: Net): void {
  const known = new WeakSet<Element>();
  const look = (element: Element) => {
    known.add(element);
    inspect(element, net);
  };
  mutated((records) => {
    records.forEach(({ type, target }) => type === "attributes" && look(target as Element));
    document.querySelectorAll(loaders).forEach((element) => known.has(element) || look(element));
  });
}

/** Hangs up the gates. */
export function startInsertions(): void {
  const [net, observer] = policy.nets;
  if (observer && vendors[0]) {
    watch(observer);
  }

  if (!net || !vendors[0]) {
    return;
  }

  for (const kind of ["Script", "IFrame", "Image", "Link", "Source", "Embed", "Object", "Media", "Video", "Track", "Input"]) {
    for (const name of [...addresses, "imageSrcset"]) {
      const { prototype } = (window as any)[`HTML${kind}Element`];
      hook(prototype, name, "set", (native, self, args) => withholds(net, self, name, args[0]) || apply(native, self, args));
      hook(prototype, name, "get", (native, self, args) => {
        const value = self.getAttribute("data-vc-" + name);
        return value == null ? apply(native, self, args) : isList(name) ? value : resolve(value)?.href ?? value;
      });
    }
  }

  // Markup is parsed where nothing loads, and changed only if it has to be.
  const template = document.createElement("template");
  const setMarkup = Object.getOwnPropertyDescriptor(Element.prototype, "innerHTML")!.set!;
  const rewrite = (markup: any, isPart = false) => {
    if (mayHoldVendor.test(markup)) {
      apply(setMarkup, template, [markup]);
      if (inspect(template.content, net)) {
        let text = template.innerHTML;
        if (isPart) {
          // Tags that an earlier part has left open, or this one leaves for a later part to close, stay so.
          const tags = (pattern: RegExp) => pattern.exec(markup)![0];
          text = tags(/^(\s*<\/[^>]*>)*/) + text.replace(/(<\/[^>]*>\s*)*$/, () => tags(/(<\/[^>]*>\s*)*$/));
        }

        return markup instanceof Object ? trust("HTML", text) : text;
      }
    }

    return markup;
  };
  // What is text in the end loads nothing.
  const isText = (self: any) => /^(script|style|textarea|title)$/.test(self.localName);
  const markup: Trap = (native, self, args) => {
    const given = isText(self) ? args : args.map((markup) => rewrite(markup));
    const root = self.getRootNode?.() ?? document;
    const result = apply(native, self, given);
    if (given.some((markup, index) => markup !== args[index])) {
      keep(trees, root);
      self.querySelectorAll?.("*").forEach((element: Element) => element.shadowRoot && keep(trees, element.shadowRoot));
    }

    return result;
  };

  for (const { prototype } of [Node, Element, CharacterData, ShadowRoot, Document, DocumentFragment, Range]) {
    hook(prototype, "innerHTML outerHTML", "set", markup);
    hook(prototype, "insertAdjacentHTML setHTMLUnsafe createContextualFragment", "value", markup);
    hook(prototype, "write writeln", "value", (native, self, args) => apply(native, self, (args[1] ? [args.join("")] : args).map((markup) => rewrite(markup, true))));
    hook(prototype, "removeAttribute", "value", (native, self, args) => {
      const name = `${args[0]}`.toLowerCase();
      if (addresses.includes(name) && withheld.has(self)) {
        release(self, name);
      }

      return apply(native, self, args);
    });
    hook(prototype, "setAttribute setAttributeNS setAttributeNode setAttributeNodeNS", "value", (native, self, args) => {
      const [name, value] = args[1] === undefined ? [args[0]?.name, args[0]?.value] : args.slice(-2);
      return withholds(net, self, name, value) ? null : apply(native, self, args);
    });
    hook(prototype, "appendChild insertBefore replaceChild append prepend replaceChildren before after replaceWith insertAdjacentElement insertNode", "value", (native, self, args) => {
      if ((self.startContainer ?? self).isConnected) {
        args.forEach((node) => node?.nodeType && inspect(node, net));
      }

      return apply(native, self, args);
    });
  }

  window.Audio = new Proxy(Audio, {
    construct(native, [address], target) {
      const audio: HTMLAudioElement = Reflect.construct(native, [], target);
      if (address !== undefined) {
        audio.src = address;
      }

      return audio;
    },
  });
}
