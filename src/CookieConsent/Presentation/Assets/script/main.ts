import { api, startApi } from "./api";
import { startBanner } from "./banner";
import { startDialog } from "./dialog";
import { startFocus } from "./focus";
import { startGates } from "./gates";
import { startSend } from "./send";
import { startSignals } from "./signals";
import { startTabs } from "./tabs";
import { startWithdrawal } from "./withdrawal";

// Fails where it is there already: a page that is put in place without loading a new document runs its scripts once more.
if (Reflect.defineProperty(window, "cookieConsent", { value: api, writable: false, configurable: false })) {
  startSignals();
  startGates();
  startApi();
  startWithdrawal();
  startFocus();
  startSend();
  startDialog();
  startBanner();
  startTabs();
}
