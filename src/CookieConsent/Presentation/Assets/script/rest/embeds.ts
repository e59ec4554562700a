// Placeholders: what stands where a frame would be, and how one is loaded.
import { exempt, loaders, vendorOf } from "./head";
import { announce } from "./announce";
import { live, place } from "./gates";
import { ask, dress } from "./request";

/** Frames that a script inserted keep their place, hidden, beside what stands for them, or is about to. */
const frames = new Map<HTMLIFrameElement, { gate: string; placeholder?: HTMLElement }>();

/** What the server shows for a vendor's frame. */
const offers = new Map<string, Promise<Document>>();

/** What a frame waits for; a frame that is used again waits for something else. */
const gateOf = (frame: Element) => frame.getAttribute("data-vc-vendor") + " " + frame.getAttribute("data-vc-src");

function isSeen(frame: HTMLElement): boolean {
  const style = getComputedStyle(frame);
  return style.display !== "none" && style.visibility !== "hidden" && parseFloat(style.width) > 1 && parseFloat(style.height) > 1;
}

/** Puts a placeholder of its size beside a frame that can be seen. Until it is here, the empty frame keeps the place. */
export async function stand(frame: any): Promise<void> {
  const vendor = frame.getAttribute("data-vc-vendor");
  if (frame.localName !== "iframe" || frame.getRootNode() !== document || frames.has(frame) || !vendor || !isSeen(frame)) {
    return;
  }

  const standing: { gate: string; placeholder?: HTMLElement } = { gate: gateOf(frame) };
  frames.set(frame, standing);
  try {
    if (!offers.has(vendor)) {
      offers.set(vendor, ask("/embed", `vendor=${encodeURIComponent(vendor)}&`));
    }

    const answer = await offers.get(vendor)!;
    await dress();
    if (frames.get(frame) === standing) {
      const placeholder = document.importNode(answer.querySelector<HTMLElement>(".vc-embed")!, true);
      const canvas = placeholder.querySelector("canvas")!;
      canvas.width = frame.offsetWidth;
      canvas.height = frame.offsetHeight;
      placeholder.className += " " + frame.className;
      placeholder.querySelector("button")!.hidden = false;
      if (frame.title) {
        placeholder.querySelector("b")!.textContent = frame.title;
      }

      placeholder.querySelector("form ~ a")?.setAttribute("href", frame.getAttribute("data-vc-src"));
      standing.placeholder = placeholder;
      frame.after(placeholder);
      frame.hidden = true;
    }
  } catch {
    // The next frame tries again; this one does not, so that a server in trouble is not asked with every change of the page.
    offers.delete(vendor);
  }
}

function leave(frame: HTMLIFrameElement): void {
  const placeholder = frames.get(frame)?.placeholder;
  frames.delete(frame);
  if (placeholder) {
    frame.hidden = false;
    placeholder.remove();
  }
}

/** Removes the placeholders of frames that the page has removed, moved or used again; whether there were any. */
export function tidy(): boolean {
  let found = false;
  frames.forEach(({ gate, placeholder }, frame) => {
    if (!frame.isConnected || gateOf(frame) !== gate || placeholder && frame.nextSibling !== placeholder) {
      leave(frame);
      found = true;
    }
  });
  return found;
}

/** Loads what is in a placeholder, or a frame that may have one beside it. */
export function open(gate: any, isAsked?: boolean): void {
  const placeholder: HTMLElement = frames.get(gate)?.placeholder ?? gate;
  const button = placeholder.querySelector<HTMLElement>("[data-vc-once]");
  isAsked ||= placeholder.contains(document.activeElement);
  const load = (element: Element) => {
    exempt.set(element, gate.getAttribute("data-vc-vendor") ?? vendorOf(element.getAttribute("data-vc-src") ?? "")?.[0]);
    live(element);
  };
  let shown = gate;
  if (gate.matches(".vc-embed")) {
    const content = document.importNode(gate.querySelector("template").content, true);
    shown = content.firstElementChild;
    content.querySelectorAll(loaders).forEach(load);
    place(gate, content);
  } else {
    leave(gate);
    load(gate);
  }

  if (isAsked && button) {
    shown.focus();
    announce(button.dataset.vcOnce!, placeholder.lang);
  }
}

export const startEmbeds = () => document.addEventListener("click", (event) => {
  const placeholder = (event.target as Element).closest?.("[data-vc-once]")?.closest(".vc-embed");
  if (placeholder) {
    open([...frames].find((pair) => pair[1].placeholder === placeholder)?.[0] ?? placeholder, true);
  }
});
