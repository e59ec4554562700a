// When there is something for the rest of the script to do, and what the visitor asks of it meanwhile.
import policy from "./policy";
import { load, open, rest } from "./rest";
import { mutated } from "./observe";
import { allowance, essentials, fresh, isDecided, own, ready, visitor } from "./state";

let path = location.pathname;
let essential = visitor.essential;

/** More to do than to withhold: an answer to follow, something allowed, no bar where there should be one, a frame to stand in for. */
function look(): void {
  if (rest.show) {
    return;
  }

  if (path !== (path = location.pathname)) {
    essential = essentials();
    visitor.allows = allowance(visitor.decision);
  }

  const bar = document.querySelector(".vc-bar");
  if (bar && isDecided()) {
    // It comes from a cache, and is never seen.
    bar.remove();
  }

  // The t of "true".
  if (visitor.decision.at || /t/.test(essential)
    || document.readyState !== "loading" && (!bar || document.querySelector(".vc-embed,iframe[data-vc-vendor]"))) {
    load();
  }
}

function click(event: MouseEvent): void {
  const link = (event.target as Element).closest?.("a");
  if (link && link.origin + link.pathname === location.origin + own("/preferences") && !link.target
    && !(event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
    event.preventDefault();
    visitor.last = link;
    open(link.hash, link.href);
  }
}

async function submit(event: SubmitEvent): Promise<void> {
  const form = event.target as HTMLFormElement;
  const { submitter } = event;
  if (form.getAttribute("action") === own("/decision") && !(rest.isGone && navigator.onLine)) {
    event.preventDefault();
    const data = new URLSearchParams(new FormData(form, submitter) as never);
    if (await load()) {
      rest.submit!(form, submitter, data);
    } else if (navigator.onLine) {
      // The browser's own way, which needs none of us.
      form.requestSubmit(submitter);
    } else {
      alert(policy.texts[0]);
    }
  }
}

/** Follows what the visitor does. */
export function startTurns(): void {
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

        if (!part && type === "focusin") {
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
  window.navigation?.addEventListener("currententrychange", look);
  look();
  ready(look);
  mutated(look);
}
