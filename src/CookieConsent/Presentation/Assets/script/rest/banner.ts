// Keeps the page in step with the decision: the bar while there is something to ask, afterwards the confirmation and the way back.
import { due, isDecided, mutated, own, ready } from "./head";
import { restore } from "./focus";
import { refresh } from "./refresh";
import { ask, dress, isUndressed } from "./request";
import { leave, leaving } from "./withdrawal";

const most = 9;

/** What of ours stands in the page. While it does, there is nothing to look for. */
let current: Element | undefined;
let path = location.pathname;
let tries = 0;
let asking = false;
/** An answer is still to be confirmed. */
let isDue = due;

/** Whether the page has a way back of its own. */
const hasLink = () => document.querySelector(`a[href^="${own("/preferences")}"]:not(.vc-bar *,.vc-status *,.vc-declaration *)`);

/** Removes what does not fit the decision, without losing the focus. */
function remove(elements: Iterable<Element>): void {
  for (const element of elements) {
    const held = element.contains(document.activeElement);
    element.remove();
    if (held) {
      restore();
    }
  }
}

/** Shows the confirmation and speaks it: a live region is heard when its text changes, so it comes empty. */
function show(status: HTMLElement): void {
  const content = [...status.childNodes];
  status.replaceChildren();
  status.classList.add("vc-shown");
  isDue = false;
  status.focus();
  // When it is loaded, a page goes to the place that its address names.
  addEventListener("load", () => setTimeout(() => document.activeElement?.matches("body,:target") && status.focus()));
  setTimeout(() => status.append(...content), 50);
}

/** Puts what the server answered in place. */
export async function place(answer: Document, shown: boolean): Promise<void> {
  const part = answer.querySelector<HTMLElement>(".vc-bar,#vc-saved");
  if (part) {
    await dress();
    current = document.importNode(part, true);
    const [old, ...others] = document.querySelectorAll(".vc-bar,.vc-status");
    const held = old?.contains(document.activeElement);
    old ? old.replaceWith(current) : document.body.prepend(current);
    remove([...others, ...document.querySelectorAll(".vc-dialog")]);
    const link = answer.querySelector(".vc-end");
    if (link && !hasLink()) {
      document.body.append(document.importNode(link, true));
    }

    if (shown) {
      show(current as HTMLElement);
    } else if (held) {
      restore();
    }
  }
}

/** Looks whether the page fits the decision: it may come from a cache, be static, or have been replaced. */
async function settle(): Promise<void> {
  const done = isDecided();
  if (done) {
    remove(document.querySelectorAll(".vc-bar"));
  }

  if (document.readyState !== "loading" && !leaving) {
    const part = document.querySelector<HTMLElement>(done ? "#vc-saved" : ".vc-bar");
    current = part ?? document.body;
    if (part) {
      if (isDue) {
        show(part);
      }
    } else if (!asking && (isDue || !done || !hasLink()) && tries++ < most) {
      asking = true;
      await ask("/banner").then((answer) => place(answer, isDue), () => {});
      asking = false;
    }
  }
}

/** The page is being prepared for a visit that may never come. */
const isPrepared = () => (document as { prerendering?: boolean }).prerendering;

/** Reads the decision and the path again, and follows them. */
export function sync(): void {
  if (!isPrepared()) {
    refresh();
    if (leaving) {
      leave(false);
    } else {
      settle();
    }
  }
}

export function startBanner(): void {
  // A bar that was answered is never seen, and a framework that replaces the page is noticed.
  mutated(() => {
    if (isUndressed()) {
      dress();
    }

    if (path !== location.pathname) {
      path = location.pathname;
      tries = 0;
      sync();
    } else if (!current?.isConnected) {
      settle();
    }
  });
  ready(settle);
  sync();
  document.addEventListener("click", (event) => {
    const status = event.target instanceof Element && event.target.closest<HTMLElement>(".vc-status [href='#vc-done']")?.closest(".vc-status");
    if (status) {
      // Where the address itself shows it, the link's own way hides it.
      if (location.hash !== "#" + status.id) {
        event.preventDefault();
      }

      status.classList.remove("vc-shown");
      // A key's click has no place.
      restore(!event.detail);
    }
  });
}
