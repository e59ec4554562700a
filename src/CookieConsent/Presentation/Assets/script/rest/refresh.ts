// Keeps what the page knows of the visitor true.
import type { Decision } from "../head/decision";
import { allowance, essentials, fresh, listeners, visitor } from "./head";

/** Calls back after every change of what is allowed: after vendors' own scripts were told, and before the site's. */
export const changed = (listener: (before: Decision) => void) => listeners.splice(-1, 0, listener);

/**
 * Reads the cookie and the path again: after an answer, on the way back through history, or when another tab says so.
 * Where only the path has changed, the decision before is the same object as now.
 */
export function refresh(): void {
  const before = visitor.decision;
  const now = fresh();
  if (JSON.stringify(before) !== JSON.stringify(now)) {
    visitor.decision = now;
  }

  if (before !== visitor.decision || visitor.essential !== essentials()) {
    visitor.essential = essentials();
    visitor.allows = allowance(visitor.decision);
    for (const listener of listeners) {
      try {
        listener(before);
      } catch (error) {
        reportError(error);
      }
    }
  }
}
