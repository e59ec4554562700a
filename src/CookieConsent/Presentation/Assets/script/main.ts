import { decision } from "./state";

// Already there: a page that is put in place without loading a new document runs its scripts once more.
if (!("cookieConsent" in window)) {
  Object.defineProperty(window, "cookieConsent", { value: { decision } });
}
