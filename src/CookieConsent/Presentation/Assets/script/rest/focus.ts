// Where the visitor was, so that closing what we show takes nobody away from it.
import { visitor } from "./head";

const ours = ".vc-bar,.vc-status,.vc-dialog";

/** Focuses an element, whether or not it can take the focus by itself; false where it is not shown. */
export function focusOn(element: HTMLElement, options?: FocusOptions): boolean {
  element.focus(options);
  if (document.activeElement !== element) {
    element.tabIndex = -1;
    element.focus(options);
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  }

  return document.activeElement === element;
}

/** Back to where the visitor was, else to the page's content. Only a keyboard needs the place scrolled to. */
export function restore(scroll = false): void {
  const { last } = visitor;
  for (const element of [last, document.querySelector("main,[role=main]"), ...document.body.children]) {
    if (element?.isConnected && !element.matches(ours) && focusOn(element as HTMLElement, { preventScroll: !scroll || element !== last })) {
      return;
    }
  }
}
