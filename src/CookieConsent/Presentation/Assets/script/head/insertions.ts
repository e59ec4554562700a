// Gates for what scripts insert, before the browser sees it.
import { mayHoldVendor, resolve } from "./addresses";
import { apply, hook, type Trap } from "./hook";
import { mutated } from "./observe";
import policy, { vendors, type Net } from "./policy";
import { trust } from "./trusted";
import { addresses, inspect, isList, keep, loaders, release, trees, withheld, withholds } from "./withholding";

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
