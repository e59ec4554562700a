// A script that has run cannot be taken back: after a withdrawal the page starts anew.
import { categories, vendors } from "./policy";
import { allowance, allows, changed, decision } from "./state";
import { sweep } from "./sweep";

const key = "vc-saved";

/** The page is about to start anew. */
export let leaving = false;

let swept: Promise<void> | undefined;
let left = false;

export const startWithdrawal = () => changed((before) => {
  // An answer that has only expired may be renewed, so nothing is cleared for it.
  if (before !== decision && decision.at) {
    swept = sweep(before);
  }

  const was = allowance(before);
  const lost = (category: number, vendor: number) => was(category, vendor) && !allows(category, vendor);
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

/** Whether this page starts anew and has an answer to confirm. */
export function returned(): boolean {
  const kept = history.state?.[key];
  if (kept) {
    history.replaceState(kept[0], "");
  }

  return !!kept?.[1];
}
