// Gates for what scripts insert: an address of a vendor that is not allowed becomes a data attribute before the browser sees it.
import policy, { vendors } from "./policy";
import { allows } from "./state";
import { apply, hook, type Trap } from "./hook";
import { mayHoldVendor, vendorOf, type Vendor } from "./addresses";
import { trust } from "./trusted";
import { report } from "./report";

/** Elements that load, and their attributes that name what. */
export const loaders = "script,iframe,img,link,source,embed,object,video,audio";
export const addresses = ["src", "srcset", "srcdoc", "href", "data", "poster", "imagesrcset"];
const isLoader = (element: any): boolean => element?.matches?.(loaders);
const isList = (name: string) => /set|doc/.test(name);

/** What lost its address, also outside the document. */
export const withheld = new Set<Element>();

/** Trees that were given such elements as markup: shadows, and what is not in the document. */
export const trees = new Set<Node & ParentNode>();

const keep = <T extends Node>(kept: Set<T>, node: T) => node.ownerDocument === document && kept.size < 999 && kept.add(node);

/** Loaded for this once, although not allowed. */
export const exempt = new WeakSet<Element>();

const { setAttribute } = Element.prototype;

/** Sets an attribute past the gates. */
export const put = (element: Element, name: string, value: string) => apply(setAttribute, element, [name, value]);

/** Whether a value may not be set; then it is kept in a data attribute. A list or a document can name several addresses. */
function withholds(net: number, element: any, name: any, given: unknown): boolean {
  name = `${name}`.toLowerCase();
  if (!addresses.includes(name) || !isLoader(element) || exempt.has(element)) {
    return false;
  }

  const value = `${given}`;
  let vendor: Vendor | undefined;
  const address = (!mayHoldVendor.test(value) ? [] : isList(name) ? value.match(/(https?:)?\/\/[^\s"'<>,]+/gi) ?? [] : [value])
    .find((address) => (vendor = vendorOf(address)) && !allows(vendor[2], vendors.indexOf(vendor)));
  const data = "data-vc-" + name;
  if (!address || net < 2) {
    if (address) {
      report("host", new URL(address, document.baseURI).hostname);
    }

    if (element.hasAttribute(data)) {
      element.removeAttribute(data);
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
  element.removeAttribute(name);
  keep(withheld, element);
  return true;
}

/** Looks at what has come from elsewhere with its addresses already set; whether anything was withheld. */
export function inspect(root: any, net: number): boolean {
  let found = false;
  for (const element of [...isLoader(root) ? [root] : [], ...root.firstElementChild ? root.querySelectorAll(loaders) : []]) {
    for (const name of addresses) {
      const value = element.getAttribute(name);
      found = value && withholds(net, element, name, value) || found;
    }
  }

  return found;
}

/** Hangs up the gates. */
export function startInsertions(): void {
  const [net] = policy.nets;
  if (!net || !vendors[0]) {
    return;
  }

  for (const kind of ["Script", "IFrame", "Image", "Link", "Source", "Embed", "Object", "Media", "Video"]) {
    for (const name of [...addresses, "imageSrcset"]) {
      const { prototype } = (window as any)[`HTML${kind}Element`];
      hook(prototype, name, "set", (native, self, args) => withholds(net, self, name, args[0]) || apply(native, self, args));
      hook(prototype, name, "get", (native, self, args) => {
        const value = self.getAttribute("data-vc-" + name);
        return value == null ? apply(native, self, args) : isList(name) ? value : new URL(value, document.baseURI).href;
      });
    }
  }

  // Markup is parsed where nothing loads, and changed only if it has to be.
  const template = document.createElement("template");
  const setMarkup = Object.getOwnPropertyDescriptor(Element.prototype, "innerHTML")!.set!;
  const rewrite = (markup: any) => {
    if (mayHoldVendor.test(markup)) {
      apply(setMarkup, template, [markup]);
      if (inspect(template.content, net)) {
        return markup instanceof Object ? trust("HTML", template.innerHTML) : template.innerHTML;
      }
    }

    return markup;
  };
  const markup: Trap = (native, self, args) => {
    const given = args.map(rewrite);
    if (given.some((markup, index) => markup !== args[index])) {
      keep(trees, self.getRootNode?.() ?? document);
    }

    return apply(native, self, given);
  };

  for (const { prototype } of [Node, Element, CharacterData, ShadowRoot, Document, DocumentFragment, Range]) {
    hook(prototype, "innerHTML outerHTML", "set", markup);
    hook(prototype, "insertAdjacentHTML setHTMLUnsafe createContextualFragment", "value", markup);
    hook(prototype, "write writeln", "value", (native, self, args) => markup(native, self, args[1] ? [args.join("")] : args));
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
