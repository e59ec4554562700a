// A page that has started anew has something to say of the page before.

export const key = "vc-saved";

/** Whether an answer is still to be confirmed. The page's own state is put back before anybody looks at it. */
export const due = (() => {
  const kept = history.state?.[key];
  if (kept) {
    history.replaceState(kept[0], "");
  }

  return !!kept?.[1];
})();
