// The rest of the script: what answers the visitor, and what brings to life. It is fetched when there is something for it to do.
import policy, { categories } from "./policy";
import { base, fresh, isDecided, isEssentialHere, ready, visitor } from "./state";
import { mutated } from "./observe";

/** The address of one of our routes. */
export const own = (route: string) => base + policy.prefix + route;

/** What the rest can do, when it is here. */
export interface Rest {
  /** False where the settings cannot be had as a dialog. */
  show(hash: string): Promise<boolean>;
  submit(form: HTMLFormElement, submitter: HTMLElement | null): void;
  accept(): Promise<boolean>;
  reject(): Promise<boolean>;
  withdraw(): Promise<boolean>;
}

/** The rest fills it in. */
export const rest: Partial<Rest> = {};

const most = 9;
let tries = 0;
let loading: Promise<boolean> | undefined;
let shared: unknown;

async function fetchRest(): Promise<boolean> {
  try {
    // A browser may remember of an address that it has failed.
    (await import(`${own(policy.rest)}?${tries++}`)).default(shared);
    return true;
  } catch {
    loading = undefined;
    return false;
  }
}

/** Whether the rest is here. */
export const load = async () => tries > most ? false : loading ??= fetchRest();

/** Opens the settings, as a page where they cannot be had as a dialog. */
export async function open(hash: string, page: string): Promise<void> {
  if (!(await load() && await rest.show!(hash))) {
    location.assign(page);
  }
}

/** More to do than to withhold: an answer to follow, something allowed, no bar where there should be one, a frame to stand in for. */
function look(): void {
  if (rest.show) {
    return;
  }

  const bar = document.querySelector(".vc-bar");
  if (bar && isDecided()) {
    // It comes from a cache, and is never seen.
    bar.remove();
  }

  if (visitor.decision.at || categories.some((_, category) => isEssentialHere(category))
    || document.readyState !== "loading" && (!bar || document.querySelector(".vc-embed,iframe[data-vc-vendor]"))) {
    load();
  }
}

function click(event: MouseEvent): void {
  const link = event.target instanceof Element && event.target.closest("a");
  if (link && link.origin + link.pathname === location.origin + own("/preferences") && !link.target
    && !(event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
    event.preventDefault();
    visitor.last = link;
    open(link.hash, link.href);
  }
}

async function submit(event: SubmitEvent): Promise<void> {
  const form = event.target as HTMLFormElement;
  const { submitter } = event;
  if (form.getAttribute("action") === own("/decision") && tries <= most) {
    event.preventDefault();
    if (await load()) {
      rest.submit!(form, submitter);
    } else {
      // The browser's own way, which needs none of us.
      tries = most + 1;
      form.requestSubmit(submitter);
    }
  }
}

/** Fetches the rest when it is needed or about to be, and gives it what it shares with us. */
export function startRest(head: unknown): void {
  shared = head;
  document.addEventListener("click", click);
  // In the capture phase, because others who send forms by script would otherwise come first.
  addEventListener("submit", submit, true);
  for (const type of ["focusin", "pointerover"]) {
    addEventListener(type, ({ target }) => {
      if (target instanceof Element) {
        const part = target.closest(".vc-bar,.vc-status,.vc-dialog");
        if (part ?? target.closest(`a[href^="${own("/")}"]`)) {
          load();
        }

        if (!part && type < "g") {
          visitor.last = target;
        }
      }
    });
  }

  // An answer that was given elsewhere.
  const follow = () => fresh().at && load();
  for (const type of ["pageshow", "focus", "visibilitychange"]) {
    addEventListener(type, follow);
  }

  window.cookieStore?.addEventListener("change", follow);
  look();
  ready(look);
  mutated(look);
}
