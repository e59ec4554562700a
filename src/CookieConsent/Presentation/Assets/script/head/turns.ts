// When there is something for the rest of the script to do, and what the visitor asks of it meanwhile.
import policy, { categories } from "./policy";
import { giveUp, isGone, load, open, own, rest } from "./rest";
import { mutated } from "./observe";
import { fresh, isDecided, isEssentialHere, ready, visitor } from "./state";

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

/** Says that an answer could not be kept. */
export function fail(form: HTMLFormElement, submitter: HTMLElement | null): HTMLElement {
  form.querySelector(".vc-failed")?.remove();
  const alert = document.createElement("p");
  alert.className = "vc-failed";
  alert.role = "alert";
  alert.textContent = policy.texts[0];
  // In what scrolls, where there is such a part: it pushes no button out of a small window.
  (form.querySelector(".vc-text") ?? submitter?.closest(".vc-actions") ?? form).prepend(alert);
  return alert;
}

async function submit(event: SubmitEvent): Promise<void> {
  const form = event.target as HTMLFormElement;
  const { submitter } = event;
  if (form.getAttribute("action") === own("/decision") && !isGone()) {
    event.preventDefault();
    if (await load()) {
      rest.submit!(form, submitter);
    } else if (!navigator.onLine) {
      fail(form, submitter);
    } else {
      // The browser's own way, which needs none of us.
      giveUp();
      form.requestSubmit(submitter);
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
