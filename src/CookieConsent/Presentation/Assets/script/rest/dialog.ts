// The preferences page as a dialog. Without it, the link leads to the page.
import { policy } from "./head";
import { focusOn, restore } from "./focus";
import { ask, dress } from "./request";

let opening = false;

function fill(page: Document, hash: string): void {
  const content = document.importNode(page.querySelector("main")!, true);
  const heading = content.querySelector("h1")!;
  let target = heading as HTMLElement;
  // The way back to the site, and a confirmation of the answer before.
  content.querySelectorAll(":scope > a, .vc-status").forEach((part) => part.remove());
  // The site may have the same ids.
  content.querySelectorAll<HTMLElement>("[id]").forEach((part) => {
    target = "#" + part.id === hash ? part : target;
    part.removeAttribute("id");
  });
  const strip = document.createElement("header");
  const close = document.createElement("button");
  close.className = "vc-quiet";
  close.textContent = policy.texts[1];
  const room = document.createElement("div");
  room.className = "vc-page";
  room.lang = page.documentElement.lang;
  room.dir = page.documentElement.dir;
  strip.append(close);
  room.append(strip, ...content.childNodes);
  const dialog = document.createElement("dialog");
  dialog.className = "vc-dialog";
  dialog.ariaLabel = heading.textContent;
  dialog.append(room);
  document.body.append(dialog);

  close.onclick = () => dialog.close();
  // What was set and not saved is gone with it.
  dialog.onclose = () => {
    dialog.remove();
    restore(true);
  };
  // A press that begins or ends inside the dialog is no wish to leave it.
  let outside = false;
  const isOutside = (event: PointerEvent) => document.elementFromPoint(event.clientX, event.clientY) === dialog;
  dialog.onpointerdown = (event) => outside = isOutside(event);
  dialog.onpointerup = (event) => {
    if (outside && isOutside(event)) {
      dialog.close();
    }
  };
  dialog.showModal();
  focusOn(target);
  target.scrollIntoView();
}

/** Opens the settings, at a place in them; false where they cannot be had. */
export async function show(hash: string): Promise<boolean> {
  let shown = true;
  if (!opening && !document.querySelector(".vc-dialog")) {
    opening = true;
    try {
      const page = await ask("/preferences");
      await dress();
      fill(page, hash);
    } catch {
      shown = false;
    }

    opening = false;
  }

  return shown;
}
