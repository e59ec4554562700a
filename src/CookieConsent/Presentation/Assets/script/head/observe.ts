// One observer for all who follow the page's changes: before every paint, in the order in which they began.
import { addresses } from "./withholding";

const listeners: ((records: MutationRecord[]) => void)[] = [];

export function mutated(listener: (records: MutationRecord[]) => void): void {
  if (!listeners[0]) {
    new MutationObserver((records) => listeners.forEach((listener) => listener(records)))
      .observe(document, { childList: true, subtree: true, attributeFilter: [...addresses, "data-vc-vendor"] });
  }

  listeners.push(listener);
}
