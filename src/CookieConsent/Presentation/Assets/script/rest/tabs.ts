// A decision in one tab reaches the others; a page that comes back, from history or from being prepared, looks again.
import { base } from "./head";
import { sync } from "./banner";

let channel: BroadcastChannel | undefined;

export const tell = () => channel?.postMessage(0);

export function startTabs(): void {
  const open = () => {
    channel?.close();
    channel = new BroadcastChannel("cookie-consent" + base);
    channel.onmessage = sync;
  };
  open();
  addEventListener("pageshow", open);
  // An open channel would keep the page out of the back/forward cache.
  addEventListener("pagehide", () => {
    channel?.close();
    channel = undefined;
  });
  for (const type of ["pageshow", "focus", "visibilitychange", "popstate"]) {
    addEventListener(type, sync);
  }

  document.addEventListener("prerenderingchange", sync);
  window.navigation?.addEventListener("currententrychange", sync);
}
