// What has to stand before every other script of the page. It fetches the rest, and shares what that needs.
import { vendorOf } from "./addresses";
import { api, startApi } from "./api";
import { startGuard } from "./guard";
import { startInsertions } from "./insertions";
import { ownerOf } from "./names";
import { mutated } from "./observe";
import policy from "./policy";
import { startReport } from "./report";
import { rest } from "./rest";
import { due, key } from "./returned";
import { startSignals } from "./signals";
import { allowance, base, essentials, fresh, grants, isDecided, listeners, nonce, own, parsed, ready, visitor } from "./state";
import { trust } from "./trusted";
import { startTurns } from "./turns";
import { exempt, loaders, put, trees, withheld } from "./withholding";

const head = () => [
  policy, visitor, listeners, allowance, grants, fresh, isDecided, essentials, ready, base, nonce, parsed, key, due, rest,
  own, mutated, vendorOf, trust, ownerOf, loaders, put, exempt, trees, withheld,
] as const;
export type Head = ReturnType<typeof head>;

// Fails where it is there already: a page that is put in place without loading a new document runs its scripts once more.
if (Reflect.defineProperty(window, "cookieConsent", { value: api })) {
  startSignals();
  startGuard();
  startInsertions();
  startReport();
  startApi();
  rest.head = head();
  startTurns();
}
