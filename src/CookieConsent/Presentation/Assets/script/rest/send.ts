// Sends a decision without leaving the page.
import { own, policy, visitor } from "./head";
import { place } from "./banner";
import { refresh } from "./refresh";
import { here, request } from "./request";
import { tell } from "./tabs";
import { leave, leaving } from "./withdrawal";

/** Sends an answer; true when the browser keeps it. `shown`: the answer is confirmed where everybody notices. */
export async function answer(form: URLSearchParams, shown: boolean): Promise<boolean> {
  const { receipt } = visitor.decision;
  const grants = [...form].some(([name, value]) => name === "grant" || value === "grant" || value === "allow");
  form.set("return", here());
  try {
    const page = await request(own("/decision"), form);
    refresh();
    // Whatever grants something, or no longer does, has another receipt than before.
    if (!visitor.decision.at || (grants || receipt) && receipt === visitor.decision.receipt) {
      return false;
    }

    tell();
    if (leaving) {
      leave(shown);
    } else if (page.querySelector("#vc-saved")) {
      await place(page, shown);
    } else if (shown) {
      // Still something to ask: the site has changed what it asks about.
      location.reload();
    }

    return true;
  } catch {
    return false;
  }
}

/** Sends a form, and says so where that fails. */
export async function submit(form: HTMLFormElement, submitter: HTMLElement | null, data: URLSearchParams): Promise<void> {
  if (form.ariaBusy) {
    return;
  }

  const busy = (value: string | null) => {
    form.ariaBusy = value;
    form.querySelectorAll("button").forEach((button) => button.ariaDisabled = value);
  };
  busy("true");
  form.querySelector(".vc-failed")?.remove();
  const kept = await answer(data, data.get("answer") !== "vendor");
  busy(null);
  if (!kept) {
    const alert = document.createElement("p");
    alert.className = "vc-failed";
    alert.role = "alert";
    alert.tabIndex = -1;
    alert.textContent = policy.texts[0];
    // In what scrolls, where there is such a part: it pushes no button out of a small window.
    (form.querySelector(".vc-text") ?? submitter?.closest(".vc-actions") ?? form).prepend(alert);
    alert.focus();
  }
}
