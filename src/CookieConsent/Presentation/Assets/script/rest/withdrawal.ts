// A script that has run cannot be taken back: after a withdrawal the page starts anew.
import { allowance, categories, key, vendors, visitor } from "./head";
import { changed } from "./refresh";
import { sweep } from "./sweep";

/** The page is about to start anew. */
export let leaving = false;

let swept: Promise<void> | undefined;
let left = false;

export const startWithdrawal = () => changed((before) => {
  // An answer that has only expired may be renewed, so nothing is cleared for it.
  if (before !== visitor.decision && visitor.decision.at) {
    swept = sweep(before);
  }

  const was = allowance(before);
  const lost = (category: number, vendor: number) => was(category, vendor) && !visitor.allows(category, vendor);
  if (categories.some((_, category) => lost(category, -1)) || vendors.some(([, category], vendor) => lost(category, vendor))) {
    leaving = true;
  }
});

/** Starts the page anew, at the same place; `shown`: and confirms the answer then. The page's own state is kept. */
export async function leave(shown: boolean): Promise<void> {
  if (!left) {
    left = true;
    try {
      await swept;
    } finally {
      history.replaceState({ [key]: [history.state, shown] }, "");
      location.reload();
    }
  }
}
