import { decision } from "./state";
import { startGates } from "./gates";

// Already there: a page that is put in place without loading a new document runs its scripts once more.
if (!("cookieConsent" in window)) {
  startGates();
  Object.defineProperty(window, "cookieConsent", { value: { decision } });
}
