// Brings what is gated to life: at the start, after every change of the decision, and when a gate comes later.
import { categories, loaders, mutated, nonce, parsed, put, ready, trees, trust, vendorOf, vendors, visitor, withheld } from "./head";
import { open, stand, startEmbeds, tidy } from "./embeds";
import { changed } from "./refresh";
import { here, request } from "./request";
import { sweep } from "./sweep";
import { trustFor } from "./trusted";

const owned = "[data-vc-vendor],[data-vc-category]";
const done = new WeakSet<Element>();
/** Fragments that could not be fetched are tried again with the next answer. */
let failed: Element[] = [];
let isRunning = false;
let mayReload = false;

/** What the server or the gates made of an element's owner; an owner that nobody knows is not allowed. */
function isAllowed(gate: Element): boolean {
  const id = gate.getAttribute("data-vc-vendor");
  const vendor = vendors.findIndex((vendor) => vendor[0] === id);
  const category = vendors[vendor]?.[1] ?? categories.findIndex((category) => category[0] === gate.getAttribute("data-vc-category"));
  return category >= 0 && visitor.allows(category, vendor);
}

/** Where Trusted Types forbid it, the server must render it live: one reload, since only a change of the decision asks for it. */
function ifTrusted(act: () => void): void {
  try {
    act();
  } catch {
    if (mayReload) {
      location.reload();
    }
  }
}

/** Gives an element that kept its place its addresses back. */
export function live(element: any): void {
  withheld.delete(element);
  for (const { name, value } of [...element.attributes]) {
    const real = /^data-vc-(type|src(?:set|doc)?|href|data|poster|imagesrcset)$/.exec(name)?.[1];
    if (real) {
      element.removeAttribute(name);
      // The page may have said since what kind of script it is.
      if (real !== "type" || element.type === "text/plain") {
        ifTrusted(() => put(element, real, trustFor(element, real, value)));
      }
    }
  }

  element.removeAttribute("data-vc-vendor");
  element.removeAttribute("data-vc-category");
  if (/source|track/.test(element.localName)) {
    // It is only looked at once.
    element.parentElement?.load?.();
  }
}

let last: Promise<unknown> | undefined;

/** Puts content in a gate's place; its scripts run one after another, as far as they would have. */
export async function place(gate: Element, content: DocumentFragment, isStale?: boolean): Promise<void> {
  const scripts = [...content.querySelectorAll("script")].map((script) => {
    const mark = document.createComment("");
    script.replaceWith(mark);
    return [mark, script] as const;
  });
  gate.replaceWith(content);
  for (const [mark, script] of scripts) {
    if (nonce && !script.nonce && vendorOf(script.src)?.[0] !== gate.getAttribute("data-vc-vendor")) {
      // Nothing that got into the page runs by our trust: neither the page's own author nor the vendor is behind it.
      continue;
    }

    const isExternal = script.hasAttribute("src");
    // What was parsed as a fragment or in another document never runs, nor do its copies.
    const fresh = isStale ? document.createElement("script") : script.cloneNode() as HTMLScriptElement;
    if (isStale) {
      for (const { name, value } of script.attributes) {
        ifTrusted(() => put(fresh, name, trustFor(fresh, name, value)));
      }

      if (script.nonce) {
        // It is good for its own answer alone, so the element gets this page's.
        fresh.nonce = nonce;
      }
    }

    if (!isExternal) {
      ifTrusted(() => fresh.text = trust("Script", script.text));
    }

    // The browser itself keeps the order of those that are not asynchronous, and fetches them side by side.
    if (!script.hasAttribute("async")) {
      fresh.async = false;
      if (!isExternal) {
        await last;
      } else if (!fresh.noModule && /^(module|(text|application)\/(x-)?(java|ecma)script|)$/i.test(fresh.type)) {
        last = new Promise((done) => {
          fresh.addEventListener("load", done);
          fresh.addEventListener("error", done);
          // What never arrives holds up nobody else.
          setTimeout(done, 10_000);
        });
      }
    }

    mark.replaceWith(fresh);
  }
}

/** Templates, and what stands in a fragment's place, strictly in the order of the document, whatever comes or is withdrawn meanwhile. */
async function run(): Promise<void> {
  let page: Promise<Document> | undefined;
  const next = () => [...document.querySelectorAll("template,[data-vc-fragment]")].find((gate) => gate.matches(owned) && !done.has(gate) && isAllowed(gate));
  for (let gate; gate = next();) {
    done.add(gate);
    const key = gate.getAttribute("data-vc-fragment");
    if (key === null) {
      await place(gate, document.importNode((gate as HTMLTemplateElement).content, true), !parsed.has(gate));
    } else {
      try {
        // The page as it is now that more is granted.
        const found = (await (page ??= request(here()))).querySelector(`[data-vc-fragment="${CSS.escape(key)}"]:not(${owned})`);
        if (found) {
          const content = document.createDocumentFragment();
          content.append(found);
          await place(gate, content, true);
        }
      } catch {
        failed.push(gate);
      }
    }
  }
}

/** Everything that is allowed now and was not yet. */
async function activate(): Promise<void> {
  if (document.readyState === "loading") {
    return;
  }

  for (const gate of new Set([...[document, ...trees].flatMap((tree) => [...tree.querySelectorAll(owned)]), ...withheld])) {
    if (!isAllowed(gate)) {
      stand(gate);
    } else if (gate.matches(loaders + ",.vc-embed") && (gate.isConnected || !gate.matches("img,.vc-embed"))) {
      // A picture that nobody sees counts what was done before the grant, and that stays uncounted.
      (gate.matches("iframe,.vc-embed") ? open : live)(gate);
    }
  }

  document.querySelectorAll<HTMLElement>("[data-vc-once]").forEach((button) => button.hidden = false);
  if (!isRunning) {
    isRunning = true;
    try {
      await run();
    } finally {
      isRunning = false;
    }
  }
}

export function startGates(): void {
  startEmbeds();
  mutated(() => {
    if (tidy() || document.querySelector(owned)) {
      activate();
    }
  });
  ready(() => {
    activate();
    sweep(visitor.decision);
  });
  changed(() => {
    mayReload = true;
    failed.forEach((gate) => done.delete(gate));
    failed = [];
    activate();
  });
}
