// Placeholders: what stands where a frame would be, and how one is loaded.
import policy, { categories, vendors } from "./policy";
import { base } from "./state";
import { announce } from "./announce";
import { live, place } from "./gates";
import { exempt, loaders } from "./insertions";

const [, , title, text, once, always, link, loaded, policyOf, lang, dir] = policy.texts;

/** Frames that a script inserted keep their place, hidden, beside what stands for them. */
export const placeholders = new Map<Element, Element>();

const make = (tag: string, attributes: Record<string, unknown>, ...children: (Node | string)[]): HTMLElement => {
  const element = document.createElement(tag);
  for (const name in attributes) {
    element.setAttribute(name, `${attributes[name]}`);
  }

  element.append(...children);
  return element;
};

/** Puts a placeholder beside a frame that can be seen. */
export function stand(frame: any): void {
  const address = frame.getAttribute("data-vc-src");
  const style = getComputedStyle(frame);
  const vendor = vendors.find((vendor) => vendor[0] === frame.getAttribute("data-vc-vendor"));
  if (frame.localName !== "iframe" || !frame.isConnected || !vendor || placeholders.has(frame)
    || style.display === "none" || style.visibility === "hidden" || parseFloat(style.width) < 2 || parseFloat(style.height) < 2) {
    return;
  }

  const [id, name, category, entries, , policyUrl] = vendor;
  const say = (text: string) => text.replaceAll("{vendor}", name).replaceAll("{category}", categories[category]![1]);
  const field = (name: string, value: string) => make("input", { type: "hidden", name, value });
  const anchor = (href: string, text: string) => make("a", { href, rel: "noreferrer" }, text);
  const placeholder = make("div", { class: `vc-embed ${frame.className}`, "data-vc-vendor": id, lang, dir },
    make("canvas", { width: frame.offsetWidth || 300, height: frame.offsetHeight || 150, "aria-hidden": true }),
    make("div", { class: "vc-offer" },
      make("p", {}, make("b", {}, frame.title || say(title))),
      make("p", {}, say(text), " ", policyUrl && anchor(policyUrl, say(policyOf))),
      make("form", { method: "post", action: `${base}${policy.prefix}/decision` },
        field("asked", entries.slice(4)), field("return", location.pathname + location.search), field("vendor." + id, "allow"),
        make("button", { class: "vc-button", type: "button", "data-vc-once": "" }, say(once)), " ",
        make("button", { class: "vc-button", name: "answer", value: "vendor" }, say(always))),
      ...address ? [anchor(address, say(link))] : []));
  frame.after(placeholder);
  frame.hidden = true;
  placeholders.set(frame, placeholder);
}

/** Removes the placeholders of frames that the page has removed. */
export const tidy = () => placeholders.forEach((placeholder, frame: any) => {
  if (!frame.isConnected) {
    placeholders.delete(frame);
    frame.hidden = false;
    placeholder.remove();
  }
});

/** Loads what is in a placeholder, or a frame that has one beside it. */
export function open(gate: any, isAsked?: boolean): void {
  const placeholder = placeholders.get(gate) ?? gate;
  isAsked ||= placeholder.contains(document.activeElement);
  const load = (element: any) => {
    exempt.add(element);
    live(element);
  };
  let shown = gate;
  if (placeholder === gate) {
    const content = document.importNode(gate.querySelector("template").content, true);
    shown = content.firstElementChild;
    content.querySelectorAll(loaders).forEach(load);
    place(gate, content);
  } else {
    placeholders.delete(gate);
    load(gate);
    gate.hidden = false;
    placeholder.remove();
  }

  if (isAsked) {
    shown.focus();
    announce(loaded.replaceAll("{vendor}", vendors.find((vendor) => vendor[0] === placeholder.getAttribute("data-vc-vendor"))?.[1] ?? ""));
  }
}

export const startEmbeds = () => document.addEventListener("click", (event) => {
  const button = (event.target as Element).closest?.("[data-vc-once]");
  if (button) {
    const placeholder = button.closest(".vc-embed")!;
    open([...placeholders].find((pair) => pair[1] === placeholder)?.[0] ?? placeholder, true);
  }
});
